package org.namad.monitoring;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.namad.seal.Domains;
import org.namad.seal.Seal;

/** Finds the address of a page of a seal's site in what its owner types: whole, without scheme, or the path alone. */
final class PageAddress {

    /** In letters, as typed; no browser's address line takes much more. */
    static final int MAX_LENGTH = 2000;
    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#:@\\\\]+)(:\\d{1,5})?([/?][^#]*)?(#.*)?");

    private PageAddress() {
    }

    /** @throws NotExamined if it is not the address of a page, or a page of another site */
    static String of(String typed, Seal seal) throws NotExamined {
        if (typed.length() > MAX_LENGTH) {
            throw new NotExamined(NotExamined.Reason.ADDRESS);
        }
        URI home = URI.create(seal.url());
        String text = typed.strip().replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "");
        String port = home.getPort() == -1 ? "" : ":" + home.getPort();
        if (text.isEmpty()) {
            return seal.url();
        } else if (text.startsWith("/") && !text.startsWith("//")) {
            text = home.getScheme() + "://" + home.getHost() + port + text;
        } else if (!text.contains("://")) {
            text = home.getScheme() + "://" + text.replaceFirst("^//", "");
        }
        Matcher parts = WEB.matcher(text);
        Optional<String> domain = parts.matches() ? Domains.of(parts.group(2)) : Optional.empty();
        boolean usualPort = domain.isPresent()
            && (parts.group(3) == null || List.of(port, ":80", ":443").contains(parts.group(3)));
        if (!usualPort) {
            throw new NotExamined(NotExamined.Reason.ADDRESS);
        }
        if (!domain.get().equals(seal.domain())) {
            throw new NotExamined(NotExamined.Reason.OTHER_SITE);
        }
        String www = parts.group(2).strip().toLowerCase(Locale.ROOT).startsWith("www.") ? "www." : "";
        return parts.group(1) + "://" + www + domain.get() + (parts.group(3) == null ? "" : parts.group(3))
            + path(parts.group(4));
    }

    /** As browsers send it: what does not belong into an address is encoded, what is encoded stays as it is. */
    private static String path(String typed) throws NotExamined {
        String path = typed == null ? "/" : typed.startsWith("?") ? "/" + typed : typed;
        try {
            return URI.create(path.replace(" ", "%20").replace("|", "%7C")).toASCIIString();
        } catch (IllegalArgumentException malformed) {
            throw new NotExamined(NotExamined.Reason.ADDRESS);
        }
    }
}
