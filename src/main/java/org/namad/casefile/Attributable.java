package org.namad.casefile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity whose every change is written to the trail: who, when, from what to what. Nothing else needs to be
 * done for that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Attributable {

    /** The kind under which its changes are found, as in {@link CaseKey}. */
    String value();
}
