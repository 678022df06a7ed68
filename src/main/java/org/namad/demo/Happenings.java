package org.namad.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.namad.calendar.NamadClock;
import org.namad.conduct.Ledger;
import org.namad.engine.CaseLog;
import org.namad.notification.Mails;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that a move of the clock brought about, for the clock page (N17). */
@Component
@Profile("demo")
class Happenings {

    /**
     * One line of the page.
     *
     * @param when    at what time
     * @param kind    the end of the message key that says what sort of thing it is
     * @param caseKey the case
     * @param what    the name of the task or event, the subject of the mail …
     * @param status  what became of the seal, or null if this is not about that
     * @param link    where to look at it, or null
     */
    record Happening(Instant when, String kind, String caseKey, String what, SealStatus status,
            String link) {
    }

    private final CaseLog caseLog;
    private final Mails mails;
    private final Ledger ledger;
    private final Seals seals;
    private final NamadClock clock;

    Happenings(CaseLog caseLog, Mails mails, Ledger ledger, Seals seals, NamadClock clock) {
        this.caseLog = caseLog;
        this.mails = mails;
        this.ledger = ledger;
        this.seals = seals;
        this.clock = clock;
    }

    /** What happened from {@code from} until now, the earliest first. */
    @Transactional(readOnly = true)
    List<Happening> since(Instant from) {
        Instant end = clock.instant().plusMillis(1);
        return Stream.of(
                caseLog.between(from, end).stream().map(entry -> new Happening(entry.when(), entry.kind().name(),
                    entry.caseKey(), entry.name(), null, null)),
                mails.between(from, end).stream().map(mail -> new Happening(mail.postedAt(), "MAIL",
                    mail.caseKey().toString(), mail.recipientName() + ": " + mail.subject(), null,
                    "/demo/mail/" + mail.address())),
                ledger.entriesBetween(from, end).stream().map(point -> new Happening(point.enteredAt(), "POINT",
                    "complaint-" + point.complaintId(), title(point.sealId()), null,
                    profile(point.sealId()))),
                seals.changedBetween(from, end).stream().map(seal -> new Happening(seal.statusChangedAt(), "SEAL",
                    "seal-" + seal.id(), seal.title(), seal.statusAt(end), profile(seal.id()))))
            .flatMap(happenings -> happenings)
            .sorted(Comparator.comparing(Happening::when))
            .toList();
    }

    private String title(long sealId) {
        return seals.findById(sealId).orElseThrow().title();
    }

    private String profile(long sealId) {
        return "/profile?id=%d&Code=%s".formatted(sealId, seals.findById(sealId).orElseThrow().code());
    }
}
