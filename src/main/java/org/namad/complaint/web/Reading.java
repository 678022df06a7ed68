package org.namad.complaint.web;

import org.namad.complaint.Complaint;
import org.namad.complaint.Side;

/**
 * A complaint before the eyes of one of its sides.
 *
 * @param complaint the complaint
 * @param side      the reader's
 * @param way       how the reader came
 */
record Reading(Complaint complaint, Side side, Way way) {

    String view() {
        return side == Side.CONSUMER ? "complaint/show" : "complaint/answer";
    }
}
