package org.namad.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class ClockPageTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    ComplaintDesk complaints;
    @Autowired
    TimeTravel travel;
    @Autowired
    NamadClock clock;
    @Autowired
    JalaliDates dates;

    /** A row of the table: what sort of thing happened, what it was, and where its link leads. */
    private record Row(String kind, String what, String link) {
    }

    @ParameterizedTest
    @CsvSource({"HOUR, PT1H", "DAY, PT24H", "FOUR_DAYS, PT96H"})
    @DisplayName("N17 A press of the button moves the clock by what stands on it, and the page shows the new time")
    void steps(String step, Duration length) throws Exception {
        Instant before = clock.instant();
        Document page = press(step);
        assertThat(clock.instant()).isCloseTo(before.plus(length), within(10, ChronoUnit.MINUTES));
        assertThat(page.select("main h2").text()).as("from when on the page tells what happened")
            .contains(dates.dateTime(before, Locale.ENGLISH));
    }

    @Test
    @DisplayName("N17 To the next timer: no further than that, and it goes off")
    void nextTimer() throws Exception {
        complain(data.issuedSeal());
        travel.runDueJobs();
        Instant due = travel.nextTimer().orElseThrow();
        press("NEXT_TIMER");
        assertThat(clock.instant()).isAfterOrEqualTo(due).isCloseTo(due, within(10, ChronoUnit.MINUTES));
        assertThat(travel.nextTimer()).hasValueSatisfying(next -> assertThat(next).isAfter(due));
    }

    @Test
    @DisplayName("N17 R1 R2 96 hours of silence, told in order: every reminder, the passed deadline, the point, the mails, "
        + "and what is to be done next")
    void silence() throws Exception {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        Complaint complaint = complain(seal);
        travel.runDueJobs();
        mailbox.await(owner.email(), "complaint-notice");

        List<Row> rows = rows(press("FOUR_DAYS"), complaint.key().toString());

        assertThat(rows).filteredOn(row -> row.kind().equals("Timer")).extracting(Row::what).containsExactly(
            "۲۴ ساعت گذشت", "۷۲ ساعت گذشت", "۹۰ ساعت گذشت", "مهلت پاسخ گذشت");
        assertThat(rows).filteredOn(row -> row.kind().equals("New task")).extracting(Row::what)
            .containsExactly("پاسخ دیرهنگام");
        assertThat(rows).filteredOn(row -> row.kind().equals("Negative point"))
            .containsExactly(new Row("Negative point", seal.title(), Snippet.profileUrl(seal, "")));
        List<Row> toOwner = rows.stream()
            .filter(row -> row.kind().equals("Mail") && row.link().equals("/demo/mail/" + owner.email())).toList();
        assertThat(toOwner).hasSize(4).allSatisfy(row ->
            assertThat(row.what()).startsWith(owner.fullName() + ": ").contains(TestData.persian(complaint.tracking())));
        assertThat(toOwner.get(3).what()).contains("بی‌پاسخ ماند");
        assertThat(rows).filteredOn(row -> row.link().equals("/demo/mail/" + complaint.complainant().email()))
            .as("the consumer is told").isNotEmpty();
        assertThat(rows.indexOf(toOwner.get(0))).as("the first reminder comes before the deadline passes").isLessThan(
            rows.indexOf(new Row("Timer", "مهلت پاسخ گذشت", "")));
    }

    private Document press(String step) throws Exception {
        String next = http.perform(post("/demo/clock").param("step", step).with(csrf()))
            .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        assertThat(next).startsWith("/demo/clock?from=");
        return Jsoup.parse(http.perform(get(URI.create(next)).param("lang", "en")).andExpect(status().isOk())
            .andReturn().getResponse().getContentAsString());
    }

    private static List<Row> rows(Document page, String caseKey) {
        return page.select("tbody tr").stream().filter(row -> row.child(2).text().equals(caseKey))
            .map(row -> new Row(row.child(1).text(), row.child(3).text(), row.child(3).select("a").attr("href"))).toList();
    }

    private Complaint complain(Seal seal) {
        return complaints.register(new NewComplaint(data.person().id(), seal.domain(), "F-96", null,
            ComplaintReason.NOT_DELIVERED, "هنوز نرسیده است.", null));
    }
}
