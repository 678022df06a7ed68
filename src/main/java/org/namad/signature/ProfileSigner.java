package org.namad.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs profiles of seals, so that anybody can check them without the platform (N14); docs/verify says how. */
@Component
public class ProfileSigner {

    static final JOSEObjectType TYPE = new JOSEObjectType("namad-profile+jwt");
    private static final Duration HOLDS = Duration.ofHours(24);

    private final SigningKeys keys;
    private final Clock clock;
    private final String baseUrl;

    ProfileSigner(SigningKeys keys, Clock clock, @Value("${namad.base-url}") String baseUrl) {
        this.keys = keys;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** The seal as it is now, for 24 hours, or until its term ends if that is sooner (R21). Its holder must be loaded. */
    public SignedProfile sign(Seal seal) {
        Instant now = clock.instant();
        SealStatus status = seal.statusAt(now);
        Instant until = now.plus(HOLDS);
        if (status == SealStatus.ACTIVE && seal.expiresAt().isBefore(until)) {
            until = seal.expiresAt();
        }
        ECKey key = keys.current();
        SignedJWT profile = new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder().issuer(baseUrl).subject(seal.id().toString())
                .claim("domain", seal.domain()).claim("title", seal.title()).claim("holder", seal.business().name())
                .claim("status", status.name()).claim("stars", status == SealStatus.ACTIVE ? seal.stars() : 0)
                .claim("issued", text(seal.issuedAt())).claim("expires", text(seal.expiresAt()))
                .issueTime(Date.from(now)).expirationTime(Date.from(until)).build());
        try {
            profile.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has ES256", e);
        }
        return new SignedProfile(profile.serialize(), until);
    }

    /** The public keys by which signed profiles are checked, as JWK set. */
    public String publicKeys() {
        return keys.published().toString();
    }

    private static String text(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
