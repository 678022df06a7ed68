package org.namad.complaint;

import java.time.Instant;

/** How many complaints have a status, and when the latest of them was registered. */
record Tally(ComplaintStatus status, long count, Instant latest) {
}
