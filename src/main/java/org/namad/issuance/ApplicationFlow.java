package org.namad.issuance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.namad.payment.InvoiceItem;

/** The course of applications, as the process model has it. */
public interface ApplicationFlow {

    /** What the decision table says about a site that wants a seal (R11). */
    enum Eligibility { NEEDED, CONTENT_ONLY, NO_GATEWAY }

    /** The times by which an applicant must have acted. */
    enum Deadline { CORRECTION, PAYMENT, PLACEMENT }

    /** Whether such a site needs, and can have, a seal (R11). */
    Eligibility eligibility(boolean sellsToVisitors, boolean paymentGateway);

    /** What a seal with these extra services costs today, item by item (R14). */
    List<InvoiceItem> fee(boolean postalValidation, boolean placementHelp);

    /** Sets a submitted application on its way. */
    void start(Application application);

    /** @return whether the application waited for a correction */
    boolean corrected(Application application);

    /** The applicant says that the snippet is in place. Does nothing if the site is being looked at, or need not be. */
    void reportPlacement(long applicationId);

    /** Until when the applicant can act; where the wait has yet to begin, as if it began now. */
    Optional<Instant> deadline(long applicationId, Deadline deadline);
}
