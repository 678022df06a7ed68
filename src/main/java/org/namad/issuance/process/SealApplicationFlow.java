package org.namad.issuance.process;

import static org.namad.issuance.process.SealApplicationProcess.*;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.namad.casefile.CaseKey;
import org.namad.engine.CaseTasks;
import org.namad.engine.ModelledDeadline;
import org.namad.engine.UserCommands;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationFlow;
import org.namad.payment.InvoiceItem;
import org.namad.payment.InvoicePaid;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leads applications through {@code seal-application}. */
@Component
class SealApplicationFlow implements ApplicationFlow {

    private static final Map<Deadline, String> DEADLINES = Map.of(
        Deadline.CORRECTION, Event_CorrectionDeadlinePassed,
        Deadline.PAYMENT, Event_PaymentDeadlinePassed,
        Deadline.PLACEMENT, Event_PlacementDeadlinePassed);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CaseTasks caseTasks;
    private final DecisionService decisions;
    private final ManagementService management;
    private final RepositoryService repository;
    private final UserCommands commands;
    private final Clock clock;

    SealApplicationFlow(RuntimeService runtime, TaskService tasks, CaseTasks caseTasks, DecisionService decisions,
            ManagementService management, RepositoryService repository, UserCommands commands, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.decisions = decisions;
        this.management = management;
        this.repository = repository;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Eligibility eligibility(boolean sellsToVisitors, boolean paymentGateway) {
        String answer = decisions.evaluateDecisionTableByKey("eligibility", Variables
            .putValue(SELLS_TO_VISITORS, sellsToVisitors).putValue(PAYMENT_GATEWAY, paymentGateway)).getSingleEntry();
        return Eligibility.valueOf(answer.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public List<InvoiceItem> fee(boolean postalValidation, boolean placementHelp) {
        return RecordFee.items(decisions.evaluateDecisionTableByKey("fee", Variables
            .putValue(POSTAL_VALIDATION, postalValidation).putValue(PLACEMENT_HELP, placementHelp)).getResultList());
    }

    @Override
    public void start(Application application) {
        runtime.startProcessInstanceByKey(KEY, application.key().toString(), choices(application)
            .putValue(APPLICATION_ID, application.id()));
    }

    @Override
    public boolean corrected(Application application) {
        Optional<Task> task = caseTasks.with(application.key(), CORRECTION_PAGE);
        task.ifPresent(open -> tasks.complete(open.getId(), choices(application)));
        return task.isPresent();
    }

    /** The applicant's answers that decisions are taken on. */
    private static VariableMap choices(Application application) {
        return Variables
            .putValue(SELLS_TO_VISITORS, application.sellsToVisitors())
            .putValue(PAYMENT_GATEWAY, application.paymentGateway())
            .putValue(ACTIVITY, application.particulars().activity())
            .putValue(POSTAL_VALIDATION, application.particulars().postalValidation())
            .putValue(PLACEMENT_HELP, application.particulars().placementHelp())
            .putValue(POLICE_FINDING, null);
    }

    @EventListener
    void paid(InvoicePaid event) {
        if (event.key().kind().equals(Application.KIND)) {
            runtime.createMessageCorrelation(MESSAGE_FEE_PAID).processInstanceBusinessKey(event.key().toString())
                .correlate();
        }
    }

    @Override
    public void reportPlacement(long applicationId) {
        // "All" are one at most; unlike a single correlation this accepts that nothing waits.
        commands.run(() -> runtime.createMessageCorrelation(MESSAGE_PLACEMENT_REPORTED)
            .processInstanceBusinessKey(new CaseKey(Application.KIND, applicationId).toString())
            .correlateAllWithResult());
    }

    @Override
    public Optional<Instant> deadline(long applicationId, Deadline deadline) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(new CaseKey(Application.KIND, applicationId).toString(), KEY).singleResult();
        if (instance == null) {
            return Optional.empty();
        }
        String event = DEADLINES.get(deadline);
        Job timer = management.createJobQuery().processInstanceId(instance.getId()).activityId(event).singleResult();
        return timer != null ? Optional.of(timer.getDuedate().toInstant()) : ModelledDeadline.find(clock.instant(),
            repository.getBpmnModelInstance(instance.getProcessDefinitionId()), event);
    }
}
