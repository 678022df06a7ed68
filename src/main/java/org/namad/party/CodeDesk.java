package org.namad.party;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues and checks one-time codes: six digits, valid for five minutes and five tries, for one use. How many are issued
 * is limited per national ID and per network address, whether or not the national ID is registered.
 */
@Component
class CodeDesk {

    static final Duration VALIDITY = Duration.ofMinutes(5);
    static final int TRIES = 5;
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String PURPOSE = "one-time code";

    /**
     * How many codes are issued, {@code namad.sign-in}.
     *
     * @param window              the time over which codes are counted
     * @param codesPerNationalId  for one national ID
     * @param codesPerAddress     to one network address; many people may share one
     */
    @ConfigurationProperties("namad.sign-in")
    record Limits(@DefaultValue("PT15M") Duration window, @DefaultValue("5") int codesPerNationalId,
            @DefaultValue("100") int codesPerAddress) {
    }

    /** A code on its way to its reader. */
    record Issued(long id, String code, Instant expiresAt) {
    }

    private final OneTimeCodes codes;
    private final Signer signer;
    private final Clock clock;
    private final Limits limits;
    private final SecureRandom random = new SecureRandom();

    CodeDesk(OneTimeCodes codes, Signer signer, Clock clock, Limits limits) {
        this.codes = codes;
        this.signer = signer;
        this.clock = clock;
        this.limits = limits;
    }

    /** @throws TooManyCodes if the limit for the national ID or for the network address is reached */
    @Transactional
    public Issued issue(NationalId nationalId, String remoteAddress) {
        Instant now = clock.instant();
        Instant start = now.minus(limits.window());
        if (codes.countByNationalIdAndIssuedAtAfter(nationalId.value(), start) >= limits.codesPerNationalId()
            || codes.countByRemoteAddressAndIssuedAtAfter(remoteAddress, start) >= limits.codesPerAddress()) {
            throw new TooManyCodes(limits.window());
        }
        String code = "%06d".formatted(random.nextInt(1_000_000));
        String salt = UUID.randomUUID().toString();
        OneTimeCode issued = codes.save(new OneTimeCode(nationalId, remoteAddress, salt, hash(salt, code), now,
            now.plus(VALIDITY)));
        return new Issued(issued.id(), code, now.plus(VALIDITY));
    }

    /**
     * Tries {@code typed} as the code with this id, and uses the code up if it is right.
     *
     * @return empty if it is right, else why it is not taken
     */
    @Transactional
    public Optional<CodeRefused.Reason> check(long id, String typed) {
        Instant now = clock.instant();
        if (codes.takeTry(id, TRIES, now) == 0) {
            return Optional.of(CodeRefused.Reason.OVER);
        }
        OneTimeCode code = codes.findById(id).orElseThrow();
        boolean right = MessageDigest.isEqual(hash(code.salt(), typed).getBytes(StandardCharsets.UTF_8),
            code.hash().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            return Optional.of(CodeRefused.Reason.WRONG);
        }
        return codes.use(id, now) == 1 ? Optional.empty() : Optional.of(CodeRefused.Reason.OVER);
    }

    @Scheduled(cron = "0 40 3 * * *")
    @Transactional
    public void forgetOldCodes() {
        codes.deleteIssuedBefore(clock.instant().minus(KEPT));
    }

    private String hash(String salt, String code) {
        return signer.sign(PURPOSE, salt + '\n' + code);
    }
}
