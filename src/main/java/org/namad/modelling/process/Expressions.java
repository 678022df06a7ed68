package org.namad.modelling.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** One expression of a model, {@code ${…}}, taken apart by the engine's own parser. */
class Expressions {

    /** A call such as {@code workingDays.after(…)}. */
    record Call(String bean, String method) {

        @Override
        public String toString() {
            return bean + "." + method + "(…)";
        }
    }

    /** What an expression does; {@code forbidden} names the first thing that no model may do, or is null. */
    record Parts(Set<String> variables, List<Call> calls, Set<String> texts, String forbidden) {
    }

    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS, Builder.Feature.VARARGS);
    /** The only function of Camunda's that models need; the others lead to objects with methods of their own. */
    private static final Set<String> FUNCTIONS = Set.of("now");

    /** The only property that models may read: a called process is about the case of its caller. */
    private static final Call CASE_KEY = new Call("execution", "processBusinessKey");

    /** What the engine calls itself; whoever has it in hand can reach everything. */
    private static final Set<String> ENGINES = Set.of("execution", "task", "caseExecution", "externalTask");

    private final ExpressionFactoryImpl factory = new ExpressionFactoryImpl();

    static boolean isOne(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @throws TreeBuilderException if the engine could not read it either */
    static Parts parts(String text) {
        return parts(text, FUNCTIONS);
    }

    /**
     * Takes apart what may name other functions of the engine's than models may.
     *
     * @throws TreeBuilderException if the engine could not read it either
     */
    static Parts parts(String text, Set<String> functions) {
        Tree tree = PARSER.build(text.strip());
        Walk walk = new Walk(functions);
        walk.visit(tree.getRoot());
        return new Parts(walk.variables, walk.calls, walk.texts, walk.forbidden);
    }

    /**
     * Whether the condition holds if the variables have these values; false as well if it cannot be told. Nothing but
     * the values can be reached: there is no way to a bean, a property or a method.
     */
    boolean holds(String condition, Map<String, ?> values) {
        SimpleContext context = new SimpleContext(new CompositeELResolver());
        values.forEach((name, value) -> context.setVariable(name,
            factory.createValueExpression(value, value == null ? Object.class : value.getClass())));
        try {
            return Boolean.TRUE.equals(factory.createValueExpression(context, condition.strip(), Boolean.class)
                .getValue(context));
        } catch (ELException cannotBeTold) {
            return false;
        }
    }

    private static final class Walk {

        private final Set<String> functions;
        private final Set<String> variables = new TreeSet<>();
        private final List<Call> calls = new ArrayList<>();
        private final Set<String> texts = new TreeSet<>();
        private String forbidden;

        Walk(Set<String> functions) {
            this.functions = functions;
        }

        void visit(Node node) {
            if (node instanceof AstMethod method && method.getChild(0) instanceof AstDot dot
                    && dot.getChild(0) instanceof AstIdentifier bean) {
                calls.add(new Call(bean.getName(), nameOf(dot)));
                visit(method.getChild(1));
                return;
            }
            if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier of
                    && CASE_KEY.equals(new Call(of.getName(), nameOf(dot)))) {
                return;
            }
            if (node instanceof AstMethod || node instanceof AstDot || node instanceof AstBracket
                    || node instanceof AstIdentifier named && ENGINES.contains(named.getName())
                    || node instanceof AstFunction function && !functions.contains(function.getName())) {
                forbidden = forbidden == null ? node.toString().strip() : forbidden;
            }
            if (node instanceof AstIdentifier identifier) {
                variables.add(identifier.getName());
            }
            if (node instanceof AstString) {
                texts.add(((AstString) node).eval(null, null).toString());
            }
            for (int child = 0; child < node.getCardinality(); child++) {
                visit(node.getChild(child));
            }
        }

        /** A property prints itself as a dot and its name. */
        private static String nameOf(AstDot dot) {
            return dot.toString().replaceFirst("^\\.\\s*", "");
        }
    }
}
