package org.namad.casefile;

/**
 * A file that goes with a mail.
 *
 * @param fileName  as the reader sees it, with its extension
 * @param mediaType such as {@code application/pdf}
 * @param content   the file's bytes
 */
public record Attachment(String fileName, String mediaType, byte[] content) {
}
