package org.namad.modelling;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that expressions in filters of Tasklist may call, such as {@code ${workingDays.startOfToday()}}. They
 * may call no other, besides those {@link ForModels}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForFilters {
}
