package org.namad.monitoring;

/** Why Namad does not even look at a page that a person named. */
public class NotExamined extends Exception {

    /** Each has a text {@code monitoring.doctor.refused.<name>}. */
    public enum Reason {
        /** It is not the address of a page on the public web. */
        ADDRESS,
        /** It is not a page of the registered site. */
        OTHER_SITE,
        /** The person has asked too often. */
        TOO_OFTEN
    }

    private final Reason reason;

    NotExamined(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
