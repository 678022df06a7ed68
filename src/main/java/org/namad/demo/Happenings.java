package org.namad.demo;

import java.time.Instant;
import java.util.List;

import org.namad.calendar.NamadClock;
import org.namad.engine.CaseLog;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everything that a move of the clock brought about, for the clock page (N17). */
@Component
@Profile("demo")
class Happenings {

    /**
     * One line of the page.
     *
     * @param when    at what time
     * @param kind    the end of the message key that says what sort of thing it is
     * @param caseKey the case, or null
     * @param what    the name of the task or event, the subject of the mail …
     * @param link    where to look at it, or null
     */
    record Happening(Instant when, String kind, String caseKey, String what, String link) {
    }

    private final CaseLog caseLog;
    private final NamadClock clock;

    Happenings(CaseLog caseLog, NamadClock clock) {
        this.caseLog = caseLog;
        this.clock = clock;
    }

    /** What happened from {@code from} until now, the earliest first. */
    List<Happening> since(Instant from) {
        return caseLog.between(from, clock.instant().plusMillis(1)).stream()
            .map(entry -> new Happening(entry.when(), entry.kind().name(),
                entry.caseKey() == null ? entry.process() : entry.caseKey(), entry.name(), null))
            .toList();
    }
}
