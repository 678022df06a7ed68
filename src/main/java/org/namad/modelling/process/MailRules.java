package org.namad.modelling.process;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Mail templates show facts and ask whether a fact is there, and do nothing else: whatever Thymeleaf could evaluate is
 * looked for in the text itself, where no parser can see it differently. Files that are no mail templates are refused.
 */
class MailRules {

    /** Where mail templates lie, here and in deployments; Modeler sends files without their folder. */
    static final String FOLDER = "mails/";

    private static final Pattern FILE = Pattern.compile("(?:" + FOLDER + ")?([a-z]+(?:-[a-z]+)*)\\.(fa|en)\\.html");
    private static final Pattern FACT = Pattern.compile(
        "\\$\\{\\s*(?:\\w+(?:\\s*[=!]=\\s*'[^'<>&]*')?|facts\\.containsKey\\('\\w+'\\))\\s*}");
    /** What begins an expression, a part that is evaluated first, unescaped text, or a comment that Thymeleaf reads. */
    private static final Pattern CODE = Pattern.compile("[$*#@~]\\{|\\[\\(|__|<!--|:utext");
    private static final String NOT_IN_MAILS = "script, style, iframe, frame, object, embed, form, input, button, img, "
        + "link, base, svg, video, audio";

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
                String other = file.group(2).equals("fa") ? "en" : "fa";
                if (!brings(draft, file.group(1), other) && !offer.hasMail(file.group(1), other)) {
                    draft.faultOfFile(name, "oneLanguage", file.group(1), other);
                }
            } else {
                draft.faultOfFile(name, "fileType");
            }
        });
    }

    private static void checkMail(Draft draft, String name, String text) {
        Matcher code = CODE.matcher(FACT.matcher(text).replaceAll(""));
        if (code.find()) {
            draft.faultOfFile(name, "mailCode", code.group());
        }
        Document mail = Jsoup.parse(text);
        Set<String> refused = new TreeSet<>();
        mail.select(NOT_IN_MAILS).forEach(element -> refused.add("<" + element.tagName() + ">"));
        mail.getAllElements().forEach(element -> addHandlers(element, refused));
        refused.forEach(part -> draft.faultOfFile(name, "mailPart", part));
        if (mail.title().isBlank() || mail.body().text().isBlank()) {
            draft.faultOfFile(name, "mailEmpty");
        }
    }

    private static void addHandlers(Element element, Set<String> refused) {
        element.attributes().forEach(attribute -> {
            String name = attribute.getKey().toLowerCase();
            if (name.startsWith("on") || attribute.getValue().strip().toLowerCase().startsWith("javascript:")) {
                refused.add(name);
            }
        });
    }
}
