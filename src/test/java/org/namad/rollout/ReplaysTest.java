package org.namad.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.Modeler;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.engine.TimeTravel;
import org.namad.modelling.PolicyReplay.Outcome;
import org.namad.renewal.Assessment;
import org.namad.renewal.Assessments;
import org.namad.renewal.Decision;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.rollout.Replays.Comparison;
import org.namad.rollout.Replays.Difference;
import org.namad.rollout.Replays.Row;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What other tables would have made of complaints and renewals that are stored. */
@NamadTest
class ReplaysTest {

    private static final String LEVEL = "enforcement-level.dmn";
    private static final String WINDOW = "enforcement-window.dmn";
    private static final String RENEWAL = "renewal-decision.dmn";

    @Autowired Replays replays;
    @Autowired FiledComplaints file;
    @Autowired TestData data;
    @Autowired TimeTravel time;
    @Autowired NamadClock clock;
    @Autowired Renewals renewals;
    @Autowired Assessments assessments;
    @Autowired RepositoryService repository;
    @Autowired HistoryService history;
    @Autowired JdbcTemplate database;

    @Test
    @DisplayName("N8 R7 R8 A stricter level would have begun more cases and proposed a withdrawal, a laxer one fewer: by hand")
    void levels() throws IOException {
        // A day on which nothing else happens.
        time.by(Duration.ofDays(3));
        LocalDate day = clock.today();
        Seal eight = data.issuedSeal();
        Seal six = data.issuedSeal();
        Seal four = data.issuedSeal();
        Seal twelve = data.issuedSeal();
        Seal silent = data.issuedSeal();
        Seal seven = data.issuedSeal();
        file.open(eight, 8);
        file.open(six, 6);
        file.open(four, 4);
        file.open(twelve, 12);
        file.unanswered(silent, 6);
        file.ruled(seven, false);
        file.open(seven, 7);
        time.by(Duration.ofDays(3));
        long asked = history.createHistoricDecisionInstanceQuery().count();

        // More than 5 in place of 7, more than 11 in place of 15.
        Comparison stricter = replays.replay(with(LEVEL, table(LEVEL).replace("&gt; 7<", "&gt; 5<")
            .replace("&gt; 15<", "&gt; 11<")), day, day);
        assertThat(stricter.policy()).isEqualTo("enforcement-level");
        assertThat(stricter.seals()).isEqualTo(6);
        assertThat(stricter.rows()).containsExactly(new Row("correspondence", 0, 2, 5), new Row("answers", 0, 1, 1),
            new Row("withdrawal", 0, 0, 1));
        assertThat(stricter.differences()).extracting(Difference::sealId, difference -> names(difference.today()),
            difference -> names(difference.candidate())).containsExactlyInAnyOrder(
                tuple(six.id(), List.of(), List.of("correspondence")),
                tuple(twelve.id(), List.of("correspondence"), List.of("correspondence", "withdrawal")),
                tuple(silent.id(), List.of("answers"), List.of("correspondence", "answers")),
                tuple(seven.id(), List.of(), List.of("correspondence")));

        // More than 9: the one with eight complaints would have been left alone.
        Comparison laxer = replays.replay(with(LEVEL, table(LEVEL).replace("&gt; 7<", "&gt; 9<")), day, day);
        assertThat(laxer.rows().get(0)).isEqualTo(new Row("correspondence", 0, 2, 1));
        assertThat(laxer.differences()).extracting(Difference::sealId).containsExactly(eight.id());

        assertThat(replays.replay(with(LEVEL, table(LEVEL)), day, day).differences()).isEmpty();
        assertThat(replays.replay(with(LEVEL, table(LEVEL)), day.plusDays(1), day.plusDays(1)).seals()).isZero();
        assertThat(history.createHistoricDecisionInstanceQuery().count()).isEqualTo(asked);
    }

    @Test
    @DisplayName("N8 R7 A shorter window forgets complaints that are older, as they were at each moment")
    void window() throws IOException {
        Seal seal = data.issuedSeal();
        LocalDate first = clock.today();
        file.open(seal, 5);
        time.by(Duration.ofDays(40));
        file.open(seal, 3);

        Comparison month = replays.replay(with(WINDOW, table(WINDOW).replace(">365<", ">30<")), first, clock.today());
        assertThat(month.decisions()).containsExactly("enforcement-window");
        assertThat(month.differences()).filteredOn(difference -> difference.sealId() == seal.id())
            .singleElement().satisfies(difference -> {
                assertThat(names(difference.today())).containsExactly("correspondence");
                assertThat(difference.candidate()).isEmpty();
            });
    }

    @Test
    @DisplayName("N8 R20 Renewals are decided anew with what was known then: one complaint settled would have renewed itself")
    void renewals() throws IOException {
        time.by(Duration.ofDays(3));
        LocalDate day = clock.today();
        Seal settled = data.issuedSeal();
        file.settled(settled);
        decide(settled, Decision.REVIEW);
        Seal silent = data.issuedSeal();
        file.unanswered(silent, 1);
        decide(silent, Decision.BLOCKED);
        // What comes later was not known.
        file.unanswered(settled, 3);

        String table = table(RENEWAL);
        int rule = table.indexOf("Rule_OtherComplaints");
        Comparison result = replays.replay(with(RENEWAL, table.substring(0, rule)
            + table.substring(rule).replaceFirst("&gt; 0<", "&gt; 2<")), day, day);

        assertThat(result.rows()).containsExactly(new Row("automatic", 0, 0, 1), new Row("review", 1, 1, 0),
            new Row("blocked", 1, 1, 1));
        assertThat(result.differences()).extracting(Difference::sealId).containsExactly(settled.id());
    }

    private void decide(Seal seal, Decision decision) {
        Renewal renewal = new Renewal(seal, clock.instant());
        Assessment found = assessments.of(seal.id(), Period.ofYears(2));
        renewal.assess(found);
        renewal.decide(decision);
        renewals.saveAndFlush(renewal);
    }

    @Test
    @DisplayName("N8 A table without an answer to what happened is refused with the case, and so is what is no policy")
    void refused() throws IOException {
        file.open(data.issuedSeal(), 1);
        String gap = table(LEVEL).replaceFirst("(?s)<rule id=\"Rule_None\">.*?</rule>", "");
        assertThatThrownBy(() -> replays.replay(with(LEVEL, gap), LocalDate.EPOCH, clock.today()))
            .isInstanceOf(ModelRefused.class).hasMessageContaining("complaints=1");
        assertThatThrownBy(() -> replays.replay(with("fee.dmn", table("fee.dmn")), LocalDate.EPOCH, clock.today()))
            .isInstanceOf(ModelRefused.class);
        assertThat(replays.candidates()).extracting(Replays.Candidate::id).contains("version:enforcement-level:1",
            "version:enforcement-window:1", "version:renewal-decision:1").doesNotContain("version:fee:1");
        assertThat(replays.files("version:enforcement-level:1")).containsKey(LEVEL);
    }

    private static List<String> names(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::name).toList();
    }

    private static Map<String, byte[]> with(String name, String table) {
        return Map.of(name, table.getBytes(StandardCharsets.UTF_8));
    }

    private static String table(String name) throws IOException {
        return Modeler.shipped(name).get(name);
    }
}
