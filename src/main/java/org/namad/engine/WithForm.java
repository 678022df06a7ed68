package org.namad.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Marks a task listener that belongs to a form or a page of Namad's: it listens wherever a user task uses the form or
 * page, in whatever flow, without the model naming it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithForm {

    /** The form's id, or the page as a form key: {@code page:/…}. */
    String value();

    /** When it is told. */
    String event() default TaskListener.EVENTNAME_COMPLETE;
}
