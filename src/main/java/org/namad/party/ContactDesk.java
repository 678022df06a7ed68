package org.namad.party;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.Mails;
import org.namad.notification.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people change how they are reached. Codes for signing in are sent to the e-mail address, so a new one counts only
 * once its reader has shown to read it, and the former one is told.
 */
@Service
@Transactional
public class ContactDesk {

    /**
     * A new address that waits for the code sent to it; kept in the browser's session.
     *
     * @param personId  whose address it is to become
     * @param email     the new address
     * @param challenge the code sent to it
     */
    public record NewAddress(long personId, String email, Challenge challenge) implements Serializable {
    }

    private final People people;
    private final CodeDesk codes;
    private final Outbox outbox;
    private final Mails mails;
    private final JalaliDates dates;

    ContactDesk(People people, CodeDesk codes, Outbox outbox, Mails mails, JalaliDates dates) {
        this.people = people;
        this.codes = codes;
        this.outbox = outbox;
        this.mails = mails;
        this.dates = dates;
    }

    /** Changes the mobile number (null for none) and the language of mails, {@code fa} or {@code en}. */
    public void change(long personId, String mobile, String language) {
        person(personId).reachBy(mobile, language);
    }

    /**
     * Mails a code to the new address.
     *
     * @throws TooManyCodes if this person or network address has asked too often
     */
    public NewAddress ask(long personId, String email, String remoteAddress) {
        Person person = person(personId);
        CodeDesk.Issued issued = codes.issue(person.nationalId(), remoteAddress);
        Recipient reader = recipient(person, email);
        outbox.postSecret(key(issued.id()), "email-code", "asked", reader, Map.of("code", issued.code(),
            "validUntil", dates.time(issued.expiresAt(), reader.language())));
        return new NewAddress(personId, email, new Challenge(issued.id(), person.nationalId().value()));
    }

    /**
     * Puts the new address in place of the former, which is told. Whoever is signed in as this person has to sign in again,
     * with a code sent to the new address.
     *
     * @return the person, to be signed in anew where the address was changed
     * @throws CodeRefused if {@code typed} is not the code, or the code is over
     */
    @Transactional(noRollbackFor = CodeRefused.class)
    public Person confirm(NewAddress wanted, String typed) {
        codes.check(wanted.challenge().codeId(), typed).ifPresent(reason -> {
            throw new CodeRefused(reason);
        });
        Person person = person(wanted.personId());
        Recipient former = recipient(person, person.email());
        person.reachAt(wanted.email());
        person.endSessions();
        outbox.post(key(wanted.challenge().codeId()), "email-changed", "confirmed", former,
            Map.of("newEmail", masked(wanted.email())));
        mails.follow(former.address(), former.name(), wanted.email());
        return person;
    }

    /** Ends every session of the person, who is to be signed in anew in the one that asks for it. */
    public Person endSessions(long personId) {
        Person person = person(personId);
        person.endSessions();
        return person;
    }

    /** Enough of an address for its owner to know it, too little for others: {@code s…@mail.example}. */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        return email.substring(0, Math.min(1, at)) + "…" + email.substring(at);
    }

    private Person person(long id) {
        return people.findById(id).orElseThrow();
    }

    private static Recipient recipient(Person person, String address) {
        return new Recipient(person.fullName(), address, Locale.forLanguageTag(person.language()));
    }

    private static CaseKey key(long codeId) {
        return new CaseKey("contact", codeId);
    }
}
