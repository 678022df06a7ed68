package org.namad.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.namad.calendar.NamadClock;
import org.namad.casefile.Attachment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the calendar entries (iCalendar, RFC 5545) that go with mails about deadlines. */
@Component
public class Calendars {

    /** The name by which models ask for the entry of the deadline that runs. */
    public static final String DEADLINE = "deadline.ics";

    /** Characters to a line: at most three bytes each, so that none exceeds the 75 bytes of the standard. */
    private static final int LINE = 24;
    private static final Duration REMINDED_BEFORE = Duration.ofHours(2);

    private final NamadClock clock;
    private final URI organizer;

    /** @param from who publishes the entries, {@code namad.mail.from} */
    Calendars(NamadClock clock, @Value("${namad.mail.from}") String from) {
        this.clock = clock;
        this.organizer = URI.create("mailto:" + from);
    }

    /**
     * The entry for a deadline. An entry with the same {@code uid} that is made later replaces the earlier one in the
     * reader's calendar, so that a deadline that was moved is moved there too.
     *
     * @param uid   names the deadline for ever, such as {@code complaint-17-answer}
     * @param title what has to be done, in the reader's language
     * @param due   until when
     * @param link  the page where it is done
     */
    public Attachment deadline(String uid, String title, Instant due, String link) {
        Instant now = clock.instant();
        VEvent event = new VEvent(false);
        event.add(new Uid(uid + "@namad"));
        event.add(new DtStamp(now));
        event.add(new Sequence((int) (now.getEpochSecond() / 60)));
        event.add(new DtStart<>(due));
        event.add(new Organizer(organizer));
        event.add(new Summary(title));
        event.add(new Url(URI.create(link)));
        event.add(ImmutableTransp.TRANSPARENT);
        VAlarm reminder = new VAlarm();
        reminder.add(ImmutableAction.DISPLAY);
        reminder.add(new Trigger(REMINDED_BEFORE.negated()));
        reminder.add(new Description(title));
        event.add(reminder);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Namad//Deadlines//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(event);
        return new Attachment(DEADLINE, "text/calendar; charset=UTF-8; method=PUBLISH", bytes(calendar));
    }

    private static byte[] bytes(Calendar calendar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(true, LINE).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }
}
