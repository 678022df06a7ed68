package org.namad.issuance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.engine.WithForm;
import org.namad.issuance.ApplicationRegister;
import org.namad.issuance.Stage;
import org.springframework.stereotype.Component;

/** Opens the application to its applicant, who is to correct it, wherever a task stands on the page for that. */
@Component("awaitCorrection")
@WithForm(value = SealApplicationProcess.CORRECTION_PAGE, event = TaskListener.EVENTNAME_CREATE)
class AwaitCorrection implements TaskListener {

    private final ApplicationRegister register;

    AwaitCorrection(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getVariable(SealApplicationProcess.APPLICATION_ID) instanceof Long application) {
            register.enter(application, Stage.CORRECTION);
        }
    }
}
