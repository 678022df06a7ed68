package org.namad.complaint.web;

import java.util.List;

import org.namad.complaint.Statement;
import org.namad.document.Downloads;

/**
 * A statement with the files that came with it.
 *
 * @param statement what was said
 * @param files     for this reader
 * @param writer    the name of the person who wrote it for the business, if the reader is the business; otherwise null
 */
record Said(Statement statement, List<Downloads.Link> files, String writer) {
}
