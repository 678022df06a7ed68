package org.namad.renewal.process;

import java.util.Locale;
import java.util.Map;

import org.namad.renewal.Assessment;
import org.namad.renewal.Decision;

/** How code and the decision table {@code renewal-decision} name the same things. */
final class DecisionTable {

    private DecisionTable() {
    }

    static Map<String, Object> inputs(Assessment assessment) {
        return Map.of(
            SealRenewalProcess.UNANSWERED, assessment.unanswered(),
            SealRenewalProcess.UPHELD, assessment.upheld(),
            SealRenewalProcess.COMPLAINTS, assessment.complaints(),
            SealRenewalProcess.SUPERVISED, assessment.supervised());
    }

    static Decision decision(Object output) {
        return Decision.valueOf(String.valueOf(output).toUpperCase(Locale.ROOT));
    }
}
