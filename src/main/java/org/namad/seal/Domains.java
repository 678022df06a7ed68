package org.namad.seal;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import org.namad.language.PersianText;

/** Finds the registered host name in whatever a person types for a site (R28). */
public final class Domains {

    private Domains() {
    }

    /**
     * The host of {@code typed} (a domain or URL in any form: scheme, path, {@code www.}, Unicode or punycode, upper
     * case, Persian digits) in lower-case ASCII without {@code www.}; empty if there is no host name in it.
     */
    public static Optional<String> of(String typed) {
        String text = PersianText.digits(typed).strip().replaceAll("[\\u200e\\u200f]", "");
        if (!text.contains("://")) {
            text = "http://" + text;
        }
        String afterScheme = text.substring(text.indexOf("://") + 3).split("[/?#\\\\]", 2)[0];
        String host = afterScheme.substring(afterScheme.lastIndexOf('@') + 1).replaceAll(":\\d*$", "");
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT)
                .replaceAll("\\.$", "").replaceFirst("^www\\.", "");
            boolean plausible = ascii.matches("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]")
                && URI.create("http://" + ascii).getHost() != null;
            return plausible ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notAHost) {
            return Optional.empty();
        }
    }
}
