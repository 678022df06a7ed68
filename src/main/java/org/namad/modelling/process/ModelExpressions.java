package org.namad.modelling.process;

import java.util.AbstractMap;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.namad.modelling.process.Expressions.Parts;

/**
 * The lock behind {@link SafetyRules}: whatever the engine is given as an expression, by a model of any age, a decision
 * table or a query, is read here, and refused unless it compares variables and calls what Namad offers. So a model that
 * slipped through the check, or was deployed before there was one, runs no code either.
 */
class ModelExpressions extends JuelExpressionManager {

    /** Besides what models may call: who is asking, for filters of Tasklist. */
    private static final Set<String> FUNCTIONS = Set.of("now", "currentUser", "currentUserGroups");

    private final LiveOffer offer;

    ModelExpressions(LiveOffer offer) {
        super(new UsableBeans(offer));
        this.offer = offer;
    }

    /** @throws ProcessEngineException if the expression does more than it may */
    @Override
    public ValueExpression createValueExpression(String text) {
        if (Expressions.isOne(text) && !isPermitted(text)) {
            throw new ProcessEngineException("The expression " + text + " does more than Namad allows");
        }
        return super.createValueExpression(text);
    }

    private boolean isPermitted(String text) {
        try {
            Parts parts = Expressions.parts(text, FUNCTIONS);
            return parts.forbidden() == null
                && parts.calls().stream().allMatch(call -> offer.isFunction(call) || offer.isFilterFunction(call));
        } catch (TreeBuilderException unreadable) {
            return false;
        }
    }

    /** Variables, and the beans that are offered; a method is called on these only. */
    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new BeanELResolver());
        return resolver;
    }

    /** The beans that expressions see, by their names. */
    private static final class UsableBeans extends AbstractMap<Object, Object> {

        private final LiveOffer offer;

        UsableBeans(LiveOffer offer) {
            this.offer = offer;
        }

        @Override
        public boolean containsKey(Object name) {
            return offer.isUsable(Objects.toString(name));
        }

        @Override
        public Object get(Object name) {
            return containsKey(name) ? offer.bean(Objects.toString(name)) : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            throw new UnsupportedOperationException("asked by name only");
        }
    }
}
