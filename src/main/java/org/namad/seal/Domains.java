package org.namad.seal;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.namad.language.PersianText;

/** Finds the registered host name in whatever a person types or pastes for a site (R28). */
public final class Domains {

    /** What tells in which direction text runs, and blanks without width: copied along, and seen by nobody. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");
    private static final Pattern ENCODED = Pattern.compile("(?i)[a-z]+%3a%2f%2f\\S*");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]*://+");
    /** A scheme with a slash too few, or an address that leaves it out. */
    private static final Pattern HALF_A_SCHEME = Pattern.compile("(?i)(https?:/?|//+)(?=[^\\s/])");

    private Domains() {
    }

    /**
     * The host of {@code typed} (a domain or URL in any form: scheme, path, {@code www.}, Unicode or punycode, upper
     * case, Persian digits, in quotation marks, or the one address among other words) in lower-case ASCII without
     * {@code www.}; empty if there is no host name in it.
     */
    public static Optional<String> of(String typed) {
        String text = UNSEEN.matcher(PersianText.digits(typed)).replaceAll("").strip();
        if (ENCODED.matcher(text).matches()) {
            text = URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
        }
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.find()) {
            return host(text.substring(scheme.end()));
        }
        Matcher half = HALF_A_SCHEME.matcher(text);
        if (half.lookingAt()) {
            return host(text.substring(half.end()));
        }
        List<String> hosts = Arrays.stream(text.split("\\s+")).flatMap(word -> host(word).stream()).distinct().toList();
        return hosts.size() == 1 ? Optional.of(hosts.get(0)) : Optional.empty();
    }

    /** The host of an address without its scheme. */
    private static Optional<String> host(String address) {
        String authority = address.split("[/?#\\\\\\s]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceAll(":\\d*$", "")
            // Marks of the sentence around it.
            .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\p{M}]+$", "");
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT)
                .replaceFirst("^www\\.", "");
            boolean plausible = ascii.matches("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]")
                && URI.create("http://" + ascii).getHost() != null;
            return plausible ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notAHost) {
            return Optional.empty();
        }
    }
}
