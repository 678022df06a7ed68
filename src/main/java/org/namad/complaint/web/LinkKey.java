package org.namad.complaint.web;

import org.springframework.web.util.UriComponentsBuilder;

/** What a signed link adds to its path, see {@link org.namad.party.SignedLinks}; both null where there was no link. */
record LinkKey(String until, String signature) {

    boolean isAbsent() {
        return until == null && signature == null;
    }

    /** The query that leads the reader of a link back to the page, or nothing. */
    String query() {
        return isAbsent() ? "" : UriComponentsBuilder.newInstance().queryParam("until", "{until}")
            .queryParam("signature", "{signature}").encode().buildAndExpand(until, signature).toUriString();
    }
}
