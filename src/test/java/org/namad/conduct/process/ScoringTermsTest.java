package org.namad.conduct.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.complaint.ComplaintRecord;
import org.namad.conduct.Ledger;
import org.namad.conduct.SupervisionPolicy;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@NamadTest
class ScoringTermsTest {

    private static final String TABLE = "processes/decisions/scoring-terms.dmn";

    @Autowired
    RepositoryService repository;
    @Autowired
    SupervisionPolicy policy;
    @Autowired
    ComplaintRecord record;
    @Autowired
    Ledger ledger;
    @Autowired
    FiledComplaints filed;
    @Autowired
    TestData data;
    @Autowired
    NamadClock clock;

    @Test
    @DisplayName("R10 Answers and points count from the day that the table in force says; the ledger keeps every line")
    void from() throws IOException {
        Seal seal = data.issuedSeal();
        filed.unanswered(seal, 2);
        filed.settled(seal);
        assertThat(record.indicators(seal.id()).points()).isEqualTo(2);
        assertThat(record.indicators(seal.id()).responseRate()).isPositive();
        LocalDate tomorrow = clock.today().plusDays(1);
        String table = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        int first = table.indexOf("<text>\"2019-03-21\"</text>");
        String redesigned = table.substring(0, first)
            + table.substring(first).replaceFirst("2019-03-21", tomorrow.toString());
        String deployment = repository.createDeployment().addString(TABLE, redesigned).deploy().getId();
        try {
            assertThat(record.indicators(seal.id()).points()).isZero();
            assertThat(record.indicators(seal.id()).responseRate()).isNull();
            assertThat(ledger.entriesOf(seal.id())).hasSize(2);
        } finally {
            // Other tests share the engine and want the table as it is.
            repository.deleteDeployment(deployment, true);
        }
        assertThat(record.indicators(seal.id()).points()).isEqualTo(2);
    }

    @Test
    @DisplayName("R10 Nobody was scored before the first day")
    void before() {
        assertThat(policy.terms(LocalDate.of(2018, 1, 1)).scoredFrom()).isAfter(LocalDate.of(2018, 1, 1));
        assertThat(policy.terms(clock.today()).scoredFrom()).isBefore(clock.today());
    }
}
