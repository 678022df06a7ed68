package org.namad.modelling;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an execution listener that belongs to a decision table of Namad's: it is told what the table says wherever a
 * business rule task asks it, in whatever flow, without the model naming the listener. It finds the result in
 * {@code decisionResult}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithDecision {

    /** The table's id. */
    String value();
}
