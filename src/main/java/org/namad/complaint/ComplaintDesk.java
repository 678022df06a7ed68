package org.namad.complaint;

/** Takes what consumers and businesses say about complaints and moves each case on. */
public interface ComplaintDesk {

    /**
     * Registers a complaint; from this moment the business has 96 hours to answer (R1).
     *
     * @throws ComplaintRefused if no seal was issued for the site, or the person complained about it today (R4)
     */
    Complaint register(NewComplaint wish);

    /**
     * Takes the business's answer. If the deadline passes meanwhile, the answer is taken as a late one:
     * {@link Complaint#answeredLate()} of the result tells.
     *
     * @throws NotAwaited if the complaint has an answer or is closed
     */
    Complaint answer(long complaintId, String text);

    /**
     * The consumer accepts the answer.
     *
     * @throws NotAwaited if no verdict is awaited, for example because the time for it is over
     */
    Complaint accept(long complaintId);

    /**
     * The consumer disputes the answer and says why; staff will rule.
     *
     * @throws NotAwaited if no verdict is awaited, for example because the time for it is over
     */
    Complaint dispute(long complaintId, String objection);
}
