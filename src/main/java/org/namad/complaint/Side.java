package org.namad.complaint;

/** Who says something about a complaint. */
public enum Side {
    /** The business complained about. */
    BUSINESS,
    /** The consumer who complains. */
    CONSUMER,
    /** The platform's staff, who belong to neither side. */
    STAFF;

    /** The side across the table; staff have none. */
    public Side other() {
        return switch (this) {
            case BUSINESS -> CONSUMER;
            case CONSUMER -> BUSINESS;
            case STAFF -> throw new IllegalStateException("staff have no other side");
        };
    }
}
