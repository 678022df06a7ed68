package org.namad.modelling;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that expressions in models may call, such as {@code ${workingDays.after(3)}}. They may call no other:
 * the right to deploy a model is not the right to run code.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForModels {
}
