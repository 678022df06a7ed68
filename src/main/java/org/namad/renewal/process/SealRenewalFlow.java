package org.namad.renewal.process;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.namad.casefile.CaseKey;
import org.namad.engine.UserCommands;
import org.namad.party.Business;
import org.namad.renewal.Assessment;
import org.namad.renewal.Assessments;
import org.namad.renewal.Decision;
import org.namad.renewal.Renewal;
import org.namad.renewal.RenewalDesk;
import org.namad.renewal.Renewals;
import org.namad.renewal.ShopData;
import org.namad.seal.SealChanged;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Moves renewals through the process {@code seal-renewal}: data and where the renewal stands change together. */
@Service
class SealRenewalFlow implements RenewalDesk {

    private static final String ASSESS_CONDUCT = "${assessConduct}";
    /** Looked back over where no step of the model says how far: a complaint stands against renewal so long (R20). */
    private static final Period TERM = Period.ofYears(2);

    private final Renewals renewals;
    private final SealRegister register;
    private final Assessments assessments;
    private final RuntimeService runtime;
    private final DecisionService decisions;
    private final RepositoryService repository;
    private final UserCommands commands;
    private final Clock clock;

    SealRenewalFlow(Renewals renewals, SealRegister register, Assessments assessments, RuntimeService runtime,
            DecisionService decisions, RepositoryService repository, UserCommands commands, Clock clock) {
        this.renewals = renewals;
        this.register = register;
        this.assessments = assessments;
        this.runtime = runtime;
        this.decisions = decisions;
        this.repository = repository;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void updateData(long renewalId, ShopData data) {
        commands.run(() -> {
            Renewal renewal = renewals.get(renewalId);
            Business business = renewal.seal().business();
            business.relocate(data.province(), data.city(), data.address(), data.phone());
            register.holderChanged(business.id());
            register.declareTransactions(renewal.seal().id(), data.monthlyTransactions());
            renewal.dataUpdated(clock.instant());
            correlate(SealRenewalProcess.SEAL_DATA_UPDATED, renewal.key());
            return renewal;
        });
    }

    @Override
    public Assessment preview(long sealId) {
        return commands.run(() -> {
            Assessment today = assessments.of(sealId, window());
            return today.decided(DecisionTable.decision(decisions
                .evaluateDecisionTableByKey(SealRenewalProcess.DECISION_TABLE)
                .variables(DecisionTable.inputs(today)).evaluate().getSingleEntry()));
        });
    }

    @Override
    public Optional<Instant> blockedUntil(long sealId) {
        Assessment today = preview(sealId);
        boolean refused = renewals.findBySealIdOrderByTermEndDesc(sealId).stream().limit(1)
            .anyMatch(last -> last.status() == Renewal.Status.LAPSED && last.reviewedAt() != null);
        boolean blocked = today.decision() == Decision.BLOCKED || today.decision() == Decision.REVIEW && refused;
        return blocked ? Optional.ofNullable(today.standsUntil()) : Optional.empty();
    }

    /** A seal that was taken away is not renewed any more. */
    @EventListener
    void on(SealChanged change) {
        if (change.status() == SealStatus.REVOKED) {
            renewals.findBySealIdAndClosedAtIsNull(change.sealId())
                .ifPresent(renewal -> correlate(SealRenewalProcess.SEAL_REVOKED, renewal.key()));
        }
    }

    /** Tells the renewal's process, if it waits for that; otherwise it is not concerned. */
    private void correlate(String message, CaseKey key) {
        runtime.createMessageCorrelation(message).processInstanceBusinessKey(key.toString()).correlateAll();
    }

    /** How far back the model in force looks, so that the preview says what the process will decide (N11). */
    private Period window() {
        String model = repository.createProcessDefinitionQuery().processDefinitionKey(SealRenewalProcess.KEY)
            .latestVersion().singleResult().getId();
        return repository.getBpmnModelInstance(model).getModelElementsByType(ServiceTask.class).stream()
            .filter(step -> ASSESS_CONDUCT.equals(step.getCamundaDelegateExpression()))
            .map(ServiceTask::getExtensionElements).filter(Objects::nonNull)
            .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream())
            .flatMap(settings -> settings.getCamundaInputParameters().stream())
            .filter(input -> input.getCamundaName().equals(SealRenewalProcess.WINDOW))
            .map(input -> Period.parse(input.getTextContent().strip())).findFirst().orElse(TERM);
    }
}
