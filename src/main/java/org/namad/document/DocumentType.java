package org.namad.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The types of documents that are taken; recognised by content, never by the file's name. */
public enum DocumentType {

    PNG("image/png", "png") {
        @Override
        boolean matches(byte[] content) {
            return has(content, 0, "\u0089PNG\r\n\u001a\n");
        }
    },
    JPEG("image/jpeg", "jpg") {
        @Override
        boolean matches(byte[] content) {
            return has(content, 0, "\u00ff\u00d8\u00ff");
        }
    },
    WEBP("image/webp", "webp") {
        @Override
        boolean matches(byte[] content) {
            return has(content, 0, "RIFF") && has(content, 8, "WEBP");
        }
    },
    PDF("application/pdf", "pdf") {
        @Override
        boolean matches(byte[] content) {
            return has(content, 0, "%PDF-");
        }
    };

    private final String mediaType;
    private final String extension;

    DocumentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    abstract boolean matches(byte[] content);

    /** The type that the first bytes of {@code content} announce, if it is one of these. */
    static Optional<DocumentType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.matches(content)).findFirst();
    }

    /** For example {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual ending of such a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    private static boolean has(byte[] content, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= offset + expected.length
            && Arrays.equals(content, offset, offset + expected.length, expected, 0, expected.length);
    }
}
