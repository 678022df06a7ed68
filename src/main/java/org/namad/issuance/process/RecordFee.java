package org.namad.issuance.process;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.namad.issuance.ApplicationRegister;
import org.namad.modelling.WithDecision;
import org.namad.payment.InvoiceItem;
import org.springframework.stereotype.Component;

/**
 * End listener of the business rule task that determines the fee: keeps the decision's items (R14). Each row gives
 * {@code item}, whose name is the message {@code issuance.fee.<item>}, and {@code amount} in toman.
 */
@Component("recordFee")
@WithDecision("fee")
class RecordFee implements ExecutionListener {

    private final ApplicationRegister register;

    RecordFee(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult decision = (DmnDecisionResult) execution.getVariable("decisionResult");
        register.charge((Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID),
            items(decision.getResultList()));
    }

    static List<InvoiceItem> items(List<Map<String, Object>> rows) {
        return rows.stream()
            .map(row -> new InvoiceItem("issuance.fee." + row.get("item"), ((Number) row.get("amount")).longValue()))
            .toList();
    }
}
