package org.namad.modelling.process;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.namad.modelling.FactExpression;

/**
 * Mail templates show facts and ask whether a fact is there, and do nothing else: no attribute but four is evaluated,
 * and nothing in it but a {@link FactExpression}. Whatever Thymeleaf could evaluate is also looked for in the text
 * itself, as it stands there and with its entities read, where no parser can see it differently. A mail that Namad
 * sends by itself, such as a sign-in code, is no process owner's to change; a fact that no kind of case has would keep
 * the mail from being made. Files that are no mail templates are refused.
 */
class MailRules {

    /** Where mail templates lie, here and in deployments; Modeler sends files without their folder. */
    static final String FOLDER = "mails/";

    private static final Pattern FILE = Pattern.compile("(?:" + FOLDER + ")?([a-z]+(?:-[a-z]+)*)\\.(fa|en)\\.html");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern SHOWN = Pattern.compile("\\[\\[\\$\\{([^{}]*)}]]");
    /** What begins an expression, a part that is evaluated first, unescaped text, or a comment that Thymeleaf reads. */
    private static final Pattern CODE = Pattern.compile("[$*#@~]\\{|\\{\\{|\\[[\\[(]|__|<!--|<\\?|<!\\[CDATA|:utext|-utext");
    private static final Set<String> EVALUATED = Set.of("text", "if", "unless", "href");
    private static final String NOT_IN_MAILS = "script, style, iframe, frame, object, embed, form, input, button, img, "
        + "link, base, svg, math, template, video, audio, source, meta[http-equiv]";
    private static final Pattern SCRIPT = Pattern.compile("(?i)(?:javascript|vbscript|data):");
    private static final Set<String> FETCHING = Set.of("src", "srcset", "background", "poster", "ping");
    private static final Pattern FETCHING_STYLE = Pattern.compile("(?i)url|image|import|expression|\\\\");

    private final Offer offer;

    MailRules(Offer offer) {
        this.offer = offer;
    }

    /** Whether a deployment brings this mail along. */
    static boolean brings(Draft draft, String template, String language) {
        return draft.others().keySet().stream().map(FILE::matcher)
            .anyMatch(file -> file.matches() && file.group(1).equals(template) && file.group(2).equals(language));
    }

    void check(Draft draft) {
        draft.others().forEach((name, content) -> {
            Matcher file = FILE.matcher(name);
            if (file.matches()) {
                checkMail(draft, name, new String(content, StandardCharsets.UTF_8));
                if (offer.isOwnMail(file.group(1))) {
                    draft.faultOfFile(name, "ownMail", file.group(1));
                }
                String other = file.group(2).equals("fa") ? "en" : "fa";
                if (!brings(draft, file.group(1), other) && !offer.hasMail(file.group(1), other)) {
                    draft.faultOfFile(name, "oneLanguage", file.group(1), other);
                }
            } else {
                draft.faultOfFile(name, "fileType");
            }
        });
    }

    private void checkMail(Draft draft, String name, String text) {
        Set<String> code = new TreeSet<>();
        Stream.of(text, Parser.unescapeEntities(text, false)).map(MailRules::withoutFacts).map(CODE::matcher)
            .filter(Matcher::find).forEach(found -> code.add(found.group()));
        Document mail = Jsoup.parse(text);
        Set<String> refused = new TreeSet<>();
        mail.select(NOT_IN_MAILS).forEach(element -> refused.add("<" + element.tagName() + ">"));
        mail.getAllElements().forEach(element -> element.attributes().forEach(attribute -> {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (isThymeleafs(key)) {
                if (!isFact(key, attribute.getValue())) {
                    code.add(key + "=\"" + attribute.getValue() + "\"");
                }
            } else if (isActive(key, attribute.getValue())) {
                refused.add(key);
            }
        }));
        EXPRESSION.matcher(text).results().flatMap(found -> FactExpression.of(found.group(1)).stream())
            .map(FactExpression::fact).filter(fact -> !offer.hasFact(fact)).distinct()
            .forEach(fact -> draft.faultOfFile(name, "unknownFact", fact));
        code.forEach(part -> draft.faultOfFile(name, "mailCode", part));
        refused.forEach(part -> draft.faultOfFile(name, "mailPart", part));
        if (mail.title().isBlank() || mail.body().text().isBlank()) {
            draft.faultOfFile(name, "mailEmpty");
        }
    }

    /** The text without what only shows a fact; where a fact is asked for, its attribute is looked at beside that. */
    private static String withoutFacts(String text) {
        return without(EXPRESSION, without(SHOWN, text));
    }

    private static String without(Pattern facts, String text) {
        return facts.matcher(text).replaceAll(found -> isFact(found.group(1)) ? ""
            : Matcher.quoteReplacement(found.group()));
    }

    private static boolean isFact(String expression) {
        return FactExpression.of(expression).isPresent();
    }

    /** Thymeleaf reads {@code th:text} and {@code data-th-text} alike; no other attribute of a mail has a colon. */
    private static boolean isThymeleafs(String key) {
        return key.contains(":") && !key.equals("xmlns:th") || key.startsWith("data-th-");
    }

    private static boolean isFact(String key, String value) {
        Matcher expression = EXPRESSION.matcher(value.strip());
        return EVALUATED.contains(key.replaceFirst("^(th:|data-th-)", "")) && expression.matches()
            && isFact(expression.group(1));
    }

    /** Whether an attribute runs a script or makes the reader's program fetch something. */
    private static boolean isActive(String key, String value) {
        return key.startsWith("on") || SCRIPT.matcher(value.replaceAll("[\\s\\p{Cntrl}]", "")).lookingAt()
            || FETCHING.contains(key) || key.equals("style") && FETCHING_STYLE.matcher(value).find();
    }
}
