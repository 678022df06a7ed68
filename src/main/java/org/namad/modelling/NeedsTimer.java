package org.namad.modelling;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a step that tells a deadline before its timer runs, in a letter for example: it finds the timer in the model by
 * its id, and a model without it is refused.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsTimer {

    /** The id of the timer event. */
    String value();
}
