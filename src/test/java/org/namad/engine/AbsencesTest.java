package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class AbsencesTest {

    private static final String PASSWORD = "Kafe-sahar-27";

    @Autowired Absences absences;
    @Autowired StaffAccounts accounts;
    @Autowired NamadClock clock;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired IdentityService identities;
    @Autowired FilterService filters;
    @Autowired AbsenceRegister register;

    StaffMember sara;
    StaffMember omid;
    StaffMember leila;
    StaffMember supervisor;
    String deployment;
    String instance;

    @BeforeEach
    void start() {
        sara = staff("absent-sara", "Sara", StaffRoles.CASE_OFFICER);
        omid = staff("absent-omid", "Omid", StaffRoles.CASE_OFFICER);
        leila = staff("absent-leila", "Leila", StaffRoles.CASE_OFFICER);
        supervisor = staff("absent-shirin", "Shirin", StaffRoles.SUPERVISOR);
        deployment = repository.createDeployment().addString("outer.bpmn", """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="outer" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start"/>
                <sequenceFlow id="a" sourceRef="Start" targetRef="Task_Rule"/>
                <userTask id="Task_Rule" name="Rule" camunda:formRef="rule" camunda:formRefBinding="deployment"
                  camunda:candidateGroups="case-officer"/>
                <sequenceFlow id="b" sourceRef="Task_Rule" targetRef="Call_Appeal"/>
                <callActivity id="Call_Appeal" calledElement="inner">
                  <extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></extensionElements>
                </callActivity>
              </process>
              <process id="inner" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start2"/>
                <sequenceFlow id="c" sourceRef="Start2" targetRef="Task_Appeal"/>
                <userTask id="Task_Appeal" name="Appeal" camunda:formRef="rule" camunda:formRefBinding="deployment"
                    camunda:candidateGroups="case-officer">
                  <extensionElements><camunda:properties>
                    <camunda:property name="otherThan" value="Task_Unknown, Task_Rule"/>
                  </camunda:properties></extensionElements>
                </userTask>
              </process>
            </definitions>
            """).addString("rule.form", """
            {"id": "rule", "type": "default", "schemaVersion": 16, "components": [
              {"id": "d", "type": "radio", "key": "ruling"}]}
            """).deploy().getId();
        instance = runtime.startProcessInstanceByKey("outer", "unknownkind-2").getId();
    }

    @AfterEach
    void remove() {
        identities.clearAuthentication();
        absences.current().forEach(absence -> absences.end(absence.id(), supervisor));
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("R26 A substitute sees and completes what the absent colleague claimed; both names are kept")
    void substitute() {
        as(sara, () -> tasks.claim(task().getId(), sara.id()));
        assertThat(listed(omid)).isEmpty();
        absences.enter(sara.id(), omid.id(), today(), today().plusDays(3), sara);

        assertThat(listed(omid)).containsExactly("Rule");
        assertThatThrownBy(() -> complete(leila)).hasMessageContaining("Sara Ahmadi has claimed this task");
        complete(omid);
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(instance).list())
            .extracting(HistoricTaskInstance::getAssignee, HistoricTaskInstance::getOwner)
            .containsExactly(tuple(omid.id(), sara.id()));
        assertThat(listed(omid)).isEmpty();
    }

    @Test
    @DisplayName("R26 A substitute takes the task over as Tasklist offers it, and gives it back to the colleague")
    void takenOver() {
        String task = task().getId();
        as(sara, () -> tasks.claim(task, sara.id()));
        absences.enter(sara.id(), omid.id(), today(), today(), sara);
        assertThatThrownBy(() -> as(leila, () -> tasks.setAssignee(task, null))).hasMessageContaining("supervisors");
        as(omid, () -> tasks.setAssignee(task, null));
        assertThat(task()).extracting(Task::getAssignee, Task::getOwner).containsExactly(omid.id(), sara.id());
        as(omid, () -> tasks.setAssignee(task, null));
        assertThat(task()).extracting(Task::getAssignee, Task::getOwner).containsExactly(sara.id(), null);

        as(omid, () -> tasks.claim(task, omid.id()));
        complete(omid);
        assertThat(history.createHistoricTaskInstanceQuery().taskId(task).singleResult())
            .extracting(HistoricTaskInstance::getAssignee, HistoricTaskInstance::getOwner)
            .containsExactly(omid.id(), sara.id());
        assertThatThrownBy(() -> complete(sara)).hasMessageContaining("A second person must do this");
    }

    @Test
    @DisplayName("R26 Second eyes are neither the substitute's nor the absent one's, also across a call activity")
    void bothBarred() {
        as(sara, () -> tasks.claim(task().getId(), sara.id()));
        absences.enter(sara.id(), omid.id(), today(), today(), sara);
        complete(omid);

        assertThat((String) tasks.getVariableLocal(task().getId(), "doneBefore"))
            .startsWith("Rule: Omid Ahmadi (به جانشینی Sara Ahmadi) · ");
        for (StaffMember barred : List.of(sara, omid)) {
            assertThatThrownBy(() -> complete(barred)).hasMessageContaining("A second person must do this");
            assertThatThrownBy(() -> as(barred, () -> tasks.claim(task().getId(), barred.id())))
                .hasMessageContaining("A second person must do this").hasMessageContaining("همکار دیگری");
        }
        complete(leila);
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    }

    @Test
    @DisplayName("A supervisor stands in for an officer without being one; before and after the period nobody does")
    void period() {
        as(sara, () -> tasks.claim(task().getId(), sara.id()));
        absences.enter(sara.id(), supervisor.id(), today().plusDays(2), today().plusDays(3), supervisor);
        assertThat(listed(supervisor)).isEmpty();
        assertThatThrownBy(() -> complete(supervisor)).isInstanceOf(RuntimeException.class);
        clock.moveBy(Duration.ofDays(2));
        assertThat(listed(supervisor)).containsExactly("Rule");
        clock.moveBy(Duration.ofDays(2));
        assertThat(listed(supervisor)).isEmpty();
        clock.moveBy(Duration.ofDays(-1));
        complete(supervisor);
        assertThat(task().getName()).isEqualTo("Appeal");
    }

    @Test
    @DisplayName("An absence ends at once, and its filter with it")
    void ended() {
        as(sara, () -> tasks.claim(task().getId(), sara.id()));
        Absence absence = absences.enter(sara.id(), omid.id(), today(), today().plusDays(9), supervisor);
        assertThatThrownBy(() -> absences.end(absence.id(), omid)).hasMessage("NOT_YOURS");
        absences.end(absence.id(), sara);
        assertThat(filters.createTaskFilterQuery().filterNameLike("%(absent-sara)").count()).isZero();
        assertThatThrownBy(() -> complete(omid)).hasMessageContaining("has claimed");
    }

    @Test
    @DisplayName("Whoever looks only stands in for nobody, whatever group is shared and whatever stands in the register")
    void onlyWorkers() {
        StaffMember auditor = staff("absent-auditor", "Neda", StaffRoles.AUDITOR);
        accounts.open("absent-both", "Mina", "Ahmadi", PASSWORD, StaffRoles.CASE_OFFICER, StaffRoles.AUDITOR);
        StaffMember both = accounts.find("absent-both").orElseThrow();
        refused("OTHER_GROUP", both.id(), auditor.id(), today(), today(), both);

        as(sara, () -> tasks.claim(task().getId(), sara.id()));
        register.save(new Absence(sara.id(), auditor.id(), today(), today(), sara.id(), clock.instant()));
        assertThatThrownBy(() -> complete(auditor)).isInstanceOf(AuthorizationException.class);
        String task = task().getId();
        assertThatThrownBy(() -> as(auditor, () -> tasks.claim(task, auditor.id()))).hasMessageContaining("Auditors");
        assertThat(task().getAssignee()).isEqualTo(sara.id());
    }

    @Test
    @DisplayName("Of two absences that were entered at the same moment the later one counts")
    void enteredAtOnce() {
        for (StaffMember substitute : List.of(omid, leila)) {
            register.save(new Absence(sara.id(), substitute.id(), today(), today(), sara.id(), clock.instant()));
        }
        assertThat(absences.present(sara.id())).isEqualTo(leila.id());
    }

    @Test
    @DisplayName("An absence that makes no sense is refused")
    void refused() {
        StaffMember auditor = staff("absent-auditor", "Neda", StaffRoles.AUDITOR);
        refused("NOT_YOURS", sara.id(), omid.id(), today(), today(), omid);
        refused("PERIOD_REVERSED", sara.id(), omid.id(), today().plusDays(1), today(), sara);
        refused("PERIOD_OVER", sara.id(), omid.id(), today().minusDays(2), today().minusDays(1), sara);
        refused("ONESELF", sara.id(), sara.id(), today(), today(), sara);
        refused("UNKNOWN_COLLEAGUE", sara.id(), "nobody", today(), today(), sara);
        refused("OTHER_GROUP", sara.id(), auditor.id(), today(), today(), sara);
        absences.enter(sara.id(), omid.id(), today(), today().plusDays(5), sara);
        refused("OVERLAPS", sara.id(), leila.id(), today().plusDays(5), today().plusDays(6), sara);
    }

    private void refused(String reason, String absent, String substitute, LocalDate first, LocalDate last,
            StaffMember who) {
        assertThatThrownBy(() -> absences.enter(absent, substitute, first, last, who)).hasMessage(reason);
    }

    private LocalDate today() {
        return clock.today();
    }

    /** What Tasklist lists under the filter for Sara's substitutes. */
    private List<String> listed(StaffMember who) {
        identities.setAuthentication(who.id(), List.copyOf(who.groups()));
        try {
            return filters.createTaskFilterQuery().filterNameLike("%(absent-sara)").list().stream()
                .flatMap(filter -> filters.<Task>list(filter.getId()).stream()).map(Task::getName).toList();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey("unknownkind-2").singleResult();
    }

    private void complete(StaffMember who) {
        String task = task().getId();
        as(who, () -> tasks.complete(task, Map.of("ruling", "upheld")));
    }

    private void as(StaffMember who, Runnable work) {
        identities.setAuthentication(who.id(), List.copyOf(who.groups()));
        try {
            work.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private StaffMember staff(String id, String firstName, String group) {
        accounts.open(id, firstName, "Ahmadi", PASSWORD, group);
        return accounts.find(id).orElseThrow();
    }
}
