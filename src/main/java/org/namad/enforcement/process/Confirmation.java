package org.namad.enforcement.process;

/** What the second person can say; the names are those of the forms' values. */
enum Confirmation { CONFIRM, RETURN }
