package org.namad.outage.process;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.namad.notification.Calendars;
import org.springframework.stereotype.Component;

/** A kind of case for tests of outages, with one party for each language. */
@Component
class TimedCaseFile implements CaseFile {

    static final String KIND = "timed";

    private final Calendars calendars;

    TimedCaseFile(Calendars calendars) {
        this.calendars = calendars;
    }

    static String address(long id, String role) {
        return role + id + "@outage.example";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> facts(long id, Locale language) {
        return Map.of("tracking", "T-" + id);
    }

    @Override
    public Recipient recipient(long id, String role) {
        return new Recipient(role, address(id, role), Locale.forLanguageTag(role.equals("left") ? "fa" : "en"));
    }

    @Override
    public Optional<Attachment> attachment(long id, String name, Locale language) {
        return name.equals(Calendars.DEADLINE)
            ? Optional.of(calendars.deadline("timed-" + id, "Answer", Instant.EPOCH, "https://namad.example/"))
            : Optional.empty();
    }

    @Override
    public List<String> parties() {
        return List.of("left", "right");
    }
}
