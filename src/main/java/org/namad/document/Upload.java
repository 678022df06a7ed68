package org.namad.document;

/**
 * A file as somebody sent it; nothing about it is trusted yet.
 *
 * @param fileName the name that the sender gave
 * @param content  its bytes
 */
public record Upload(String fileName, byte[] content) {
}
