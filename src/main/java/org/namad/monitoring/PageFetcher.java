package org.namad.monitoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.namad.seal.Domains;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches pages of sites that we do not trust: http and https only, at most {@value #MAX_REDIRECTS} redirects and
 * {@value #MAX_BYTES} bytes, a deadline for the whole, no redirect that leaves the site or goes to an unusual port, and
 * never an address of an internal network. That last check sits where names become addresses, so that neither a redirect
 * nor a name that changes its address gets around it. Through an egress proxy the proxy decides what may be reached.
 */
@Component
class PageFetcher {

    /**
     * A page as it was found.
     *
     * @param address         where it was found, after redirects
     * @param document        its content
     * @param referrerPolicy  the header of this name; empty if there is none
     * @param contentPolicies the headers named Content-Security-Policy
     */
    record Page(URI address, Document document, String referrerPolicy, List<String> contentPolicies) {
    }

    /** Why there is no page; the message is the evidence. */
    static final class Unfetched extends Exception {

        private final transient Fault fault;

        Unfetched(Fault fault, String evidence) {
            super(evidence);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_ROBOTS_BYTES = 512 * 1024;
    private static final int MAX_SCRIPTS = 5;
    private static final int MAX_SCRIPT_BYTES = 512 * 1024;
    /** Six times as many characters as {@link PageAddress#MAX_LENGTH} letters take when they are encoded. */
    private static final int MAX_ADDRESS = 6 * PageAddress.MAX_LENGTH;

    /** The first stands for that of the scheme. */
    private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)");

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "page-fetcher-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final CloseableHttpClient client;
    private final Duration timeout;

    @Autowired
    PageFetcher(SiteSettings settings) {
        this(settings, new PublicAddresses());
    }

    /** @param resolver turns names into addresses that may be visited; not used through a proxy */
    PageFetcher(SiteSettings settings, DnsResolver resolver) {
        timeout = settings.timeout();
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(50)
            .setMaxConnPerRoute(50)
            .setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.readTimeout()))
                .setTimeToLive(TimeValue.ofSeconds(30))
                .build());
        HttpClientBuilder builder = HttpClients.custom()
            .setUserAgent("Mozilla/5.0 (compatible; Namad; placement check)")
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .setDefaultRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.readTimeout()))
                .setResponseTimeout(Timeout.of(settings.readTimeout()))
                .build());
        if (settings.proxy() == null) {
            connections.setDnsResolver(resolver);
        } else {
            builder.setProxy(HttpHost.create(settings.proxy()));
        }
        client = builder.setConnectionManager(connections.build()).build();
    }

    /** @throws Unfetched if {@code url} does not lead to a page */
    Page fetch(String url) throws Unfetched {
        return follow(url, end(), address -> { }, PageFetcher::read);
    }

    /**
     * Like {@link #fetch}, but asks every site on the way, by its robots.txt, whether the page may be read.
     *
     * @throws Unfetched if {@code url} does not lead to a page, or to one that Namad is asked not to read
     */
    Page fetchIfWelcome(String url) throws Unfetched {
        long end = end();
        return follow(url, end, welcome(end), PageFetcher::read);
    }

    /**
     * The beginnings of the first {@value #MAX_SCRIPTS} scripts that the page loads from its own site, as far as they can
     * be had and robots.txt lets programs read them.
     */
    List<String> scripts(Page page) {
        long end = end();
        Gate gate = welcome(end);
        List<String> found = new ArrayList<>();
        page.document().select("script[src]").stream().map(script -> script.absUrl("src")).distinct()
            .filter(address -> isSameSite(page.address(), address)).limit(MAX_SCRIPTS).forEach(address -> {
                try {
                    found.add(follow(address, end, gate, PageFetcher::readScript));
                } catch (Unfetched notToBeHad) {
                    // The page says of itself what is wrong; the other scripts may say more.
                }
            });
        return found;
    }

    /** Asks every site once for its robots.txt. */
    private Gate welcome(long end) {
        Map<String, Robots> known = new HashMap<>();
        return address -> {
            String place = address.resolve("/robots.txt").toString();
            Robots robots = known.get(place);
            if (robots == null) {
                robots = new Robots(follow(place, end, any -> { }, PageFetcher::readRobots));
                known.put(place, robots);
            }
            Optional<String> forbidding = robots.forbidding(address);
            if (forbidding.isPresent()) {
                throw new Unfetched(Fault.ROBOTS_FORBID, place + ": " + forbidding.get());
            }
        };
    }

    private interface Gate {
        void pass(URI address) throws Unfetched;
    }

    private interface Reader<T> {
        T read(URI address, ClassicHttpResponse response) throws IOException;
    }

    private record Step<T>(T found, String redirect) {
    }

    private long end() {
        return System.nanoTime() + timeout.toNanos();
    }

    private <T> T follow(String url, long end, Gate gate, Reader<T> reader) throws Unfetched {
        URI start = address(URI.create(""), url);
        URI address = start;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            gate.pass(address);
            Step<T> step = get(address, Duration.ofNanos(end - System.nanoTime()), reader);
            if (step.redirect() == null) {
                return step.found();
            }
            address = address(address, step.redirect());
            if (!isSameSite(start, address.toString())) {
                throw new Unfetched(Fault.OTHER_SITE, address.toString());
            }
        }
        throw new Unfetched(Fault.UNREACHABLE, url + ": more than " + MAX_REDIRECTS + " redirects");
    }

    /** The watch breaks the connection off, so that a server that sends byte after byte does not hold us. */
    private <T> Step<T> get(URI address, Duration timeLeft, Reader<T> reader) throws Unfetched {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", "text/html,application/xhtml+xml,text/plain;q=0.5,*/*;q=0.1");
        request.setHeader("Accept-Language", "fa,en;q=0.5");
        ScheduledFuture<?> deadline = watch.schedule(request::cancel, timeLeft.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, response -> {
                try {
                    return step(address, response, reader);
                } catch (UnfetchedResponse failure) {
                    // Else the client would read on to the end of the answer.
                    request.cancel();
                    throw failure;
                }
            });
        } catch (PublicAddresses.InternalAddress refused) {
            throw new Unfetched(Fault.ADDRESS_REFUSED, address + ": " + refused.getMessage());
        } catch (UnfetchedResponse failure) {
            throw failure.unfetched;
        } catch (IOException failure) {
            String why = request.isCancelled() ? "the page did not arrive in time" : failure.getMessage();
            throw new Unfetched(Fault.UNREACHABLE, address + ": " + why);
        } finally {
            deadline.cancel(false);
        }
    }

    private static <T> Step<T> step(URI address, ClassicHttpResponse response, Reader<T> reader) throws IOException {
        Optional<String> location = header(response, "Location");
        boolean redirect = response.getCode() >= 300 && response.getCode() < 400 && location.isPresent();
        return redirect ? new Step<>(null, location.get()) : new Step<>(reader.read(address, response), null);
    }

    private static Page read(URI address, ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new UnfetchedResponse(Fault.UNREACHABLE, address + ": HTTP " + response.getCode());
        }
        String type = type(response);
        if (!type.startsWith("text/html") && !type.startsWith("application/xhtml+xml")) {
            throw new UnfetchedResponse(Fault.NOT_A_PAGE, address + ": " + type);
        }
        byte[] body = body(response, MAX_BYTES);
        if (body.length > MAX_BYTES) {
            throw new UnfetchedResponse(Fault.NOT_A_PAGE, address + ": more than " + MAX_BYTES + " bytes");
        }
        Document document = Jsoup.parse(new ByteArrayInputStream(body), charset(type), address.toString());
        return new Page(address, document, headers(response, "Referrer-Policy").collect(Collectors.joining(", ")),
            headers(response, "Content-Security-Policy").toList());
    }

    /** As RFC 9309 has it: a site without robots.txt forbids nothing; one that is out of order is left alone. */
    private static String readRobots(URI address, ClassicHttpResponse response) throws IOException {
        if (response.getCode() >= 500) {
            throw new UnfetchedResponse(Fault.UNREACHABLE, address + ": HTTP " + response.getCode());
        }
        boolean text = response.getCode() == 200 && !type(response).startsWith("text/html");
        return text ? new String(body(response, MAX_ROBOTS_BYTES), StandardCharsets.UTF_8) : "";
    }

    private static String readScript(URI address, ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200 || type(response).startsWith("text/html")) {
            throw new UnfetchedResponse(Fault.UNREACHABLE, address + ": HTTP " + response.getCode());
        }
        return new String(body(response, MAX_SCRIPT_BYTES), StandardCharsets.UTF_8);
    }

    /** One byte more than is allowed shows that there is too much. Not closed here: that would read the rest, too. */
    private static byte[] body(ClassicHttpResponse response, int max) throws IOException {
        return response.getEntity() == null ? new byte[0] : response.getEntity().getContent().readNBytes(max + 1);
    }

    /** The charset that the header names; null, for one named in the page, if there is none that we know. */
    private static String charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        try {
            return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
        } catch (IllegalCharsetNameException unknown) {
            return null;
        }
    }

    /** The same registered domain, with or without www, at a usual port: no other is anything to us. */
    private static boolean isSameSite(URI site, String address) {
        try {
            URI other = address(site, address);
            Optional<String> domain = Domains.of(site.getHost());
            return USUAL_PORTS.contains(other.getPort()) && domain.isPresent() && domain.equals(Domains.of(other.getHost()));
        } catch (Unfetched noAddress) {
            return false;
        }
    }

    private static URI address(URI base, String url) throws Unfetched {
        if (url.length() > MAX_ADDRESS) {
            throw new Unfetched(Fault.ADDRESS_REFUSED, "an address of " + url.length() + " characters");
        }
        try {
            URI address = base.resolve(url.strip().replace(" ", "%20"));
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (!web || address.getHost() == null || address.getUserInfo() != null) {
                throw new Unfetched(Fault.ADDRESS_REFUSED, address + ": not a web address");
            }
            return address;
        } catch (IllegalArgumentException malformed) {
            throw new Unfetched(Fault.ADDRESS_REFUSED, url + ": not a web address");
        }
    }

    private static String type(ClassicHttpResponse response) {
        return header(response, "Content-Type").orElse("text/html").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return headers(response, name).findFirst();
    }

    private static Stream<String> headers(ClassicHttpResponse response, String name) {
        return Arrays.stream(response.getHeaders(name)).map(Header::getValue);
    }

    @PreDestroy
    void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }

    /** Carries {@link Unfetched} out of the client's callback, closing the connection on the way. */
    private static final class UnfetchedResponse extends IOException {

        private final transient Unfetched unfetched;

        UnfetchedResponse(Fault fault, String evidence) {
            this.unfetched = new Unfetched(fault, evidence);
        }
    }
}
