package org.namad.monitoring;

/**
 * How a site shows its seal.
 *
 * @param placed   whether the snippet is in place, so that the seal can be issued
 * @param fault    what is wrong; {@link Fault#NONE} if it is in place
 * @param evidence what was seen: the address, and the element or the error in question
 * @param advice   what tells the owner what to do, the message {@code monitoring.fault.<advice>}: the fault's name, with
 *                 its cause where there are several
 * @param english  whether the page says that it is in English
 */
public record Placement(boolean placed, Fault fault, String evidence, String advice, boolean english) {

    static Placement inPlace(String evidence) {
        return new Placement(true, Fault.NONE, evidence, Fault.NONE.name(), false);
    }

    static Placement faulty(Fault fault, String evidence) {
        return new Placement(false, fault, evidence, fault.name(), false);
    }

    Placement because(Enum<?> cause) {
        return new Placement(placed, fault, evidence, fault + "." + cause, english);
    }

    Placement onEnglishPage() {
        return new Placement(placed, fault, evidence, advice, true);
    }
}
