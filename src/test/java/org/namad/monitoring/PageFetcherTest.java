package org.namad.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;

import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {

    private HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private static PageFetcher direct() {
        return new PageFetcher(settings(null));
    }

    private static SiteSettings settings(URI proxy) {
        return new SiteSettings(proxy, Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    private static Fault fault(PageFetcher fetcher, String url) {
        return catchThrowableOfType(PageFetcher.Unfetched.class, () -> fetcher.fetch(url)).fault();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://localhost/", "http://10.1.2.3/", "http://172.16.0.1/",
        "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[fe80::1]/",
        "http://[fd00::1]/", "http://[::ffff:10.0.0.1]/", "http://0.0.0.0/", "http://100.64.0.1/", "http://2130706433/",
        "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "https://192.168.1.1/", "ftp://shop.example/",
        "file:///etc/passwd", "http://user:password@shop.example/", "javascript:alert(1)", "not an address", "http:///x"})
    @DisplayName("R16 The check never enters an internal network, nor speaks another protocol than http and https")
    void refused(String url) {
        assertThat(fault(direct(), url)).isEqualTo(Fault.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "185.143.232.1", "2a01:4f8::1", "172.32.0.1", "100.128.0.1"})
    @DisplayName("R16 Addresses of the internet may be visited")
    void allowed(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/secret", "http://localhost:%d/secret", "gopher://127.0.0.1:%d/"})
    @DisplayName("R16 A redirect into an internal network is not followed")
    void redirectInside(String inside) {
        int port = server.getAddress().getPort();
        AtomicInteger visits = new AtomicInteger();
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.getResponseHeaders().set("Location", inside.formatted(port));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        PageFetcher fetcher = new PageFetcher(settings(null), new PublicAddresses() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                boolean shop = host.equals("shop.example");
                return shop ? new InetAddress[] {InetAddress.getLoopbackAddress()} : super.resolve(host);
            }
        });
        assertThat(fault(fetcher, "http://shop.example:" + port + "/")).isIn(Fault.OTHER_SITE, Fault.ADDRESS_REFUSED);
        assertThat(visits).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example:%d/", "http://shop.example:22/", "http://www.shop.example:%d/",
        "https://shop.example:8443/", "http://8.8.8.8/", "http://shop.example.elsewhere.example/"})
    @DisplayName("R16 A redirect off the site or to an unusual port is not followed, so that nobody can feel for open ports")
    void redirectOffSite(String target) {
        int port = server.getAddress().getPort();
        AtomicInteger visits = redirectingTo(target.formatted(port));
        assertThat(fault(atLoopback(), "http://shop.example:" + port + "/")).isEqualTo(Fault.OTHER_SITE);
        assertThat(visits).hasValue(1);
    }

    @Test
    @DisplayName("R16 A redirect to the same site whose name leads into an internal network is not followed")
    void redirectToInternalName() {
        redirectingTo("http://www.shop.example/");
        PublicAddresses names = new PublicAddresses(addresses(Map.of("www.shop.example", List.of("10.0.0.7"))));
        PageFetcher fetcher = new PageFetcher(settings(null), guarded("shop.example", names));
        assertThat(fault(fetcher, "http://shop.example:" + server.getAddress().getPort() + "/"))
            .isEqualTo(Fault.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8 127.0.0.1", "127.0.0.1 8.8.8.8", "2a01:4f8::1 ::1", "185.143.232.1 169.254.169.254"})
    @DisplayName("R16 A name that has an internal address besides a public one is not visited at all")
    void mixedRecords(String records) {
        PublicAddresses names = new PublicAddresses(addresses(Map.of("shop.example", List.of(records.split(" ")))));
        assertThat(fault(new PageFetcher(settings(null), names), "http://shop.example/")).isEqualTo(Fault.ADDRESS_REFUSED);
    }

    @Test
    @DisplayName("R16 A name that leads inside once it has been looked up is not visited again")
    void rebinding() {
        AtomicInteger visits = redirectingTo("http://shop.example/");
        AtomicInteger lookups = new AtomicInteger();
        PublicAddresses inside = new PublicAddresses(addresses(Map.of("shop.example", List.of("127.0.0.1"))));
        PageFetcher fetcher = new PageFetcher(settings(null), resolver(host -> lookups.getAndIncrement() == 0
            ? new InetAddress[] {InetAddress.getLoopbackAddress()} : inside.resolve(host)));
        assertThat(fault(fetcher, "http://shop.example:" + server.getAddress().getPort() + "/"))
            .isEqualTo(Fault.ADDRESS_REFUSED);
        assertThat(lookups).hasValue(2);
        assertThat(visits).hasValue(1);
    }

    /** Every page of the test's server leads to {@code target}. */
    private AtomicInteger redirectingTo(String target) {
        AtomicInteger visits = new AtomicInteger();
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        return visits;
    }

    private interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private static DnsResolver resolver(Lookup lookup) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return lookup.of(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** A name server that knows these names. */
    private static DnsResolver addresses(Map<String, List<String>> names) {
        return resolver(host -> {
            List<InetAddress> found = new ArrayList<>();
            for (String address : names.get(host)) {
                found.add(InetAddress.getByName(address));
            }
            return found.toArray(InetAddress[]::new);
        });
    }

    private static PageFetcher atLoopback() {
        return new PageFetcher(settings(null), resolver(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
    }

    /** The test's server stands for the public site {@code host}; other names are looked up by {@code names}. */
    private static DnsResolver guarded(String host, PublicAddresses names) {
        return resolver(name -> name.equals(host) ? new InetAddress[] {InetAddress.getLoopbackAddress()} : names.resolve(name));
    }

    @Test
    @Timeout(10)
    @DisplayName("R16 A site that sends its page byte by byte does not hold the check")
    void slow() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (!over.await(100, TimeUnit.MILLISECONDS)) {
                    body.write(' ');
                    body.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        PageFetcher proxied = new PageFetcher(settings(URI.create("http://localhost:" + server.getAddress().getPort())));
        assertThat(fault(proxied, "http://shop.example/")).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    @DisplayName("R16 What is not a page, and a page in another charset, are told apart")
    void types() throws Exception {
        server.createContext("/", exchange -> {
            boolean image = exchange.getRequestURI().getPath().equals("/image");
            byte[] body = "<title>سلام</title>".getBytes("windows-1256");
            exchange.getResponseHeaders().set("Content-Type", image ? "image/png" : "text/html; charset=windows-1256");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        PageFetcher proxied = new PageFetcher(settings(URI.create("http://localhost:" + server.getAddress().getPort())));
        assertThat(fault(proxied, "http://shop.example/image")).isEqualTo(Fault.NOT_A_PAGE);
        PageFetcher.Page page = proxied.fetch("http://shop.example/");
        assertThat(page.referrerPolicy()).isEqualTo("no-referrer");
        assertThat(page.document().title()).isEqualTo("سلام");
    }
}
