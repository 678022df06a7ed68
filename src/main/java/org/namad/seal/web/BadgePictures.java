package org.namad.seal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.namad.seal.SealBoard.Shown;
import org.namad.seal.SealStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every badge there is, drawn once: by status, stars (R22) and language. */
@Component
class BadgePictures {

    /** A badge, ready to be sent as it is or as gzip. */
    record Picture(String etag, byte[] svg, byte[] zipped) {
    }

    private static final int MOST_STARS = 5;
    private static final String STAR = "M0-5L1.5-1.6 5.2-1.3 2.4 1.1 3.2 4.7 0 2.8-3.2 4.7-2.4 1.1-5.2-1.3-1.5-1.6Z";

    private final Map<Shown, Picture> persian = new HashMap<>();
    private final Map<Shown, Picture> english = new HashMap<>();

    BadgePictures() {
        draw(Shown.UNKNOWN);
        draw(Shown.ELSEWHERE);
        for (SealStatus status : SealStatus.values()) {
            draw(Shown.of(status, 0));
        }
        for (int stars = 1; stars <= MOST_STARS; stars++) {
            draw(Shown.of(SealStatus.ACTIVE, stars));
        }
    }

    private void draw(Shown shown) {
        persian.put(shown, picture(shown, "fa"));
        english.put(shown, picture(shown, "en"));
    }

    /** The badge for what a seal shows. */
    Picture of(Shown shown, boolean inEnglish) {
        return (inEnglish ? english : persian).get(shown);
    }

    /** Everything that a seal can show. */
    Set<Shown> all() {
        return persian.keySet();
    }

    /** A name for what a seal shows, such as {@code active-4}. */
    static String name(Shown shown) {
        return shown.sign() + "-" + shown.stars();
    }

    private static Picture picture(Shown shown, String language) {
        String svg = read("badges/" + shown.sign() + "." + language + ".svg");
        byte[] bytes = (shown.stars() == 0 ? svg : withStars(svg, shown.stars())).getBytes(StandardCharsets.UTF_8);
        // Weak: the same for the picture as it is and as gzip.
        return new Picture("W/\"" + name(shown) + "-" + language + "\"", bytes, zip(bytes));
    }

    /** Makes room for a row of stars between the caption and the status below it. */
    private static String withStars(String svg, int stars) {
        StringBuilder row = new StringBuilder("<g fill=\"#b98208\">");
        for (int i = 0; i < stars; i++) {
            row.append("<path transform=\"translate(%d 132)\" d=\"%s\"/>".formatted(60 + 14 * i - 7 * (stars - 1), STAR));
        }
        int status = svg.lastIndexOf("<rect");
        return svg.substring(0, status)
                .replace("0 0 120 152", "0 0 120 166").replace("height=\"152\"", "height=\"166\"")
                .replace("height=\"151\"", "height=\"165\"").replace("</title>", " · " + stars + " ★</title>")
            + row + "</g><g transform=\"translate(0 14)\">"
            + svg.substring(status).replace("</svg>", "</g></svg>");
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
