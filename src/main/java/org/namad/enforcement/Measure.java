package org.namad.enforcement;

/** What can be decided on a seal (R26). */
public enum Measure {
    /** The grounds do not hold. */
    NONE,
    /** The holder is warned; the seal stays in force. */
    WARN,
    /** The seal is withheld until a remedy has been accepted. */
    SUSPEND,
    /** The seal is taken away. */
    REVOKE
}
