package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;

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
