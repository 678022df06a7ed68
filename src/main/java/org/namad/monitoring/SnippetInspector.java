package org.namad.monitoring;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.namad.seal.Domains;
import org.namad.seal.Seal;

/** Looks for a seal's snippet in a page and says exactly what is wrong with it (R16, N1, N2). */
class SnippetInspector {

    private static final Set<String> SUPPRESSING = Set.of("no-referrer", "same-origin");
    private static final Set<String> POLICIES = Set.of("no-referrer", "no-referrer-when-downgrade", "same-origin",
        "origin", "strict-origin", "origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url");
    private static final int MAX_EVIDENCE = 500;

    private final URI base;

    /** @param baseUrl where this installation is reached */
    SnippetInspector(String baseUrl) {
        this.base = URI.create(baseUrl.replaceFirst("/+$", ""));
    }

    Placement inspect(Seal seal, PageFetcher.Page page) {
        if (!Domains.of(page.address().getHost()).equals(Optional.of(seal.domain()))) {
            return Placement.faulty(Fault.OTHER_SITE, page.address().toString());
        }
        Document document = page.document();
        List<Placement> links = document.select("a[href]").stream()
            .filter(link -> leadsTo(link, "href", "/profile"))
            .map(link -> judge(seal, link, documentPolicy(page)))
            .toList();
        // One good snippet is enough; a spoilt copy elsewhere on the page does no harm.
        return links.stream().filter(Placement::placed).findFirst()
            .or(() -> links.stream().findFirst())
            .orElseGet(() -> withoutLink(seal, document));
    }

    private Placement judge(Seal seal, Element link, String documentPolicy) {
        if (!names(seal, link.absUrl("href"))) {
            return faulty(Fault.WRONG_ID_OR_CODE, link);
        }
        Elements images = link.select("img");
        if (images.isEmpty()) {
            return faulty(Fault.IMAGE_MISSING, link);
        }
        Optional<Element> badge = images.stream().filter(image -> leadsTo(image, "src", "/badge.svg")).findFirst();
        if (badge.isEmpty()) {
            return faulty(Fault.IMAGE_COPIED, link);
        }
        if (!names(seal, badge.get().absUrl("src"))) {
            return faulty(Fault.WRONG_ID_OR_CODE, link);
        }
        boolean relSuppresses = Arrays.asList(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
            .contains("noreferrer");
        if (relSuppresses || suppresses(link, documentPolicy) || suppresses(badge.get(), documentPolicy)) {
            return faulty(Fault.REFERRER_SUPPRESSED, link);
        }
        return Placement.inPlace(excerpt(link.outerHtml()));
    }

    private Placement withoutLink(Seal seal, Document document) {
        Optional<Element> badge = document.select("img[src]").stream()
            .filter(image -> leadsTo(image, "src", "/badge.svg")).findFirst();
        if (badge.isPresent()) {
            return faulty(names(seal, badge.get().absUrl("src")) ? Fault.LINK_MISSING : Fault.WRONG_ID_OR_CODE,
                badge.get());
        }
        Optional<Element> copy = document.select("img[code]").stream()
            .filter(image -> image.attr("code").equals(seal.code())).findFirst();
        if (copy.isPresent()) {
            return faulty(Fault.IMAGE_COPIED, copy.get());
        }
        boolean inComment = document.getAllElements().stream().flatMap(element -> element.childNodes().stream())
            .anyMatch(node -> node instanceof Comment comment && comment.getData().contains(seal.code()));
        if (inComment || document.text().contains(seal.code())) {
            return Placement.faulty(Fault.SNIPPET_NOT_RENDERED, document.location());
        }
        return Placement.faulty(Fault.NO_SNIPPET, document.location());
    }

    /** The policy for elements that name none: the page's last meta element, or else its header. */
    private static String documentPolicy(PageFetcher.Page page) {
        String meta = page.document().select("meta[name=referrer i]").stream()
            .map(element -> policy(element.attr("content"))).filter(policy -> !policy.isEmpty())
            .reduce("", (first, second) -> second);
        return meta.isEmpty() ? policy(page.referrerPolicy()) : meta;
    }

    private static boolean suppresses(Element element, String documentPolicy) {
        String own = policy(element.attr("referrerpolicy"));
        return SUPPRESSING.contains(own.isEmpty() ? documentPolicy : own);
    }

    /** The last policy in a list that browsers know; empty if there is none. */
    private static String policy(String list) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split(",")).map(String::strip).filter(POLICIES::contains)
            .reduce("", (first, second) -> second);
    }

    private boolean leadsTo(Element element, String attribute, String path) {
        URI target = uri(element.absUrl(attribute));
        // A page served over http links to http and to https alike, so the scheme is of no interest.
        return target != null && base.getHost().equalsIgnoreCase(target.getHost()) && port(base) == port(target)
            && Objects.equals(target.getPath(), Objects.toString(base.getPath(), "") + path);
    }

    private static int port(URI uri) {
        boolean standard = uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443;
        return standard ? -1 : uri.getPort();
    }

    private static boolean names(Seal seal, String url) {
        Map<String, String> query = new HashMap<>();
        for (String pair : Objects.toString(uri(url).getQuery(), "").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return String.valueOf(seal.id()).equals(query.get("id")) && seal.code().equals(query.get("Code"));
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Placement faulty(Fault fault, Element element) {
        return Placement.faulty(fault, excerpt(element.outerHtml()));
    }

    private static String excerpt(String html) {
        return html.length() <= MAX_EVIDENCE ? html : html.substring(0, MAX_EVIDENCE) + "…";
    }
}
