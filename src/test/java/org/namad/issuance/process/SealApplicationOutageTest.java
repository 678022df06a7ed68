package org.namad.issuance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.calendar.JalaliDates;
import org.namad.issuance.ApplicationFlow.Deadline;
import org.namad.issuance.Stage;
import org.namad.issuance.Submissions;
import org.namad.outage.NewOutage;
import org.namad.outage.OutageDesk;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class SealApplicationOutageTest extends SealApplicationSetup {

    private static final Duration LOST = Duration.ofHours(3);

    @Autowired OutageDesk outages;
    @Autowired JalaliDates dates;

    @Test
    @DisplayName("N7 An outage moves the deadline to pay; the applicant is told, and the application lapses that much later")
    void payment() {
        submit(Submissions.of(applicant, domain));
        travel.runDueJobs();
        Instant due = flow.deadline(submitted.id(), Deadline.PAYMENT).orElseThrow();
        travel.by(Duration.ofHours(10));
        Instant from = clock.instant().minus(Duration.ofHours(5));

        outages.log(new NewOutage(from, from.plus(LOST), "برق رفت", "Power failed"), "supervisor1");

        Instant moved = flow.deadline(submitted.id(), Deadline.PAYMENT).orElseThrow();
        assertThat(Duration.between(due, moved)).isEqualTo(LOST);
        assertThat(mailbox.await(applicant.email(), "deadline-moved").text()).contains("برق رفت", "مهلت پرداخت هزینه",
            domain, dates.dateTime(due, Locale.forLanguageTag("fa")), dates.dateTime(moved, Locale.ENGLISH));
        travel.to(due.plusSeconds(60));
        assertThat(now().stage()).isEqualTo(Stage.PAYMENT);
        travel.to(moved.plusSeconds(60));
        assertThat(now().stage()).isEqualTo(Stage.LAPSED);
    }
}
