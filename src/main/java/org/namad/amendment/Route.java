package org.namad.amendment;

/** What a change of registered data takes; the decision table {@code amendment-route} says it in lower case. */
public enum Route {
    /** It is done at once. */
    APPLY,
    /** The registry is asked, and a person only if that does not settle it. */
    REGISTRY,
    /** A person looks at it. */
    REVIEW
}
