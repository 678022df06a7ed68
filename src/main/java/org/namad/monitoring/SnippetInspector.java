package org.namad.monitoring;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.namad.seal.Domains;
import org.namad.seal.Seal;

/** Looks for a seal's snippet in a page and says exactly what is wrong with it (R16, N1, N2). */
class SnippetInspector {

    private static final String PROFILE = "/profile";
    private static final String BADGE = "/badge.svg";
    /** Where an image's address stands; scripts for lazy loading keep it aside until the image comes into view. */
    private static final List<String> SOURCES = List.of("src", "data-src", "data-lazy-src", "data-original", "data-lazy");
    /** Of several links, the one that is nearest to being right tells the owner most. */
    private static final List<Fault> NEAREST_FIRST = List.of(Fault.NONE, Fault.REFERRER_SUPPRESSED,
        Fault.BLOCKED_BY_POLICY, Fault.IMAGE_PROXIED, Fault.IMAGE_COPIED, Fault.IMAGE_MISSING, Fault.WRONG_ID_OR_CODE);
    private static final int MAX_EVIDENCE = 500;

    private final URI base;
    private final String place;

    /** @param baseUrl where this installation is reached */
    SnippetInspector(String baseUrl) {
        this.base = URI.create(baseUrl.replaceFirst("/+$", ""));
        this.place = base.toString().replaceFirst("^https?:", "");
    }

    /** @param domain the site to which the page should belong */
    Placement inspect(Seal seal, String domain, PageFetcher.Page page) {
        if (!Domains.of(page.address().getHost()).equals(Optional.of(domain))) {
            return Placement.faulty(Fault.OTHER_SITE, page.address().toString());
        }
        ReferrerRules referrers = new ReferrerRules(page);
        ContentPolicy policy = new ContentPolicy(page);
        // One good snippet is enough; a spoilt copy elsewhere on the page does no harm.
        return shown(page.document(), "a[href]").filter(link -> leadsTo(link, "href", PROFILE))
            .map(link -> judge(seal, link, referrers, policy))
            .min(Comparator.comparing(placement -> NEAREST_FIRST.indexOf(placement.fault())))
            .orElseGet(() -> withoutLink(seal, page.document()));
    }

    /** Elements that browsers show: not what waits in a template, or for browsers without scripts. */
    private static Stream<Element> shown(Document document, String selector) {
        return document.select(selector).stream().filter(element -> element.closest("template, noscript") == null);
    }

    private Placement judge(Seal seal, Element link, ReferrerRules referrers, ContentPolicy policy) {
        if (!names(seal, link.absUrl("href"))) {
            return faulty(Fault.WRONG_ID_OR_CODE, link);
        }
        Elements images = link.select("img");
        if (images.isEmpty()) {
            return faulty(link.selectFirst("svg") == null ? Fault.IMAGE_MISSING : Fault.IMAGE_COPIED, link);
        }
        Optional<Element> badge = images.stream().filter(image -> source(image).isPresent()).findFirst();
        if (badge.isEmpty()) {
            return faulty(images.stream().anyMatch(this::isProxied) ? Fault.IMAGE_PROXIED : Fault.IMAGE_COPIED, link);
        }
        String source = source(badge.get()).orElseThrow();
        if (!names(seal, badge.get().absUrl(source))) {
            return faulty(Fault.WRONG_ID_OR_CODE, link);
        }
        return policy.blocking(badge.get(), source)
            .map(evidence -> Placement.faulty(Fault.BLOCKED_BY_POLICY, excerpt(evidence)))
            .or(() -> referrers.suppressing(link, badge.get())
                .map(found -> Placement.faulty(Fault.REFERRER_SUPPRESSED, excerpt(found.evidence()))
                    .because(found.cause())))
            .orElseGet(() -> Placement.inPlace(excerpt(link.outerHtml())));
    }

    private Placement withoutLink(Seal seal, Document document) {
        return badgeElsewhere(seal, document)
            .or(() -> spoiltQuotes(seal, document))
            .or(() -> shown(document, "a[href]").filter(link -> isAbout(seal, link.attr("href"))).findFirst()
                .map(link -> faulty(Fault.LINK_WRONG, link)))
            .or(() -> shown(document, "img").filter(image -> isCopy(seal, image)).findFirst()
                .map(image -> faulty(isProxied(image) ? Fault.IMAGE_PROXIED : Fault.IMAGE_COPIED, image)))
            .or(() -> inScript(seal, document))
            .or(() -> unrendered(seal, document))
            .orElseGet(() -> Placement.faulty(Fault.NO_SNIPPET, document.location()));
    }

