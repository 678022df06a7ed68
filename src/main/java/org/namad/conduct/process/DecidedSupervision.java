package org.namad.conduct.process;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.namad.conduct.ScoringTerms;
import org.namad.conduct.Supervision;
import org.namad.conduct.SupervisionPolicy;
import org.springframework.stereotype.Component;

/** Asks the decision tables {@code scoring-terms} and {@code supervision-level}. */
@Component
class DecidedSupervision implements SupervisionPolicy {

    private final DecisionService decisions;

    DecidedSupervision(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public ScoringTerms terms(LocalDate day) {
        DmnDecisionRuleResult terms = ask("scoring-terms", Map.of("day", day.toString()));
        return new ScoringTerms(((Number) terms.getEntry("windowDays")).intValue(),
            LocalDate.parse(terms.<String>getEntry("scoredFrom")));
    }

    @Override
    public Supervision level(int complaints, int unanswered, int points, Double perThousand) {
        DmnDecisionRuleResult found = ask("supervision-level", Map.of(
            "points", points,
            "unanswered", unanswered,
            "complaints", complaints,
            "declared", perThousand != null,
            "perThousand", perThousand == null ? 0.0 : perThousand));
        return new Supervision(Supervision.Level.valueOf(found.<String>getEntry("level").toUpperCase(Locale.ROOT)),
            Supervision.Because.valueOf(found.<String>getEntry("because").toUpperCase(Locale.ROOT)));
    }

    private DmnDecisionRuleResult ask(String decision, Map<String, Object> inputs) {
        return decisions.evaluateDecisionTableByKey(decision).variables(inputs).evaluate().getSingleResult();
    }
}
