package org.namad.monitoring;

/**
 * How a site shows its seal.
 *
 * @param placed   whether the snippet is in place, so that the seal can be issued
 * @param fault    what is wrong; {@link Fault#NONE} if it is in place
 * @param evidence what was seen: the address, and the element or the error in question
 */
public record Placement(boolean placed, Fault fault, String evidence) {

    static Placement inPlace(String evidence) {
        return new Placement(true, Fault.NONE, evidence);
    }

    static Placement faulty(Fault fault, String evidence) {
        return new Placement(false, fault, evidence);
    }
}
