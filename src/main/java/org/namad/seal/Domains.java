package org.namad.seal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.text.IDNA;

import org.namad.language.PersianText;

/**
 * Finds the registered host name in whatever a person types or pastes for a site (R28). Names in Persian letters are read
 * as browsers read them (UTS 46, not transitional: a half-space counts), and shown as they are written.
 */
public final class Domains {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ
        | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    /** Like browsers, we do not mind hyphens in the third and fourth place. */
    private static final Set<IDNA.Error> FORGIVEN = EnumSet.of(IDNA.Error.HYPHEN_3_4);
    private static final String HALF_SPACE = "\u200c";
    /** A label in the letters of Persian, which has no two that look alike. */
    private static final Pattern PERSIAN = Pattern.compile("[-0-9\u200cءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]+");
    private static final Pattern PUNYCODE = Pattern.compile("(?:^|\\.)xn--");
    /** What is longer holds no address that a person typed. */
    private static final int LONGEST = 2000;

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
        String digits = PersianText.digits(typed);
        String text = UNSEEN.matcher(digits.substring(0, Math.min(LONGEST, digits.length()))).replaceAll("").strip();
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
        // Browsers refuse a half-space where it cannot be seen; there is no such site, but one without it.
        return ascii(host).or(() -> ascii(host.replace(HALF_SPACE, ""))).map(name -> name.replaceFirst("^www\\.", ""))
            .filter(Domains::isPlausible);
    }

    /** Empty for what is no name. */
    private static Optional<String> ascii(String host) {
        IDNA.Info info = new IDNA.Info();
        String ascii = NAMES.nameToASCII(host, new StringBuilder(), info).toString().toLowerCase(Locale.ROOT);
        return FORGIVEN.containsAll(info.getErrors()) ? Optional.of(ascii) : Optional.empty();
    }

    private static boolean isPlausible(String ascii) {
        try {
            return ascii.matches("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]")
                && URI.create("http://" + ascii).getHost() != null;
        } catch (IllegalArgumentException notAHost) {
            return false;
        }
    }

    /**
     * A host name as people read it: labels in Persian letters as they are written. Others stay in punycode, since they
     * may be made to look like a name that they are not.
     *
     * @param ascii as {@link #of} gives it
     */
    public static String shown(String ascii) {
        if (!PUNYCODE.matcher(ascii).find()) {
            return ascii;
        }
        return Arrays.stream(ascii.split("\\.")).map(Domains::shownLabel).collect(Collectors.joining("."));
    }

    private static String shownLabel(String ascii) {
        IDNA.Info info = new IDNA.Info();
        String label = NAMES.labelToUnicode(ascii, new StringBuilder(), info).toString();
        return FORGIVEN.containsAll(info.getErrors()) && PERSIAN.matcher(label).matches() ? label : ascii;
    }
}
