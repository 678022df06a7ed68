package org.namad.issuance;

import java.util.List;

import org.namad.party.Business;

/** What an applicant's document shows (R12). */
public enum DocumentPurpose {
    NATIONAL_CARD,
    BIRTH_CERTIFICATE,
    /** The gazette that announces the company and its representatives; legal persons only. */
    COMPANY_GAZETTE;

    /** The documents that a business of this kind must upload (R12). */
    public static List<DocumentPurpose> requiredOf(Business.Kind kind) {
        return kind == Business.Kind.LEGAL ? List.of(values()) : List.of(NATIONAL_CARD, BIRTH_CERTIFICATE);
    }
}
