package org.namad.rehearsal;

import java.util.List;

/** The cases of the script, each told to the end by people who always do the same. */
public enum Story {

    /** A shop applies, pays, places the seal and gets it (R13). */
    STRAIGHT_APPLICATION("seal-application"),
    /** A shop applies and never pays (R14). */
    UNPAID_APPLICATION("seal-application"),
    /** The business answers after 30 hours, the consumer accepts a day later. */
    ACCEPTED_COMPLAINT("complaint"),
    /** The business answers after 30 hours, the consumer objects, staff rule for the consumer. */
    DISPUTED_COMPLAINT("complaint", "complaint-appeal", "enforcement-check"),
    /** The business never answers (R1, R2). */
    UNANSWERED_COMPLAINT("complaint", "complaint-appeal", "enforcement-check"),
    /** Eight complaints without an answer; the holder replies, is suspended and remedies (R7, R26). */
    SUSPENDED_SEAL("complaint", "enforcement-check", "seal-enforcement"),
    /** Goods differ from the offer; the holder keeps silent and is warned (R25). */
    WARNED_HOLDER("seal-enforcement"),
    /** A seal without complaints ends in 75 days; the holder brings the data up to date (R19). */
    CLEAN_RENEWAL("renewal-sweep", "seal-renewal"),
    /** A seal with an unanswered complaint ends in 75 days (R20). */
    BLOCKED_RENEWAL("renewal-sweep", "seal-renewal", "complaint"),
    /** The holder asks for the seal to move to another site. */
    MOVED_SITE("data-amendment");

    private final List<String> processes;

    Story(String... processes) {
        this.processes = List.of(processes);
    }

    /** The keys of the processes that the story goes through. */
    public List<String> processes() {
        return processes;
    }
}
