package org.namad.complaint.web;

import org.namad.document.Document;

/**
 * A document on a page.
 *
 * @param document what is known of it
 * @param address  where this reader gets it
 */
record Attachment(Document document, String address) {
}
