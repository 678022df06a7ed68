package org.namad.amendment.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.AmendmentRefused;
import org.namad.amendment.AmendmentRefused.Reason;
import org.namad.amendment.AmendmentRegister;
import org.namad.amendment.Amendments;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Route;
import org.namad.amendment.Subject;
import org.namad.casefile.CaseKey;
import org.namad.document.Documents;
import org.namad.engine.ModelledDeadline;
import org.namad.engine.UserCommands;
import org.namad.seal.SealChanged;
import org.namad.seal.SealStatus;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Leads changes of registered data through {@code data-amendment}. */
@Component
class DataAmendmentFlow implements AmendmentDesk {

    private static final String PURPOSE = "amendment-proof";

    private final Amendments amendments;
    private final AmendmentRegister register;
    private final Documents documents;
    private final RuntimeService runtime;
    private final DecisionService decisions;
    private final ManagementService management;
    private final RepositoryService repository;
    private final UserCommands commands;
    private final Clock clock;

    DataAmendmentFlow(Amendments amendments, AmendmentRegister register, Documents documents, RuntimeService runtime,
            DecisionService decisions, ManagementService management, RepositoryService repository,
            UserCommands commands, Clock clock) {
        this.amendments = amendments;
        this.register = register;
        this.documents = documents;
        this.runtime = runtime;
        this.decisions = decisions;
        this.management = management;
        this.repository = repository;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Route route(Subject subject) {
        String answer = decisions.evaluateDecisionTableByKey(DataAmendmentProcess.DECISION_TABLE,
            Map.of(DataAmendmentProcess.SUBJECT, subject.key())).getSingleEntry();
        return Route.valueOf(answer.toUpperCase(Locale.ROOT));
    }

    @Override
    public Amendment ask(NewAmendment wish) {
        try {
            return commands.run(() -> start(wish));
        } catch (DataIntegrityViolationException violation) {
            // Two wishes of the same moment: the checks passed for both, the constraints for one.
            String message = String.valueOf(violation.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("amendment_once")) {
                throw new AmendmentRefused(Reason.OPEN_ALREADY);
            }
            if (message.contains("amendment_domain")) {
                throw new AmendmentRefused(Reason.DOMAIN_TAKEN);
            }
            throw violation;
        }
    }

    private Amendment start(NewAmendment wish) {
        Amendment amendment = register.open(wish);
        wish.proofs().forEach(proof ->
            documents.store(amendment.key().toString(), PURPOSE, proof, wish.personId()));
        runtime.startProcessInstanceByKey(DataAmendmentProcess.KEY, amendment.key().toString(), Map.of(
            DataAmendmentProcess.AMENDMENT_ID, amendment.id(), DataAmendmentProcess.SUBJECT, wish.subject().key()));
        return amendment;
    }

    @Override
    public void withdraw(long amendmentId) {
        commands.run(() -> {
            try {
                runtime.createMessageCorrelation(DataAmendmentProcess.AMENDMENT_WITHDRAWN)
                    .processInstanceBusinessKey(key(amendmentId)).correlate();
            } catch (MismatchingMessageCorrelationException nobodyWaits) {
                throw new AmendmentRefused(Reason.OVER);
            }
            return null;
        });
    }

    @Override
    public void reportPlacement(long amendmentId) {
        commands.run(() -> {
            tell(DataAmendmentProcess.NEW_PLACEMENT_REPORTED, key(amendmentId));
            return null;
        });
    }

    @Override
    public Optional<Instant> placementDeadline(long amendmentId) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(key(amendmentId), DataAmendmentProcess.KEY).singleResult();
        if (instance == null) {
            return Optional.empty();
        }
        Job timer = management.createJobQuery().processInstanceId(instance.getId())
            .activityId(DataAmendmentProcess.Event_PlacementDeadlinePassed).singleResult();
        return timer != null ? Optional.of(timer.getDuedate().toInstant()) : ModelledDeadline.find(clock.instant(),
            repository.getBpmnModelInstance(instance.getProcessDefinitionId()),
            DataAmendmentProcess.Event_PlacementDeadlinePassed);
    }

    /** The data of a seal that was taken away are not changed any more. */
    @EventListener
    void on(SealChanged change) {
        if (change.status() == SealStatus.REVOKED) {
            amendments.findBySealIdAndClosedAtIsNull(change.sealId()).forEach(amendment ->
                tell(DataAmendmentProcess.AMENDED_SEAL_REVOKED, amendment.key().toString()));
        }
    }

    /** Tells the process, if it waits for that; otherwise it is not concerned. */
    private void tell(String message, String businessKey) {
        runtime.createMessageCorrelation(message).processInstanceBusinessKey(businessKey).correlateAll();
    }

    private static String key(long amendmentId) {
        return new CaseKey(Amendment.KIND, amendmentId).toString();
    }
}
