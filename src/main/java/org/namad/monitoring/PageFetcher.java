package org.namad.monitoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches pages of sites that we do not trust: http and https only, at most {@value #MAX_REDIRECTS} redirects and
 * {@value #MAX_BYTES} bytes, a deadline for the whole, and never an address of an internal network. That last check
 * sits where names become addresses, so that neither a redirect nor a name that changes its address gets around it.
 * Through an egress proxy the proxy decides what may be reached.
 */
@Component
class PageFetcher {

    /**
     * A page as it was found.
     *
     * @param address        where it was found, after redirects
     * @param document       its content
     * @param referrerPolicy the header of this name; empty if there is none
     */
    record Page(URI address, Document document, String referrerPolicy) {
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
        long deadline = System.nanoTime() + timeout.toNanos();
        URI address = address(URI.create(""), url);
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            Step step = get(address, Duration.ofNanos(deadline - System.nanoTime()));
            if (step.page() != null) {
                return step.page();
            }
            address = address(address, step.redirect());
        }
        throw new Unfetched(Fault.UNREACHABLE, url + ": more than " + MAX_REDIRECTS + " redirects");
    }

    private record Step(Page page, String redirect) {
    }

    /** The watch breaks the connection off, so that a server that sends byte after byte does not hold us. */
    private Step get(URI address, Duration timeLeft) throws Unfetched {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", "text/html,application/xhtml+xml");
        request.setHeader("Accept-Language", "fa,en;q=0.5");
        ScheduledFuture<?> deadline = watch.schedule(request::cancel, timeLeft.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, response -> {
                try {
                    return read(address, response);
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

    private static Step read(URI address, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Optional<String> location = header(response, "Location");
        if (status >= 300 && status < 400 && location.isPresent()) {
            return new Step(null, location.get());
        }
        if (status != 200) {
            throw new UnfetchedResponse(Fault.UNREACHABLE, address + ": HTTP " + status);
        }
        String type = header(response, "Content-Type").orElse("text/html").toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/html") && !type.startsWith("application/xhtml+xml")) {
            throw new UnfetchedResponse(Fault.NOT_A_PAGE, address + ": " + type);
        }
        byte[] body = body(response);
        if (body.length > MAX_BYTES) {
            throw new UnfetchedResponse(Fault.NOT_A_PAGE, address + ": more than " + MAX_BYTES + " bytes");
        }
        Document document = Jsoup.parse(new ByteArrayInputStream(body), charset(type), address.toString());
        return new Step(new Page(address, document, header(response, "Referrer-Policy").orElse("")), null);
    }

    /** One byte more than is allowed shows that there is too much. Not closed here: that would read the rest, too. */
    private static byte[] body(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null ? new byte[0]
            : response.getEntity().getContent().readNBytes(MAX_BYTES + 1);
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

    private static URI address(URI base, String url) throws Unfetched {
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

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
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
