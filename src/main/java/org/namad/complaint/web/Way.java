package org.namad.complaint.web;

import java.time.Duration;
import java.time.Instant;

import org.namad.party.SignedLinks;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How somebody came to the page of a complaint, and so where its links and forms lead: a page opened by a signed link
 * leads on by that link, one in the panel by its own address. Forms always go by a link, so that they arrive even if
 * the session is over by then.
 *
 * @param page  the address of the page without query
 * @param key   the link's, absent for those who have signed in
 * @param forms the address under which the page's forms are taken
 * @param pass  the key to that address
 */
record Way(String page, LinkKey key, String forms, LinkKey pass) {

    private static final Duration FORMS_LAST = Duration.ofHours(24);

    static Way byLink(String page, LinkKey key) {
        return new Way(page, key, page, key);
    }

    static Way signedIn(String page, String forms, SignedLinks links, Instant now) {
        var query = UriComponentsBuilder.fromUriString(links.sign(forms, now.plus(FORMS_LAST))).build().getQueryParams();
        return new Way(page, new LinkKey(null, null), forms,
            new LinkKey(query.getFirst("until"), query.getFirst("signature")));
    }

    /** The page itself. */
    public String self() {
        return page + key.query();
    }

    /** Where the form with this name goes; an empty name for the page's main form. */
    public String action(String form) {
        return forms + (form.isEmpty() ? "" : "/" + form) + pass.query();
    }

    /** Where this reader gets a document of the complaint. */
    String file(long documentId) {
        return page + "/files/" + documentId + key.query();
    }
}
