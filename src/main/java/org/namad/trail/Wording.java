package org.namad.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Puts values into the few words that the trail keeps: no long texts, no files, no secrets. */
final class Wording {

    private static final int LONGEST = 200;
    private static final int KEPT = 120;
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|hash|otp).*");

    private Wording() {
    }

    /** The value of a field as the trail keeps it; null for null. */
    static String of(String field, Object value) {
        if (value == null) {
            return null;
        }
        if (SECRET.matcher(field).matches()) {
            return "•••";
        }
        if (value instanceof byte[] bytes) {
            return "[" + bytes.length + " B, SHA-256 " + hash(bytes) + "]";
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text
            : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, KEPT))) + "… [" + text.length()
                + ", SHA-256 " + hash(text.getBytes(StandardCharsets.UTF_8)) + "]";
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
