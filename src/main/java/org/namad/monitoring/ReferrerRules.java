package org.namad.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

/** Whether a page lets browsers tell Namad which site a visitor comes from. */
class ReferrerRules {

    private static final Set<String> SUPPRESSING = Set.of("no-referrer", "same-origin");
    private static final Set<String> POLICIES = Set.of("no-referrer", "no-referrer-when-downgrade", "same-origin",
        "origin", "strict-origin", "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url");

    /** Where it is said that browsers are not to tell; each has an advice of its own. */
    enum Cause { REL, ATTRIBUTE, META, HEADER }

    /** Where it is said, and how it was found. */
    record Finding(Cause cause, String evidence) {
    }

    private final String policy;
    private final Finding ofPage;

    /** The policy for elements that name none is the page's last meta element, or else its header. */
    ReferrerRules(PageFetcher.Page page) {
        List<Element> metas = page.document().select("meta[name=referrer i]").stream()
            .filter(meta -> !policy(meta.attr("content")).isEmpty()).toList();
        Element last = metas.isEmpty() ? null : metas.get(metas.size() - 1);
        policy = policy(last == null ? page.referrerPolicy() : last.attr("content"));
        ofPage = last == null ? new Finding(Cause.HEADER, "Referrer-Policy: " + page.referrerPolicy())
            : new Finding(Cause.META, last.outerHtml());
    }

    /** What keeps browsers from telling, at the click or for the image; empty if nothing does. */
    Optional<Finding> suppressing(Element link, Element image) {
        boolean noReferrer = Arrays.asList(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
            .contains("noreferrer");
        return noReferrer ? Optional.of(new Finding(Cause.REL, link.outerHtml())) : suppressing(link).or(() -> suppressing(image));
    }

    private Optional<Finding> suppressing(Element element) {
        String own = policy(element.attr("referrerpolicy"));
        return Optional.of(own.isEmpty() ? ofPage : new Finding(Cause.ATTRIBUTE, element.outerHtml()))
            .filter(found -> SUPPRESSING.contains(own.isEmpty() ? policy : own));
    }

    /** The last policy in a list that browsers know; empty if there is none. */
    private static String policy(String list) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split(",")).map(String::strip).filter(POLICIES::contains)
            .reduce("", (first, second) -> second);
    }
}
