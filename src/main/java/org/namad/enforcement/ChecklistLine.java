package org.namad.enforcement;

/** A line of the checklist for a ground, as the decision table gives it. */
public record ChecklistLine(Ground ground, String persian, String english) {
}
