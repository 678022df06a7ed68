package org.namad.rollout.process;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.namad.modelling.PolicyReplay.Tables;

/**
 * Decision tables read from files and asked by the engine's own DMN engine, with the same expressions, but without what
 * listens to it: nothing is written to the history. The same question is asked once.
 */
class FileTables implements Tables {

    private record Question(String decision, Map<String, Object> inputs) {
    }

    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions = new HashMap<>();
    private final Map<Question, Object> answers = new HashMap<>();

    /** @param engines settings of the process engine's DMN engine */
    FileTables(DefaultDmnEngineConfiguration engines) {
        DefaultDmnEngineConfiguration own = new DefaultDmnEngineConfiguration();
        own.setScriptEngineResolver(engines.getScriptEngineResolver());
        own.setElProvider(engines.getElProvider());
        own.setFeelEngineFactory(engines.getFeelEngineFactory());
        own.setFeelCustomFunctionProviders(engines.getFeelCustomFunctionProviders());
        own.setDefaultInputExpressionExpressionLanguage(engines.getDefaultInputExpressionExpressionLanguage());
        own.setDefaultInputEntryExpressionLanguage(engines.getDefaultInputEntryExpressionLanguage());
        own.setDefaultOutputEntryExpressionLanguage(engines.getDefaultOutputEntryExpressionLanguage());
        own.setDefaultLiteralExpressionLanguage(engines.getDefaultLiteralExpressionLanguage());
        this.engine = own.buildEngine();
    }

    /** Adds the decisions of those files that hold any; they take the place of earlier ones of the same key. */
    FileTables with(Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
                engine.parseDecisions(new ByteArrayInputStream(content))
                    .forEach(decision -> decisions.put(decision.getKey(), decision));
            }
        });
        return this;
    }

    Set<String> decisions() {
        return decisions.keySet();
    }

    @Override
    public Object answer(String decision, Map<String, Object> inputs) {
        Question question = new Question(decision, inputs);
        Object known = answers.get(question);
        if (known != null) {
            return known;
        }
        DmnDecisionResult result = engine.evaluateDecision(decisions.get(decision), inputs);
        Object answer = result.isEmpty() ? null : result.getFirstResult().values().iterator().next();
        if (answer == null) {
            throw new NoSuchElementException(decision + " " + inputs);
        }
        answers.put(question, answer);
        return answer;
    }
}
