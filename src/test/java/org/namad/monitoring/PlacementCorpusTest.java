package org.namad.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;

/**
 * The pages in {@code src/test/resources/placement}, each as a site would serve it: {@code .html} is the page,
 * {@code .headers} the head of the answer, {@code .robots} the site's robots.txt, {@code .js} its script; {@code index.csv}
 * says what must be found. They show seal 4711 of golestan-carpet.example, issued by a Namad at https://namad.example.
 */
class PlacementCorpusTest {

    private static final Path PAGES = Path.of("src/test/resources/placement");
    private static final String SITE = "golestan-carpet.example";

    private static HttpServer sites;
    private static PageFetcher fetcher;
    private static PlacementCheck check;
    private static Seal seal;
    private static volatile String page;

    @BeforeAll
    static void start() throws IOException {
        sites = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sites.createContext("/", PlacementCorpusTest::answer);
        sites.start();
        fetcher = new PageFetcher(new SiteSettings(URI.create("http://localhost:" + sites.getAddress().getPort()),
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10)));
        check = new PlacementCheck(mock(SealRegister.class), fetcher, "https://namad.example/");
        seal = mock(Seal.class);
        when(seal.id()).thenReturn(4711L);
        when(seal.code()).thenReturn("K7mQx2VbN9tRwZ4hYcDe");
        when(seal.domain()).thenReturn(SITE);
    }

    @AfterAll
    static void stop() throws IOException {
        fetcher.close();
        sites.stop(0);
    }

    /** Answers as a proxy does; where a page redirects, the other host shows its content. */
    private static void answer(HttpExchange call) throws IOException {
        boolean robots = call.getRequestURI().getPath().equals("/robots.txt");
        if (robots) {
            Path file = PAGES.resolve(page + ".robots");
            boolean there = Files.exists(file);
            send(call, there ? 200 : 404, "text/plain", there ? Files.readAllBytes(file) : new byte[0]);
            return;
        }
        if (call.getRequestURI().getPath().endsWith(".js")) {
            Path file = PAGES.resolve(page + ".js");
            boolean there = Files.exists(file);
            send(call, there ? 200 : 404, "text/javascript", there ? Files.readAllBytes(file) : new byte[0]);
            return;
        }
        byte[] body = Files.readAllBytes(PAGES.resolve(page + ".html"));
        if (!call.getRequestURI().getHost().equals(SITE)) {
            send(call, 200, "text/html", body);
            return;
        }
        List<String> head = Files.readAllLines(PAGES.resolve(page + ".headers"));
        head.stream().skip(1).map(line -> line.split(": ", 2))
            .forEach(header -> call.getResponseHeaders().add(header[0], header[1]));
        send(call, Integer.parseInt(head.get(0).split(" ")[1]), null, body);
    }

    private static void send(HttpExchange call, int status, String type, byte[] body) throws IOException {
        if (type != null) {
            call.getResponseHeaders().set("Content-Type", type);
        }
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/placement/index.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    @DisplayName("N1 Of every page of the corpus the exact fault is named, with the evidence; N2 fine ones are not blamed")
    void corpus(String name, Fault fault, String evidence) {
        page = name;
        Placement found = check.examine(seal, "http://" + SITE + "/" + name);
        assertThat(found.fault()).as(found.evidence()).isEqualTo(fault);
        assertThat(found.placed()).isEqualTo(fault == Fault.NONE);
        assertThat(found.evidence()).contains(evidence).hasSizeLessThan(600);
    }

    @Test
    @DisplayName("N1 The corpus has pages for every fault, and the index names all of them")
    void complete() throws IOException {
        List<String[]> index = Files.readAllLines(PAGES.resolve("index.csv")).stream().skip(1)
            .map(line -> line.split("\\|")).toList();
        assertThat(index).hasSizeGreaterThan(40);
        assertThat(index.stream().map(row -> row[1]).distinct())
            .containsExactlyInAnyOrder(Arrays.stream(Fault.values()).map(Fault::name).toArray(String[]::new));
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".html")))
                .containsExactlyInAnyOrder(index.stream().map(row -> row[0] + ".html").toArray(String[]::new));
        }
    }
}
