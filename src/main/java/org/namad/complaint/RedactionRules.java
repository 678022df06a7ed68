package org.namad.complaint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.lang.UCharacter;
import org.namad.complaint.Redaction.Hidden;
import org.namad.party.NationalId;

/** Where a text tells what must not be public. Rather one number too many is hidden than one too few. */
final class RedactionRules {

    /** A stretch of a text, in code points. */
    record Span(int from, int to, Hidden hidden) {

        int length() {
            return to - from;
        }

        boolean overlaps(Span other) {
            return from < other.to && other.from < to;
        }
    }

    /** What people put between the digits of one number; commas and slashes belong to amounts and dates. */
    private static final String GAP = "[ \\t\\u00a0\\u200c\\u200e\\u200f.\\-\\u2010-\\u2015\\u2212_()\\u00b7]{1,3}";
    private static final Pattern GROUPS = Pattern.compile("\\d+(?:" + GAP + "\\d+)*");
    private static final Pattern GROUP = Pattern.compile("\\d+");
    /** Marks, long drawn letters and half-spaces may stand between the letters of a name. */
    private static final String WITHIN_NAME = "[\\u200c\\u200d\\u0640\\u064b-\\u065f\\u0670]*";
    private static final String NOT_AFTER_WORD = "(?<![\\p{L}\\p{M}\\d])";
    private static final String NOT_BEFORE_WORD = "(?![\\p{L}\\p{M}\\d])";

    private static final Pattern EMAIL = Pattern.compile(
        "[\\p{L}\\d._%+\\-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}\\d\\-]+(?:\\.[\\p{L}\\d\\-]+)+");
    private static final Pattern IRANIAN_ACCOUNT = Pattern.compile(
        "(?<![a-z\\d])ir[ :\\-]{0,3}\\d{2}(?:[ \\u200c.\\-]{0,3}\\d){22}(?!\\d)");
    private static final Pattern CALLED_NATIONAL_ID = Pattern.compile(
        "(?:کد" + "[ \\u200c]?ملی|شماره[ \\u200c]?ملی|national (?:id|code|number))[^\\d\\n]{0,15}(\\d{8,10})(?!\\d)");
    private static final Pattern CALLED_PHONE = Pattern.compile(
        "(?:تلفن|تماس|منزل|ثابت|phone|tel|call|dial)[^\\d\\n]{0,15}(\\d(?:(?:" + GAP + ")?\\d){7})(?![\\d,٬])");
    private static final Pattern CALLED_REFERENCE = Pattern.compile(
        "(?:رهگیری|پیگیری|مرجع|ارجاع|فاکتور|مرسوله|پایانه|tracking|invoice|reference|parcel|receipt|terminal)"
            + "(?![^\\d\\n]{0,20}(?:مبلغ|تاریخ|amount|date))[^\\d\\n.،؛]{0,20}?(?<![a-z\\d])"
            + "((?:[a-z]{1,5}[\\-/]?)?\\d[a-z\\d]*+(?:[\\-/][a-z\\d]++)*+)"
            + "(?!\\s*(?:[,٬.]\\d|هزار|میلیون|تومان|ریال|toman|rial))");
    private static final Pattern MOBILE = Pattern.compile("(?:0|98|0098|980)?9\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(?:0|98|0098|980)[1-8]\\d{9}");
    private static final int SHORTEST_REFERENCE = 4;

    private RedactionRules() {
    }

    /** All that must be hidden in {@code written}, a text in code points; spans may overlap. */
    static List<Span> find(int[] written, String name, Collection<String> references) {
        String text = folded(written);
        List<Span> found = new ArrayList<>();
        numbers(text, found);
        whole(EMAIL, text, Hidden.EMAIL, found);
        whole(IRANIAN_ACCOUNT, text, Hidden.ACCOUNT, found);
        called(CALLED_NATIONAL_ID, text, Hidden.NATIONAL_ID, found);
        called(CALLED_PHONE, text, Hidden.PHONE, found);
        CALLED_REFERENCE.matcher(text).results()
            .filter(match -> match.group(1).replaceAll("\\D", "").length() >= SHORTEST_REFERENCE && !isDate(match.group(1)))
            .forEach(match -> found.add(new Span(match.start(1), match.end(1), Hidden.REFERENCE)));
        whole(name(name), text, Hidden.NAME, found);
        for (String reference : references) {
            whole(reference(reference), text, Hidden.REFERENCE, found);
        }
        return found;
    }

    /**
     * The text with one character for each code point: ASCII digits, Persian letters for Arabic ones, lower case. What
     * lies beyond the basic plane is no part of any rule.
     */
    private static String folded(int[] written) {
        StringBuilder text = new StringBuilder(written.length);
        for (int c : written) {
            text.append(UCharacter.isDigit(c) ? (char) ('0' + UCharacter.digit(c)) : switch (c) {
                case 'ي', 'ى' -> 'ی';
                case 'ك' -> 'ک';
                case 'ة' -> 'ه';
                case '＠' -> '@';
                default -> c > Character.MAX_VALUE ? '\ufffd' : (char) Character.toLowerCase(c);
            });
        }
        return text.toString();
    }

