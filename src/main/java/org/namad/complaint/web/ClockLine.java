package org.namad.complaint.web;

import org.namad.complaint.ClockStep;

/**
 * A step of the answer clock as both sides read it (N5).
 *
 * @param step  the step
 * @param added the time that it adds, in words, or null
 */
record ClockLine(ClockStep step, String added) {
}
