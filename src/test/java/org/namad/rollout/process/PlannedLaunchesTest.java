package org.namad.rollout.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.Modeler;
import org.namad.NamadTest;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.demo.ReceivedMail;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.namad.engine.TimeTravel;
import org.namad.rollout.Drafts;
import org.namad.rollout.Launches.Launch;
import org.namad.rollout.ModelRefused;
import org.namad.rollout.ModelVersions;
import org.namad.rollout.ModelVersions.Kind;
import org.namad.rollout.ModelVersions.Version;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts whose day comes. */
@NamadTest
class PlannedLaunchesTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String KEY = "complaint-appeal";
    private static final String TABLE = "scoring-terms";
    private static final String ADDRESS = "launch-owner@namad.example";

    @Autowired PlannedLaunches launches;
    @Autowired Drafts drafts;
    @Autowired ModelVersions versions;
    @Autowired StaffAccounts accounts;
    @Autowired IdentityService identities;
    @Autowired RepositoryService repository;
    @Autowired NamadClock clock;
    @Autowired TimeTravel travel;
    @Autowired TestMailbox mailbox;

    private List<String> before;

    @BeforeEach
    void people() {
        accounts.open("launch-owner", "Parisa", "Nouri", PASSWORD, StaffRoles.PROCESS_OWNER);
        accounts.open("launch-second", "Kamran", "Sohrabi", PASSWORD, StaffRoles.PROCESS_OWNER);
        accounts.open("launch-auditor", "Neda", "Farhadi", PASSWORD, StaffRoles.AUDITOR);
        accounts.reachAt("launch-owner", ADDRESS);
        before = repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
    }

    /** Other tests share the engine and want the models as they are. */
    @AfterEach
    void takeBack() {
        launches.all().forEach(launch -> launches.cancel(launch.draft(), "launch-second"));
        repository.createDeploymentQuery().list().stream().map(Deployment::getId).filter(id -> !before.contains(id))
            .forEach(id -> repository.deleteDeployment(id, true));
        identities.deleteGroup("gone-by-then");
    }

    @Test
    @DisplayName("N8 A draft goes live at the beginning of its day in Tehran, in the name of whoever set the day, and once, however many nodes look")
    void goesLive() throws IOException {
        int live = versions(Kind.DECISION, TABLE).size();
        String draft = drafts.keep("draft terms", table(), "launch-owner");
        LocalDate day = clock.today().plusDays(3);
        launches.plan(draft, day.plusDays(30), "launch-owner");
        launches.plan(draft, day, "launch-second");
        assertThat(launches.all()).containsExactly(new Launch(draft, "draft terms", day, "Kamran Sohrabi", false, List.of()));

        travel.to(day.atStartOfDay(NamadClock.TEHRAN).toInstant().minus(Duration.ofMinutes(10)));
        launches.finish();
        assertThat(versions(Kind.DECISION, TABLE)).hasSize(live);
        assertThat(drafts.find(draft)).isPresent();

        travel.by(Duration.ofMinutes(11));
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(launches::finish)).limit(4)
            .toArray(CompletableFuture[]::new)).join();

        assertThat(versions(Kind.DECISION, TABLE)).hasSize(live + 1);
        assertThat(versions(Kind.DECISION, TABLE).get(0).deployedBy()).isEqualTo("Kamran Sohrabi");
        assertThat(drafts.find(draft)).isEmpty();
        assertThat(launches.of(draft)).isEmpty();
    }

    @Test
    @DisplayName("N8 What the check refuses when the day has come changes nothing: the plan says why, whoever set the day gets one mail, and it is not tried again")
    void refusedByThen() throws IOException {
        String draft = appealOf("gone-by-then", "launch-owner");
        int live = versions(Kind.PROCESS, KEY).size();
        launches.plan(draft, clock.today().plusDays(1), "launch-owner");
        identities.deleteGroup("gone-by-then");

        travel.by(Duration.ofDays(1));
        launches.finish();

        ReceivedMail mail = mailbox.await(ADDRESS, "launch-refused");
        assertThat(mail.text()).contains("draft appeal", "gone-by-then");
        assertThat(launches.of(draft)).hasValueSatisfying(launch -> {
            assertThat(launch.refused()).isTrue();
            assertThat(launch.reasons()).singleElement().asString().contains("gone-by-then");
        });
        assertThat(versions(Kind.PROCESS, KEY)).hasSize(live);
        assertThat(drafts.find(draft)).isPresent();

        identities.saveGroup(identities.newGroup("gone-by-then"));
        launches.finish();
        assertThat(versions(Kind.PROCESS, KEY)).hasSize(live);
        assertThat(mailbox.of(ADDRESS, "launch-refused")).hasSize(1);
        launches.plan(draft, clock.today().plusDays(1), "launch-second");
        assertThat(launches.of(draft)).get().matches(launch -> !launch.refused());
    }

    @Test
    @DisplayName("N8 Who may put nothing live any more when the day has come, or whose draft has been replaced by a newer one, lets nothing go live")
    void noRightOrNoDraft() throws IOException {
        int live = versions(Kind.DECISION, TABLE).size();
        String draft = drafts.keep("draft terms", table(), "launch-owner");
        launches.plan(draft, clock.today().plusDays(1), "launch-second");
        String older = drafts.keep("draft other terms", table(), "launch-owner");
        launches.plan(older, clock.today().plusDays(1), "launch-owner");
        String newer = drafts.keep("draft other terms", table(), "launch-owner");
        identities.deleteMembership("launch-second", StaffRoles.PROCESS_OWNER);
        try {
            travel.by(Duration.ofDays(1));
            launches.finish();
        } finally {
            identities.createMembership("launch-second", StaffRoles.PROCESS_OWNER);
        }
        assertThat(launches.all()).extracting(Launch::draft).containsExactly(draft, older);
        assertThat(launches.all()).allMatch(launch -> launch.refused() && launch.reasons().isEmpty());
        assertThat(versions(Kind.DECISION, TABLE)).hasSize(live);
        assertThat(drafts.find(draft)).isPresent();
        assertThat(drafts.find(newer)).isPresent();
    }

    @Test
    @DisplayName("N8 A day is set for a draft that passes the check, after today, by those who may put it live; it can be cancelled, and goes with the draft")
    void planning() throws IOException {
        LocalDate tomorrow = clock.today().plusDays(1);
        String draft = appealOf("gone-by-then", "launch-owner");
        assertThatThrownBy(() -> launches.plan(draft, clock.today(), "launch-owner")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> launches.plan(draft, tomorrow, "launch-auditor")).isInstanceOf(ModelRefused.class);
        assertThatThrownBy(() -> launches.plan(before.get(0), tomorrow, "launch-owner"))
            .isInstanceOf(NoSuchElementException.class);
        launches.plan(draft, tomorrow, "launch-owner");
        assertThatThrownBy(() -> launches.cancel(draft, "launch-auditor")).isInstanceOf(ModelRefused.class);
        assertThat(launches.of(draft)).isPresent();
        launches.cancel(draft, "launch-second");
        assertThat(launches.of(draft)).isEmpty();

        launches.plan(draft, tomorrow, "launch-owner");
        drafts.discard(draft, "launch-second");
        assertThat(launches.of(draft)).isEmpty();

        String bad = appealOf("gone-by-then", "launch-owner");
        identities.deleteGroup("gone-by-then");
        assertThatThrownBy(() -> launches.plan(bad, tomorrow, "launch-owner")).isInstanceOf(ModelRefused.class)
            .hasMessageContaining("gone-by-then");
        assertThat(launches.of(bad)).isEmpty();
    }

    private List<Version> versions(Kind kind, String key) {
        return versions.find(kind, key).orElseThrow().versions();
    }

    private static Map<String, byte[]> table() throws IOException {
        String file = TABLE + ".dmn";
        return Map.of(file, Modeler.shipped(file).get(file).getBytes(StandardCharsets.UTF_8));
    }

    /** A draft that needs a group, which is there now. */
    private String appealOf(String group, String author) throws IOException {
        identities.deleteGroup(group);
        identities.saveGroup(identities.newGroup(group));
        Map<String, byte[]> files = new HashMap<>();
        Modeler.shipped(KEY + ".bpmn").forEach((name, text) -> files.put(name,
            text.replace("\"case-officer\"", "\"" + group + "\"").getBytes(StandardCharsets.UTF_8)));
        return drafts.keep("draft appeal", files, author);
    }
}
