package org.namad.modelling;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a step that tells a deadline; a model without its timer is refused. A step that tells it before the timer runs,
 * in a letter for example, finds the timer by its id. A listener of a wait takes the timer that begins to run with that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsTimer {

    /** The id of the timer event; empty for a timer that begins to run with the element listened to. */
    String value() default "";
}
