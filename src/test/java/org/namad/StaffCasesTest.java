package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.casefile.CaseFile;
import org.namad.casefile.StaffCases;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What staff have for the cases of every kind, whichever module they belong to. */
@NamadTest
class StaffCasesTest {

    @Autowired List<CaseFile> files;
    @Autowired List<StaffCases> kinds;
    @Autowired MessageSource messages;

    @Test
    @DisplayName("Every kind of case has a page for staff; every process with tasks of theirs has a filter, and each of these tasks a name on the dashboard")
    void everyKind() {
        assertThat(kinds).extracting(StaffCases::kind)
            .containsExactlyInAnyOrderElementsOf(files.stream().filter(StaffCasesTest::isShipped).map(CaseFile::kind).toList());
        Set<String> filtered = kinds.stream().flatMap(kind -> kind.filters().stream())
            .flatMap(filter -> filter.processes().stream()).collect(Collectors.toSet());
        Map<String, List<String>> staffTasks = staffTasks();
        assertThat(staffTasks).containsKey("data-amendment").hasSizeGreaterThan(4);
        assertThat(filtered).containsExactlyInAnyOrderElementsOf(staffTasks.keySet());
        staffTasks.forEach((process, tasks) -> tasks.forEach(task -> List.of("fa", "en").forEach(language -> {
            String name = "oversight.task." + process + "." + task;
            assertThat(messages.getMessage(name, null, "", Locale.forLanguageTag(language))).as(name).isNotEmpty();
        })));
    }

    /** Other tests have kinds of case of their own. */
    private static boolean isShipped(CaseFile file) {
        return !AopUtils.getTargetClass(file).getProtectionDomain().getCodeSource().getLocation().getPath()
            .endsWith("/test-classes/");
    }

    /** The ids of the user tasks with forms, by process. */
    private static Map<String, List<String>> staffTasks() {
        Map<String, List<String>> all = Models.all().collect(Collectors.toMap(Models.Model::name, model ->
            model.content().getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaFormRef() != null).map(UserTask::getId).toList()));
        all.values().removeIf(List::isEmpty);
        return all;
    }
}