    /** Numbers that give themselves away by their form, with or without gaps between their groups of digits. */
    private static void numbers(String text, List<Span> found) {
        Matcher runs = GROUPS.matcher(text);
        while (runs.find()) {
            List<MatchResult> groups = GROUP.matcher(text).region(runs.start(), runs.end()).results().toList();
            for (int first = 0; first < groups.size(); first++) {
                StringBuilder digits = new StringBuilder();
                for (int last = first; last < groups.size() && digits.length() < 30; last++) {
                    digits.append(groups.get(last).group());
                    int parts = last - first + 1;
                    Hidden kind = kind(digits.toString(), parts, groups.subList(first, last + 1));
                    if (kind != null) {
                        found.add(new Span(start(text, groups.get(first).start()), groups.get(last).end(), kind));
                    }
                }
            }
        }
    }

    /** With the sign that opens an international number or an area code. */
    private static int start(String text, int digits) {
        return digits > 0 && "+(".indexOf(text.charAt(digits - 1)) >= 0 ? digits - 1 : digits;
    }

    private static Hidden kind(String digits, int parts, List<MatchResult> groups) {
        if (MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches()) {
            return Hidden.PHONE;
        }
        if ((digits.length() == 16 || digits.length() == 19) && isLuhn(digits)) {
            return Hidden.CARD;
        }
        if (digits.length() == 24 && isAccount("ir" + digits)) {
            return Hidden.ACCOUNT;
        }
        boolean oneNumber = parts == 1 || parts == 3 && groups.get(0).group().length() == 3
            && groups.get(1).group().length() == 6;
        if (digits.length() == 10 && oneNumber && NationalId.isValid(digits)) {
            return Hidden.NATIONAL_ID;
        }
        return parts == 1 && digits.length() >= 20 ? Hidden.REFERENCE : null;
    }

    private static void whole(Pattern pattern, String text, Hidden kind, List<Span> found) {
        pattern.matcher(text).results().forEach(match -> found.add(new Span(match.start(), match.end(), kind)));
    }

    private static void called(Pattern pattern, String text, Hidden kind, List<Span> found) {
        pattern.matcher(text).results().forEach(match -> found.add(new Span(match.start(1), match.end(1), kind)));
    }

    /** The words of the name, alone or together; those of two letters are too common to stand for anybody. */
    private static Pattern name(String name) {
        String words = Stream.of(folded(name.codePoints().toArray()).strip().split("[\\s\\u200c]+"))
            .filter(word -> word.length() > 2).map(word -> spelled(word, WITHIN_NAME)).collect(Collectors.joining("|"));
        return Pattern.compile(words.isEmpty() ? "(?!)" : NOT_AFTER_WORD + "(?:" + words + ")(?:[\\s\\u200c]{1,2}(?:"
            + words + "))*" + NOT_BEFORE_WORD);
    }

    private static String spelled(String word, String between) {
        return word.chars().mapToObj(c -> Pattern.quote(String.valueOf((char) c))).collect(Collectors.joining(between));
    }

    /** The number as the consumer gave it, however its parts are set apart; a very short one only in its own form. */
    private static Pattern reference(String given) {
        String text = folded(given.codePoints().toArray()).strip();
        String bare = text.replaceAll("[^\\p{L}\\d]", "");
        if (bare.length() < SHORTEST_REFERENCE) {
            return Pattern.compile(bare.matches("\\d*") ? "(?<=(?:فاکتور|invoice|شماره|number)\\s{1,3})" + Pattern.quote(text)
                + NOT_BEFORE_WORD : NOT_AFTER_WORD + Pattern.quote(text) + NOT_BEFORE_WORD);
        }
        return Pattern.compile(NOT_AFTER_WORD + spelled(bare, "[\\s\\u200c\\-\\u2010-\\u2015_./]{0,3}")
            + NOT_BEFORE_WORD);
    }

    private static boolean isDate(String token) {
        return token.matches("\\d{4}[\\-/]\\d{1,2}[\\-/]\\d{1,2}");
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 && !digits.matches("0+");
    }

    /** An IBAN with correct check digits (ISO 13616). */
    private static boolean isAccount(String typed) {
        String iban = typed.replaceAll("[^a-z0-9]", "").toUpperCase(Locale.ROOT);
        String turned = iban.substring(4) + iban.substring(0, 4);
        String number = turned.chars().mapToObj(c -> String.valueOf(Character.digit(c, 36))).collect(Collectors.joining());
        return new BigInteger(number).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
