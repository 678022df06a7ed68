package org.namad.verification;

/**
 * A registry's answer, kept as proof of the check.
 *
 * @param finding   what the registry says
 * @param reference the registry's own number for this answer
 * @param note      the registry's explanation for staff; empty where there is none
 */
public record Answer(Finding finding, String reference, String note) {
}
