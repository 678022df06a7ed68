package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.casefile.StaffCases;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@NamadTest
class StaffFiltersTest {

    @Autowired StaffFilters staffFilters;
    @Autowired FilterService filters;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired IdentityService identities;
    @Autowired ComplaintDesk desk;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired AuthorizationService authorizations;
    @Autowired List<StaffCases> cases;
    @Autowired MessageSource messages;
    @Autowired StaffAccounts accounts;
    @Autowired Absences absences;
    @Autowired NamadClock clock;

    @AfterEach
    void signOut() {
        identities.clearAuthentication();
    }

    @Test
    @DisplayName("Each group sees in Tasklist the filters that are for it, in Persian; auditors, who do nothing, see none")
    void seen() {
        assertThat(seenBy("officer", StaffRoles.CASE_OFFICER)).contains("کارهای گروه من", "کارهای من", "دیرکردها",
            "مهلتشان امروز است", "پیگیری‌های امروز", "شکایت‌ها", "شکایت: تحویل نشده", "درخواست‌های نماد",
            "رسیدگی به نمادها", "تمدیدها");
        assertThat(seenBy("officer", StaffRoles.CASE_OFFICER)).doesNotContain("دیرکردهای همه", "به سرپرستان گفته‌شده");
        assertThat(seenBy("supervisor", StaffRoles.SUPERVISOR)).contains("دیرکردهای همه", "به سرپرستان گفته‌شده");
        assertThat(seenBy("rater", StaffRoles.RATING_OPERATOR)).contains("کارهای من").doesNotContain("شکایت‌ها");
        assertThat(seenBy("auditor", StaffRoles.AUDITOR)).isEmpty();
        assertThat(seenBy("stranger")).isEmpty();
    }

    @Test
    @DisplayName("A filter is made once: one that an administrator has deleted or renamed stays so at the next start")
    void once() {
        Set<String> before = everyFilter();
        filters.deleteFilter(made("renewal"));
        Filter renamed = filters.getFilter(made("overdue"));
        filters.saveFilter(renamed.setName("فوری"));
        staffFilters.run(null);
        before.remove("تمدیدها");
        before.remove("دیرکردها");
        before.add("فوری");
        assertThat(everyFilter()).isEqualTo(before);
        filters.saveFilter(renamed.setName("Overdue"));
        staffFilters.run(null);
        assertThat(filters.getFilter(made("overdue")).getName()).isEqualTo("دیرکردها");

        management.deleteProperty("namad.filter.renewal");
        staffFilters.run(null);
        assertThat(everyFilter()).contains("تمدیدها");
    }

    @Test
    @DisplayName("R6 A disputed complaint is found under its reason and its kind, with shop, reason and deadline in words")
    void byReason() {
        Task task = dispute(ComplaintReason.NOT_REFUNDED);
        assertThat(listed("complaint.NOT_REFUNDED")).contains(task.getId());
        assertThat(listed("complaint")).contains(task.getId());
        assertThat(listed("group")).contains(task.getId());
        assertThat(listed("complaint.NOT_DELIVERED")).doesNotContain(task.getId());
        assertThat(listed("enforcement")).doesNotContain(task.getId());
        assertThat(listed("overdue")).doesNotContain(task.getId());
        assertThat(tasks.getVariableLocal(task.getId(), "matter")).isEqualTo("پول بازگردانده نشده است");
        assertThat(tasks.getVariableLocal(task.getId(), "deadline").toString()).matches("\\S+ [۰-۹]+ \\S+ ۱۴[۰-۹]{2}");

        travel.to(task.getDueDate().toInstant().minus(Duration.ofHours(1)));
        assertThat(listed("today")).contains(task.getId());
        travel.by(Duration.ofHours(2));
        assertThat(listed("today")).doesNotContain(task.getId());
        assertThat(listed("overdue")).contains(task.getId());
        assertThat(listed("allOverdue", StaffRoles.SUPERVISOR)).contains(task.getId());
    }

