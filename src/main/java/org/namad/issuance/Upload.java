package org.namad.issuance;

/**
 * A document as it was uploaded (R12).
 *
 * @param purpose  what it shows
 * @param fileName the name that the sender gave
 * @param content  its bytes
 */
public record Upload(DocumentPurpose purpose, String fileName, byte[] content) {

    org.namad.document.Upload file() {
        return new org.namad.document.Upload(fileName, content);
    }
}
