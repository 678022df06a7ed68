package org.namad;

import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Ends the cases that a test class leaves behind, so that the classes after it, which move the clock in the same
 * application, need not live through them too.
 */
class LeftCases implements TestExecutionListener {

    /** Who leaves more has an application of its own. */
    private static final int MOST = 500;

    @Override
    public void afterTestClass(TestContext test) {
        if (!test.hasApplicationContext()) {
            return;
        }
        RuntimeService runtime = test.getApplicationContext().getBean(RuntimeService.class);
        List<String> left = runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
            .map(ProcessInstance::getId).toList();
        if (!left.isEmpty() && left.size() <= MOST) {
            runtime.deleteProcessInstances(left, "left behind by " + test.getTestClass().getSimpleName(), true, true);
        }
    }
}
