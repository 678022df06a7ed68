package org.namad.notification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.namad.modelling.FactExpression;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.AbstractContext;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Gives templates facts and nothing else. A template that names a variable nobody has set fails, where Thymeleaf would
 * leave a hole: a mail without its deadline must not go out. One that says more than a {@link FactExpression} fails as
 * well: there is no other language in which it could call for code.
 */
class FactsOnly implements IEngineContextFactory, IStandardVariableExpressionEvaluator {

    /** How the names begin of what Thymeleaf keeps for itself among the variables. */
    private static final Set<String> INTERNAL_PREFIXES = Set.of("thymeleaf", "spring", "%", "execInfo");

    /** The variables of one mail. */
    static final class Facts extends AbstractContext {

        private final Map<String, String> facts;

        Facts(Locale language, Map<String, Object> model, Map<String, String> facts) {
            super(language, model);
            this.facts = facts;
        }
    }

    @Override
    public Object evaluate(IExpressionContext context, IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        FactExpression said = FactExpression.of(expression.getExpression()).orElseThrow(() ->
            new IllegalArgumentException("mails only show facts, not \"" + expression.getExpression() + "\""));
        return switch (said.asks()) {
            case VALUE -> context.getVariable(said.fact());
            case EQUAL -> said.text().equals(context.getVariable(said.fact()));
            case DIFFERENT -> !said.text().equals(context.getVariable(said.fact()));
            case PRESENT -> ((Map<?, ?>) context.getVariable("facts")).containsKey(said.fact());
        };
    }

    @Override
    public IEngineContext createEngineContext(IEngineConfiguration configuration, TemplateData template,
            Map<String, Object> resolutionAttributes, IContext context) {
        Facts facts = (Facts) context;
        Map<String, Object> model = new HashMap<>();
        facts.getVariableNames().forEach(name -> model.put(name, facts.getVariable(name)));
        return new StrictContext(configuration, template, resolutionAttributes, facts, model);
    }

    private static final class StrictContext extends EngineContext {

        private final Map<String, String> facts;

        StrictContext(IEngineConfiguration configuration, TemplateData template,
                Map<String, Object> resolutionAttributes, Facts facts, Map<String, Object> model) {
            super(configuration, template, resolutionAttributes, facts.getLocale(), model);
            this.facts = facts.facts;
        }

        @Override
        public Object getVariable(String name) {
            if (containsVariable(name) || INTERNAL_PREFIXES.stream().anyMatch(name::startsWith)) {
                return super.getVariable(name);
            }
            if (facts.containsKey(name)) {
                return facts.get(name);
            }
            throw new IllegalArgumentException("there is no fact \"" + name + "\"");
        }
    }
}
