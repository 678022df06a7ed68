package org.namad.complaint.web;

import java.util.List;

import org.namad.complaint.Statement;

/**
 * A statement with the files that came with it.
 *
 * @param statement what was said
 * @param files     for this reader
 */
record Said(Statement statement, List<Attachment> files) {
}
