package org.namad.monitoring;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/** A page's content security policies, as far as they decide which images a browser loads. */
class ContentPolicy {

    /** A policy and how it stands in the page or its headers. */
    private record Policy(Map<String, List<String>> directives, String evidence) {

        /** What is said of images; empty if nothing is, so that all may be loaded. */
        Optional<List<String>> images() {
            return Optional.ofNullable(directives.getOrDefault("img-src", directives.get("default-src")));
        }
    }

    private final URI page;
    private final List<Policy> policies;

    ContentPolicy(PageFetcher.Page page) {
        this.page = page.address();
        Stream<Policy> headers = page.contentPolicies().stream().flatMap(header -> Arrays.stream(header.split(",")))
            .map(policy -> policy(policy, "Content-Security-Policy: " + policy.strip()));
        Stream<Policy> metas = page.document().head().select("meta[http-equiv=Content-Security-Policy i]").stream()
            .map(meta -> policy(meta.attr("content"), meta.outerHtml()));
        this.policies = Stream.concat(headers, metas).toList();
    }

    /** The policy that keeps browsers from loading {@code image}, as it was found; empty if all allow it. */
    Optional<String> blocking(Element image, String attribute) {
        URI address = URI.create(image.absUrl(attribute).split("[?#\\s]")[0]);
        return policies.stream()
            .filter(policy -> policy.images().stream().anyMatch(sources ->
                sources.stream().noneMatch(source -> allows(source, address))))
            .map(Policy::evidence).findFirst();
    }

    /** The first of several directives of one name counts, as in browsers. */
    private static Policy policy(String text, String evidence) {
        Map<String, List<String>> directives = new HashMap<>();
        for (String directive : text.split(";")) {
            List<String> words = Arrays.asList(directive.strip().toLowerCase(Locale.ROOT).split("\\s+"));
            directives.putIfAbsent(words.get(0), words.subList(1, words.size()));
        }
        return new Policy(directives, evidence);
    }

    private boolean allows(String source, URI address) {
        if (source.equals("*")) {
            return true;
        }
        if (source.equals("'self'")) {
            return address.getHost().equalsIgnoreCase(page.getHost()) && port(address) == port(page);
        }
        if (source.matches("[a-z][a-z0-9+.-]*:")) {
            return isScheme(source.substring(0, source.length() - 1), address);
        }
        int schemeEnd = source.indexOf("://");
        String rest = schemeEnd < 0 ? source : source.substring(schemeEnd + 3);
        String scheme = schemeEnd < 0 ? page.getScheme() : source.substring(0, schemeEnd);
        String[] parts = rest.split("/", 2);
        String[] authority = parts[0].split(":", 2);
        return isScheme(scheme, address) && isHost(authority[0], address)
            && (authority.length == 1 ? isStandardPort(address)
                : authority[1].equals("*") || authority[1].equals(String.valueOf(port(address))))
            && (parts.length == 1 || isPath("/" + parts[1], address));
    }

    /** A browser that may load over http may load over https. */
    private static boolean isScheme(String scheme, URI address) {
        return scheme.equalsIgnoreCase(address.getScheme())
            || scheme.equalsIgnoreCase("http") && address.getScheme().equalsIgnoreCase("https");
    }

    private static boolean isHost(String host, URI address) {
        String actual = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("*.") ? actual.endsWith(host.substring(1)) : host.equals("*") || host.equals(actual);
    }

    private static boolean isPath(String path, URI address) {
        String actual = address.getPath().toLowerCase(Locale.ROOT);
        return path.endsWith("/") ? actual.startsWith(path) : actual.equals(path);
    }

    private static boolean isStandardPort(URI address) {
        return port(address) == 80 || port(address) == 443;
    }

    private static int port(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        return address.getPort() != -1 ? address.getPort() : secure ? 443 : 80;
    }
}
