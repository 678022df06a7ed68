package org.namad.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namad.Modeler;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.namad.rehearsal.Comparison.Difference;
import org.namad.rehearsal.Comparison.Row;
import org.namad.rehearsal.Happening.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Plays the three redesigns of docs/redesign.md in a process of its own, beside what is live. */
@Tag("shares-h2")
@NamadTest
class RehearsalIT {

    private static final Path REDESIGNS = Path.of("docs/redesigns");
    private static final List<String> LIVE_TABLES = List.of("person", "seal", "complaint", "mail", "point_entry",
        "ACT_RE_DEPLOYMENT", "ACT_HI_PROCINST", "ACT_RU_JOB");

    @Autowired RehearsalDesk desk;
    @Autowired NamadClock clock;
    @Autowired JdbcTemplate jdbc;

    @Test
    @DisplayName("N17 The three redesigns rehearsed: the point after 72 hours, a short message after 48, a further person before a suspension; nothing live moves")
    void redesigns() throws IOException {
        Map<String, Long> before = counts();
        Duration offset = clock.offset();

        Rehearsal rehearsal = desk.start("draft", files(), List.of(Story.UNANSWERED_COMPLAINT, Story.SUSPENDED_SEAL),
            "owner1");
        Awaitility.await().atMost(Duration.ofMinutes(9)).pollInterval(Duration.ofSeconds(1))
            .until(() -> desk.find(rehearsal.id()).orElseThrow().state() != Rehearsal.State.RUNNING);

        Rehearsal ended = desk.find(rehearsal.id()).orElseThrow();
        assertThat(ended.state()).as(ended.reason()).isEqualTo(Rehearsal.State.DONE);
        Outcome outcome = desk.outcome(ended);
        unanswered(Comparison.of(outcome.live().get(0), outcome.draft().get(0)));
        suspended(Comparison.of(outcome.live().get(1), outcome.draft().get(1)));
        assertThat(counts()).isEqualTo(before);
        assertThat(clock.offset()).isEqualTo(offset);
    }

    private static void unanswered(Comparison compared) {
        Row point = row(compared, Kind.POINT, "UNANSWERED");
        assertThat(point.live().minute()).isEqualTo(96 * 60);
        assertThat(point.draft().minute()).isEqualTo(72 * 60);
        Row message = row(compared, Kind.MAIL, "complaint-half-time");
        assertThat(message.difference()).isEqualTo(Difference.ONLY_DRAFT);
        assertThat(message.draft().minute()).isEqualTo(48 * 60);
        assertThat(message.draft().who()).isEqualTo("business");
    }

    private static void suspended(Comparison compared) {
        Row approved = compared.rows().stream().filter(row -> row.either().kind() == Kind.TASK_DONE
            && row.either().id().equals("Task_ApproveSuspension")).findFirst().orElseThrow();
        assertThat(approved.difference()).isEqualTo(Difference.ONLY_DRAFT);
        assertThat(approved.draft().who()).startsWith("supervisor-");
        assertThat(compared.rows()).filteredOn(row -> row.draft() != null && row.draft().kind() == Kind.TASK_DONE
                && row.draft().id().equals("Task_ConfirmDecision"))
            .noneMatch(row -> row.draft().who().equals(approved.draft().who()));
        Row suspension = row(compared, Kind.SEAL, "SUSPENDED");
        assertThat(suspension.live()).isNotNull();
        assertThat(suspension.draft().minute()).isEqualTo(approved.draft().minute());
        assertThat(row(compared, Kind.SEAL, "ACTIVE").draft()).as("reinstated after the remedy").isNotNull();
        assertThat(compared.rows()).noneMatch(row -> row.either().kind() == Kind.INCIDENT
            || row.either().kind() == Kind.NOBODY || row.either().kind() == Kind.WAITING);
    }

    private static Row row(Comparison compared, Kind kind, String id) {
        return compared.rows().stream().filter(row -> row.either().kind() == kind && row.either().id().equals(id))
            .findFirst().orElseThrow(() -> new AssertionError("no " + kind + " " + id + " in " + compared));
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        LIVE_TABLES.forEach(table -> counts.put(table, jdbc.queryForObject("select count(*) from " + table, Long.class)));
        return counts;
    }

    /** All three together; the shorter deadline is put into the model that has the short message. */
    private static Map<String, byte[]> files() throws IOException {
        Map<String, String> texts = new TreeMap<>(Modeler.redesigned(REDESIGNS.resolve("extra-approval")));
        texts.putAll(Modeler.redesigned(REDESIGNS.resolve("second-channel")));
        texts.computeIfPresent("complaint.bpmn", (name, model) -> withLines(model,
            REDESIGNS.resolve("shorter-deadline/complaint.bpmn.diff")));
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** Changes single lines as a diff has them, wherever they stand. */
    private static String withLines(String text, Path diff) {
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        try {
            Files.readAllLines(diff).stream().filter(line -> !line.matches("(---|\\+\\+\\+) .*")).forEach(line -> {
                if (line.startsWith("-")) {
                    removed.add(line.substring(1));
                } else if (line.startsWith("+")) {
                    added.add(line.substring(1));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String changed = text;
        for (int i = 0; i < removed.size(); i++) {
            assertThat(changed).contains(removed.get(i));
            changed = changed.replaceFirst(Pattern.quote(removed.get(i)),
                Matcher.quoteReplacement(added.get(i)));
        }
        return changed;
    }
}