    /** The badge itself, around which there is no link to the profile. */
    private Optional<Placement> badgeElsewhere(Seal seal, Document document) {
        return shown(document, "img").filter(image -> source(image).isPresent()).findFirst().map(badge -> {
            Element link = badge.closest("a[href]");
            if (!names(seal, badge.absUrl(source(badge).orElseThrow()))) {
                return faulty(Fault.WRONG_ID_OR_CODE, badge);
            }
            return link == null ? faulty(Fault.LINK_MISSING, badge) : faulty(Fault.LINK_WRONG, link);
        });
    }

    /** Editors for text turn straight quotes into curly ones, which HTML does not know. */
    private static Optional<Placement> spoiltQuotes(Seal seal, Document document) {
        return shown(document, "a[href], img[src]").filter(element -> {
            String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            return address.strip().matches("[’‘‚“”„′″«»\"'].*") && address.contains(seal.code());
        }).findFirst().map(element -> faulty(Fault.SNIPPET_NOT_RENDERED, element));
    }

    private Optional<Placement> inScript(Seal seal, Document document) {
        return inScripts(seal, document.select("script").stream().map(script -> script.attr("src") + script.data()));
    }

    /** The seal, if one of the scripts puts it there. */
    Optional<Placement> inScripts(Seal seal, Stream<String> scripts) {
        return scripts.map(code -> code.replace("\\/", "/").replaceAll("(?i)\\\\u0026", "&"))
            .filter(code -> isAbout(seal, code)).findFirst()
            .map(code -> Placement.faulty(Fault.ONLY_BY_SCRIPT, around(code, mark(seal, code))));
    }

    private static Optional<Placement> unrendered(Seal seal, Document document) {
        Optional<String> comment = document.getAllElements().stream()
            .flatMap(element -> element.childNodes().stream())
            .filter(node -> node instanceof Comment found && found.getData().contains(seal.code()))
            .map(node -> excerpt(node.outerHtml())).findFirst();
        return comment
            .or(() -> document.select("template, noscript").stream().map(Element::outerHtml)
                .filter(html -> html.contains(seal.code())).map(SnippetInspector::excerpt).findFirst())
            .or(() -> Optional.of(document.text()).filter(text -> text.contains(seal.code()))
                .map(text -> around(text, seal.code())))
            .map(evidence -> Placement.faulty(Fault.SNIPPET_NOT_RENDERED, evidence));
    }

    /** The attribute in which the image's address is Namad's badge. */
    private Optional<String> source(Element image) {
        return SOURCES.stream().filter(attribute -> leadsTo(image, attribute, BADGE)).findFirst();
    }

    /** Whether another server fetches the badge: then its address has the badge's in it. */
    private boolean isProxied(Element image) {
        return SOURCES.stream().map(image::attr).anyMatch(address ->
            decoded(address).contains(base.getRawAuthority() + Objects.toString(base.getPath(), "") + BADGE));
    }

    private boolean isCopy(Seal seal, Element image) {
        return image.attr("code").equals(seal.code()) || isAbout(seal, image.attr("src")) || isProxied(image);
    }

    private boolean isAbout(Seal seal, String text) {
        return mark(seal, decoded(text)) != null;
    }

    /** What in the text tells of this seal; null if nothing does. */
    private String mark(Seal seal, String text) {
        return List.of(seal.code(), place + PROFILE + "?", place + BADGE).stream().filter(text::contains).findFirst()
            .orElse(null);
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
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

    /** Browsers forgive characters that do not belong into an address; none of them is part of ours. */
    private static URI uri(String url) {
        try {
            return URI.create(url.strip().replaceAll("[\\s\"<>\\\\^`{|}]", "_"));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Placement faulty(Fault fault, Element element) {
        return Placement.faulty(fault, excerpt(element.outerHtml()));
    }

    private static String around(String text, String mark) {
        int at = mark == null ? 0 : Math.max(0, text.indexOf(mark));
        int start = Math.max(0, at - MAX_EVIDENCE / 2);
        return (start > 0 ? "…" : "") + excerpt(text.substring(start)).strip();
    }

    private static String excerpt(String html) {
        return html.length() <= MAX_EVIDENCE ? html : html.substring(0, MAX_EVIDENCE) + "…";
    }
}
