package org.namad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.DemoTest;
import org.namad.calendar.NamadClock;
import org.namad.complaint.ComplaintStatus;
import org.namad.enforcement.EnforcementCase;
import org.namad.engine.StaffRoles;
import org.namad.issuance.Stage;
import org.namad.renewal.Renewal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;

/** The demo's data, made after a first start that was stopped in the middle of it. */
@DemoTest
class DemoDataIT {

    @Autowired
    DemoData data;
    @Autowired
    Seals seals;
    @Autowired
    IdentityService identities;
    @Autowired
    NamadClock clock;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    @DisplayName("The demo has an account of each role of the staff, and each can sign in")
    void everyRole() {
        Map<String, String> demo = Map.of("officer1", StaffRoles.CASE_OFFICER, "officer2", StaffRoles.CASE_OFFICER,
            "supervisor1", StaffRoles.SUPERVISOR, "rating1", StaffRoles.RATING_OPERATOR,
            "monitor1", StaffRoles.MONITORING_OFFICER, "owner1", StaffRoles.PROCESS_OWNER,
            "auditor1", StaffRoles.AUDITOR, "admin", StaffRoles.ADMIN);
        demo.forEach((account, role) -> {
            assertThat(identities.createGroupQuery().groupMember(account).list()).as(account).extracting(Group::getId)
                .containsExactly(role);
            assertThat(identities.checkPassword(account, "Namad-demo-1")).as(account).isTrue();
        });
        assertThat(identities.createGroupQuery().list()).extracting(Group::getId)
            .containsExactlyInAnyOrderElementsOf(new HashSet<>(demo.values()));
    }

    @Test
    @DisplayName("N17 The demo has shops in every state and complaints at every stage, staff work, and no incident; "
        + "loaded twice it is the same")
    void everyState() {
        awaitPresent();

        List<SealStatus> states = DemoShop.all().stream().flatMap(shop -> seals.findByDomain(shop.domain()).stream())
            .map(seal -> seal.statusAt(clock.instant())).toList();
        assertThat(states).hasSizeGreaterThan(40);
        assertThat(EnumSet.copyOf(states)).isEqualTo(EnumSet.allOf(SealStatus.class));
        assertThat(column("select distinct status from complaint"))
            .containsExactlyInAnyOrderElementsOf(names(ComplaintStatus.values()));
        // In CHECKS only machines are at work: nothing rests there.
        assertThat(column("select distinct stage from application"))
            .containsAll(names(EnumSet.complementOf(EnumSet.of(Stage.CHECKS)).toArray(Stage[]::new)));
        assertThat(column("select distinct status from enforcement_case"))
            .containsExactlyInAnyOrderElementsOf(names(EnforcementCase.Status.values()));
        assertThat(column("select distinct status from renewal"))
            .containsExactlyInAnyOrderElementsOf(names(Renewal.Status.values()));
        assertThat(column("select distinct b.kind from delegation d join business b on b.id = d.business_id "
            + "where d.state = 'ACTIVE'")).as("companies with delegates").containsExactly("LEGAL");
        assertThat(column("select distinct purpose from document")).contains("COMPANY_GAZETTE");
        assertThat(column("select distinct TASK_DEF_KEY_ from ACT_RU_TASK")).contains("Task_ReviewApplication",
            "Task_RuleOnComplaint", "Task_ReachBusiness", "Task_DecideOnSeal", "Task_CheckRemedy",
            "Task_ReviewRenewal", "Task_ReviewAmendment");
        assertThat(column("select INCIDENT_MSG_ from ACT_RU_INCIDENT")).isEmpty();

        Map<String, Long> before = rows();
        data.run(new DefaultApplicationArguments());
        awaitPresent();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @DisplayName("Of a start that was stopped while it made the data nothing is left: clock, seals and past are as they should be")
    void afterAStop() {
        awaitPresent();

        assertThat(clock.offset()).isZero();
        DemoShop.all().forEach(shop -> assertThat(seals.findByDomain(shop.domain()).filter(seal -> seal.issuedAt() != null)
            .isPresent()).as(shop.domain()).isEqualTo(!StoppedDemo.WITHOUT_SEAL.contains(shop.story())));
        int longest = DemoShop.all().stream().mapToInt(DemoShop::monthsAgo).max().orElseThrow();
        Instant first = jdbc.queryForObject("select min(registered_at) from person", Timestamp.class).toInstant();
        assertThat(ChronoUnit.DAYS.between(first, clock.instant())).isBetween(longest * 29L, longest * 31L);
        assertThat(jdbc.queryForObject("select data_loaded and not loading from demo_state", Boolean.class)).isTrue();
    }

    private void awaitPresent() {
        Awaitility.await().atMost(Duration.ofMinutes(6)).until(() -> !data.isLoading());
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private List<String> column(String query) {
        return jdbc.queryForList(query, String.class);
    }

    private Map<String, Long> rows() {
        return List.of("person", "business", "seal", "application", "complaint", "enforcement_case", "renewal").stream()
            .collect(Collectors.toMap(table -> table,
                table -> jdbc.queryForObject("select count(*) from " + table, Long.class)));
    }
}
