package org.namad.complaint;

import java.util.List;

import org.namad.document.Upload;

/**
 * Takes what consumers and businesses say about complaints and moves each case on. Files are kept with the complaint,
 * under the purpose of the statement they came with ({@link Statement.Kind#purpose()}), if and only if the statement is
 * taken; {@link org.namad.document.DocumentRefused} tells which are not.
 */
public interface ComplaintDesk {

    /**
     * Registers a complaint; from this moment the business has 96 hours to answer (R1), unless the complaint shares an
     * invoice or payment with another person's and is set aside first (N16).
     *
     * @throws ComplaintRefused if no seal was issued for the site, or the person complained about it today (R4)
     */
    Complaint register(NewComplaint wish);

    /**
     * Takes the business's answer. If the deadline passes meanwhile, the answer is taken as a late one:
     * {@link Complaint#answeredLate()} of the result tells.
     *
     * @param writer the person who wrote it for the business; null if that is not known
     * @throws NotAwaited if the complaint has an answer or is closed
     */
    Complaint answer(long complaintId, Long writer, String text, List<Upload> files);

    /** Takes an answer of which nobody knows who wrote it, see {@link #answer(long, Long, String, List)}. */
    default Complaint answer(long complaintId, String text, List<Upload> files) {
        return answer(complaintId, null, text, files);
    }

    /** Takes such an answer without files. */
    default Complaint answer(long complaintId, String text) {
        return answer(complaintId, text, List.of());
    }

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
    Complaint dispute(long complaintId, String objection, List<Upload> files);

    /** Takes an objection without files, see {@link #dispute(long, String, List)}. */
    default Complaint dispute(long complaintId, String objection) {
        return dispute(complaintId, objection, List.of());
    }

    /**
     * The business asks for more time, once and before the deadline; staff decide. The request falls with the answer or
     * with the deadline.
     *
     * @param writer the person who wrote it for the business; null if that is not known
     * @throws NotAwaited if the deadline has passed, the complaint is answered, or more time was asked for before
     */
    Complaint requestExtension(long complaintId, Long writer, String reason);

    /** The same, if nobody knows who wrote it. */
    default Complaint requestExtension(long complaintId, String reason) {
        return requestExtension(complaintId, null, reason);
    }

    /**
     * The consumer reopens a complaint that was settled or closed without a verdict, once and within the model's limit:
     * the business has the full time to answer again.
     *
     * @throws NotAwaited if the complaint cannot be reopened, or not any more
     */
    Complaint reopen(long complaintId, String reason, List<Upload> files);

    /**
     * A side appeals, against the ruling, or the business against the point for its silence; each once and within the
     * model's limit. Staff who had no part in the ruling decide.
     *
     * @param writer the person who wrote it for the business; null if that is not known, and on the other side
     * @throws NotAwaited if the side cannot appeal, or not any more
     */
    Complaint appeal(long complaintId, Side side, Long writer, String reasons, List<Upload> files);

    /** The same, if nobody need know who wrote it. */
    default Complaint appeal(long complaintId, Side side, String reasons, List<Upload> files) {
        return appeal(complaintId, side, null, reasons, files);
    }

    /** The business has the complaint before its eyes, in the panel or by its link: proof of notice (N7). */
    void opened(long complaintId);

    /** What each side can do now, and until when. */
    Options options(long complaintId);
}