    @Test
    @DisplayName("Filters and their columns follow namad.language, those of substitutes too; what an administrator has worded stays")
    void language() {
        Filter overdue = filters.getFilter(made("overdue"));
        Map<String, Object> properties = new HashMap<>(overdue.getProperties());
        List<Map<String, Object>> columns = new ArrayList<>(columns(overdue));
        columns.set(0, Map.of("name", "site", "label", "دکان"));
        properties.put("variables", columns);
        filters.saveFilter(overdue.setProperties(properties));
        accounts.open("filter-sara", "سارا", "احمدی", "Kafe-sahar-27", StaffRoles.CASE_OFFICER);
        accounts.open("filter-omid", "امید", "کریمی", "Kafe-sahar-27", StaffRoles.CASE_OFFICER);
        StaffMember sara = accounts.find("filter-sara").orElseThrow();
        long absence = absences.enter("filter-sara", "filter-omid", clock.today(), clock.today(), sara).id();
        try {
            assertThat(standingIn()).returns("جانشینی سارا احمدی (filter-sara)", Filter::getName);
            assertThat(labels(standingIn())).containsExactly("نماد", "شمارهٔ نماد", "فروشگاه", "دلیل", "مهلت");

            filtersIn(Locale.ENGLISH).run(null);
            new SubstituteFilters(filters, tasks, authorizations, messages, Locale.ENGLISH).rename(sara, absences.current());
            assertThat(filters.getFilter(made("group")).getName()).isEqualTo("My group's tasks");
            assertThat(labels(filters.getFilter(made("group")))).containsExactly("Seal", "Seal number", "Business",
                "Reason", "Deadline");
            assertThat(labels(filters.getFilter(made("overdue")))).containsExactly("دکان", "Seal number", "Business",
                "Reason", "Deadline");
            assertThat(standingIn()).returns("Standing in for سارا احمدی (filter-sara)", Filter::getName);
            assertThat(labels(standingIn())).startsWith("Seal", "Seal number");

            staffFilters.run(null);
            absences.run(null);
            assertThat(labels(filters.getFilter(made("group")))).startsWith("نماد", "شمارهٔ نماد");
            assertThat(labels(standingIn())).startsWith("نماد", "شمارهٔ نماد");
            String unchanged = standingIn().getId();
            absences.run(null);
            assertThat(standingIn().getId()).isEqualTo(unchanged);
        } finally {
            absences.end(absence, sara);
            filters.deleteFilter(made("overdue"));
            management.deleteProperty("namad.filter.overdue");
            staffFilters.run(null);
        }
    }

    @Test
    @DisplayName("Tasks are found in Tasklist by the number of the seal, a column of every filter and so offered for searching")
    void bySeal() {
        Task task = dispute(ComplaintReason.OTHER);
        String number = tasks.getVariableLocal(task.getId(), "sealNumber").toString();
        assertThat(filters.createTaskFilterQuery().list()).filteredOn(filter -> management.getProperties()
            .containsValue(filter.getId())).isNotEmpty().allSatisfy(filter -> assertThat(columns(filter))
                .anySatisfy(column -> assertThat(column).containsEntry("name", "sealNumber")));
        String group = made("group");
        assertThat(as("filter-reader", () -> filters.<Task, TaskQuery>list(group,
            tasks.createTaskQuery().taskVariableValueEquals("sealNumber", number)).stream().map(Task::getId).toList(),
            StaffRoles.CASE_OFFICER)).containsExactly(task.getId());
    }

    private StaffFilters filtersIn(Locale language) {
        return new StaffFilters(filters, tasks, authorizations, management, cases, messages, language);
    }

    private Filter standingIn() {
        return filters.createTaskFilterQuery().filterNameLike("%(filter-sara)").singleResult();
    }

    private static List<String> labels(Filter filter) {
        return columns(filter).stream().map(column -> (String) column.get("label")).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> columns(Filter filter) {
        return (List<Map<String, Object>>) filter.getProperties().get("variables");
    }

    private Task dispute(ComplaintReason reason) {
        Seal seal = data.issuedSeal();
        Complaint complaint = desk.register(new NewComplaint(data.person().id(), seal.domain(), "F-6", null, reason,
            "پول برنگشته است", null));
        desk.answer(complaint.id(), "برمی‌گردانیم");
        desk.dispute(complaint.id(), "هنوز نه");
        travel.runDueJobs();
        return tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString()).withCandidateGroups()
            .singleResult();
    }

    private List<String> listed(String filter) {
        return listed(filter, StaffRoles.CASE_OFFICER);
    }

    private List<String> listed(String filter, String group) {
        String id = made(filter);
        return as("filter-reader", () -> filters.<Task>list(id).stream().map(Task::getId).toList(), group);
    }

    private List<String> seenBy(String who, String... groups) {
        return as(who, () -> filters.createTaskFilterQuery().list().stream().map(Filter::getName).toList(), groups);
    }

    private Set<String> everyFilter() {
        return new HashSet<>(filters.createTaskFilterQuery().list().stream().map(Filter::getName).toList());
    }

    private String made(String filter) {
        return management.getProperties().get("namad.filter." + filter);
    }

    private <T> T as(String who, Supplier<T> work, String... groups) {
        identities.setAuthentication(who, Arrays.asList(groups));
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
