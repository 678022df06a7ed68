package org.namad.enforcement.process;


import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.enforcement.Decision;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.Measure;
import org.namad.enforcement.Remedy;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.RemedyReport;
import org.namad.enforcement.StatedBy;
import org.namad.engine.TimeTravel;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.beans.factory.annotation.Autowired;


/** A case about goods that differ, opened for each test, and the steps of its people. */
@NamadTest
abstract class SealEnforcementSetup {

    @Autowired EnforcementDesk desk;
    @Autowired EnforcementCases cases;
    @Autowired SealRegister register;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired IdentityService identity;

    Seal seal;
    String holder;
    long id;
    ProcessInstance process;

    @BeforeEach
    void open() {
        seal = data.issuedSeal();
        holder = seal.business().owner().email();
        EnforcementCase opened = desk.open(seal.id(), Ground.GOODS_DIFFER, "کفش به‌جای کیف",
            StatedBy.staff("officer-z"));
        id = opened.id();
        process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(opened.key().toString()).singleResult();
    }

    void suspend() {
        desk.reply(id, "…", List.of());
        decide(Measure.SUSPEND);
        confirm();
    }

    void decide(Measure measure) {
        complete(SealEnforcementProcess.Task_DecideOnSeal, "officer-a", Map.of(
            SealEnforcementProcess.MEASURE, measure.name().toLowerCase(),
            SealEnforcementProcess.REASONS, "دلایل کارشناس"));
    }

    void confirm() {
        complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-b",
            Map.of(SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM));
    }

    /** Every item ticked. */
    RemedyReport report(String text) {
        return new RemedyReport(text, items().stream().collect(Collectors.toMap(RemedyItem::id,
            item -> new RemedyReport.Said(true, "در صفحهٔ کالا"))), List.of());
    }

    List<RemedyItem> items() {
        return cases.findWithDossierById(id).orElseThrow().checklist();
    }

    void check(String verdict) {
        check(verdict, "officer-a");
    }

    /** Every item is found in order if the remedy is accepted, otherwise the first one only. */
    void check(String verdict, String officer) {
        complete(SealEnforcementProcess.Task_CheckRemedy, officer, Map.of(
            SealEnforcementProcess.REMEDY_VERDICT, verdict,
            SealEnforcementProcess.ITEMS_IN_ORDER, items().stream().map(item -> item.id().toString())
                .limit(verdict.equals("accept") ? Long.MAX_VALUE : 1).toList(),
            SealEnforcementProcess.REMEDY_REASONS, "یافتهٔ کارشناس"));
    }

    void confirmRevocation(String officer) {
        complete(SealEnforcementProcess.Task_ConfirmRevocation, officer,
            Map.of(SealEnforcementProcess.REVOCATION_CONFIRMATION, SealEnforcementProcess.CONFIRM));
    }

    void complete(String key, String user, Map<String, Object> form) {
        String task = task(key).getId();
        tasks.setAssignee(task, user);
        identity.setAuthenticatedUserId(user);
        try {
            tasks.complete(task, form);
        } finally {
            identity.clearAuthentication();
        }
    }

    Task task(String key) {
        return tasks.createTaskQuery().processInstanceId(process.getId()).taskDefinitionKey(key).singleResult();
    }

    Remedy remedy() {
        return cases.findWithDossierById(id).flatMap(EnforcementCase::remedy).orElseThrow();
    }

    EnforcementCase now() {
        return cases.get(id);
    }

    Decision decision() {
        return cases.findWithDossierById(id).flatMap(EnforcementCase::decision).orElseThrow();
    }

    SealStatus status() {
        return register.get(seal.id()).statusAt(clock.instant());
    }
}
