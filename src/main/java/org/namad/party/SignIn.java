package org.namad.party;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Sign-in and registration by national ID and a one-time code that is mailed. Whether a national ID is registered shows
 * neither in what the caller gets nor in how long it takes: mails are looked up and posted in the background.
 */
@Component
public class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int MAILS_AT_ONCE = 8;

    private final CodeDesk codes;
    private final People people;
    private final Outbox outbox;
    private final JalaliDates dates;
    private final Clock clock;
    private final String signInLink;
    private final SimpleAsyncTaskExecutor background = new SimpleAsyncTaskExecutor("sign-in-");

    SignIn(CodeDesk codes, People people, Outbox outbox, JalaliDates dates, Clock clock,
            @Value("${namad.base-url}") String baseUrl) {
        this.codes = codes;
        this.people = people;
        this.outbox = outbox;
        this.dates = dates;
        this.clock = clock;
        this.signInLink = baseUrl + "/sign-in";
        background.setConcurrencyLimit(MAILS_AT_ONCE);
    }

    /**
     * Mails a code to the person with this national ID, if there is one.
     *
     * @throws TooManyCodes if this national ID or network address has asked too often
     */
    public Challenge ask(NationalId nationalId, String remoteAddress) {
        CodeDesk.Issued issued = codes.issue(nationalId, remoteAddress);
        inBackground(() -> people.findByNationalId(nationalId.value())
            .ifPresent(person -> mailCode("sign-in-code", "sign-in", issued, recipient(person))));
        return new Challenge(issued.id(), nationalId.value());
    }

    /**
     * The person who has answered {@code challenge}.
     *
     * @throws CodeRefused if {@code typed} is not the code, or the code is over
     */
    public Person confirm(Challenge challenge, String typed) {
        check(challenge, typed);
        return people.findByNationalId(challenge.nationalId())
            .orElseThrow(() -> new CodeRefused(CodeRefused.Reason.WRONG));
    }

    /**
     * Mails a code to the address of somebody who registers; if the national ID is registered already, its owner gets a
     * mail that says so instead, and no code will fit.
     *
     * @throws TooManyCodes if this national ID or network address has asked too often
     */
    public Challenge askToRegister(NewPerson newcomer, String remoteAddress) {
        CodeDesk.Issued issued = codes.issue(new NationalId(newcomer.nationalId()), remoteAddress);
        inBackground(() -> {
            Optional<Person> registered = people.findByNationalId(newcomer.nationalId());
            if (registered.isPresent()) {
                outbox.post(new CaseKey("registration", issued.id()), "already-registered", "asked",
                    recipient(registered.get()), Map.of("signInLink", signInLink));
            } else {
                mailCode("registration-code", "registration", issued, new Recipient(newcomer.fullName(),
                    newcomer.email(), Locale.forLanguageTag(newcomer.language())));
            }
        });
        return new Challenge(issued.id(), newcomer.nationalId());
    }

    /**
     * Registers {@code newcomer}, who has answered {@code challenge} and so reads mails at the address given.
     *
     * @throws CodeRefused if {@code typed} is not the code, or the code is over
     */
    public Person register(NewPerson newcomer, Challenge challenge, String typed) {
        check(challenge, typed);
        if (people.findByNationalId(newcomer.nationalId()).isPresent()) {
            throw new CodeRefused(CodeRefused.Reason.OVER);
        }
        Instant now = clock.instant();
        return people.save(new Person(new NationalId(newcomer.nationalId()), newcomer.fullName(), newcomer.birthDate(),
            newcomer.email(), newcomer.mobile(), newcomer.language(), now));
    }

    private void check(Challenge challenge, String typed) {
        codes.check(challenge.codeId(), typed).ifPresent(reason -> {
            throw new CodeRefused(reason);
        });
    }

    private void mailCode(String template, String kind, CodeDesk.Issued issued, Recipient recipient) {
        outbox.postSecret(new CaseKey(kind, issued.id()), template, "asked", recipient, Map.of("code", issued.code(),
            "validUntil", dates.time(issued.expiresAt(), recipient.language())));
    }

    private static Recipient recipient(Person person) {
        return new Recipient(person.fullName(), person.email(), Locale.forLanguageTag(person.language()));
    }

    private void inBackground(Runnable mailing) {
        background.execute(() -> {
            try {
                mailing.run();
            } catch (RuntimeException e) {
                LOG.error("A one-time code could not be mailed", e);
            }
        });
    }
}
