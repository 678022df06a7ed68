package org.namad.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.calendar.NamadClock;
import org.namad.casefile.Attachment;

class CalendarsTest {

    private static final Instant DUE = Instant.parse("2026-11-26T10:30:00Z");
    private static final String TITLE = "مهلت پاسخ به شکایت ۱۲۳۴۵۶۷۸۹۰ دربارهٔ shop.example، نوشته شده در پنل؛ نماد";

    private final NamadClock clock = new NamadClock();
    private final Calendars calendars = new Calendars(clock, "namad@namad.example");

    @Test
    @DisplayName("The calendar entry of a deadline names the task, the instant and the page, in lines as RFC 5545 wants them")
    void entry() throws Exception {
        Attachment file = calendars.deadline("complaint-17-answer", TITLE, DUE, "https://namad.example/answer/1?until=2&signature=x");

        assertThat(file.fileName()).isEqualTo("deadline.ics");
        assertThat(file.mediaType()).startsWith("text/calendar");
        assertThat(new String(file.content(), StandardCharsets.UTF_8)).contains("DTSTART:20261126T103000Z\r\n")
            .contains("METHOD:PUBLISH\r\n").contains("TRIGGER:-PT2H\r\n").containsOnlyOnce("DTSTAMP:")
            .satisfies(text -> assertThat(text.split("\r\n")).allMatch(line ->
                line.getBytes(StandardCharsets.UTF_8).length <= 75 && line.indexOf('\n') < 0));
        Calendar calendar = read(file);
        assertThat(calendar.validate().getEntries()).isEmpty();
        VEvent event = calendar.<VEvent>getComponents("VEVENT").get(0);
        assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
        assertThat(event.getUrl().getValue()).isEqualTo("https://namad.example/answer/1?until=2&signature=x");
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("complaint-17-answer@namad");
    }

    @Test
    @DisplayName("An entry made after the deadline was moved replaces the earlier one: same UID, higher sequence")
    void moved() throws Exception {
        Attachment before = calendars.deadline("complaint-17-answer", TITLE, DUE, "https://namad.example/");
        clock.moveBy(Duration.ofHours(1));
        Attachment after = calendars.deadline("complaint-17-answer", TITLE, DUE.plusSeconds(60), "https://namad.example/");

        assertThat(sequence(after)).isGreaterThan(sequence(before));
    }

    private static int sequence(Attachment file) throws Exception {
        return read(file).<VEvent>getComponents("VEVENT").get(0).getSequence().getSequenceNo();
    }

    private static Calendar read(Attachment file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file.content()));
    }
}
