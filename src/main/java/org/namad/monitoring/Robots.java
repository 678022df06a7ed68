package org.namad.monitoring;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a site's robots.txt says to Namad (RFC 9309): the group that names it, or else the one for all. */
class Robots {

    private static final String NAME = "namad";
    /** What a site asks beyond so many rules, or by longer ones, is not heeded: matching them would take too long. */
    private static final int MAX_RULES = 1000;
    private static final int MAX_PATH = 500;

    /** A line {@code Allow: /path} or {@code Disallow: /path}. */
    private record Rule(boolean allows, String path) {

        /** The pieces between the stars are looked for one after the other, so that no pattern takes long. */
        boolean matches(String target) {
            boolean ends = path.endsWith("$");
            String[] pieces = (ends ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
            if (!target.startsWith(pieces[0])) {
                return false;
            }
            int at = pieces[0].length();
            for (int i = 1; i < pieces.length; i++) {
                boolean last = ends && i == pieces.length - 1;
                int found = last ? Math.max(at, target.length() - pieces[i].length()) : target.indexOf(pieces[i], at);
                if (found < 0 || !target.startsWith(pieces[i], found)) {
                    return false;
                }
                at = found + pieces[i].length();
            }
            return !ends || at == target.length();
        }

        @Override
        public String toString() {
            return (allows ? "Allow: " : "Disallow: ") + path;
        }
    }

    private final List<Rule> rules;

    /** @param text the content of robots.txt; empty where there is none */
    Robots(String text) {
        List<Rule> own = new ArrayList<>();
        List<Rule> all = new ArrayList<>();
        boolean named = false;
        boolean forUs = false;
        boolean forAll = false;
        boolean inNames = false;
        for (String line : text.split("\\R")) {
            String[] field = line.replaceFirst("#.*", "").split(":", 2);
            String key = field[0].replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
            String content = field.length < 2 ? "" : field[1].strip();
            if (key.equals("user-agent")) {
                String name = content.split("/")[0].strip();
                forUs = name.equalsIgnoreCase(NAME) || inNames && forUs;
                forAll = name.equals("*") || inNames && forAll;
                named |= forUs;
                inNames = true;
            } else if (key.equals("allow") || key.equals("disallow")) {
                inNames = false;
                Rule rule = new Rule(key.equals("allow"), content);
                boolean heeded = !content.isEmpty() && content.length() <= MAX_PATH;
                if (forUs && heeded && own.size() < MAX_RULES) {
                    own.add(rule);
                }
                if (forAll && heeded && all.size() < MAX_RULES) {
                    all.add(rule);
                }
            }
        }
        rules = named ? own : all;
    }

    /** The line that asks Namad not to read {@code page}: the longest that fits, unless as long a one allows it. */
    Optional<String> forbidding(URI page) {
        String path = page.getRawPath().isEmpty() ? "/" : page.getRawPath();
        String target = page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        return rules.stream().filter(rule -> rule.matches(target))
            .max(Comparator.<Rule>comparingInt(rule -> rule.path().length()).thenComparing(Rule::allows))
            .filter(rule -> !rule.allows()).map(Objects::toString);
    }
}
