package org.namad.seal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namad.TestData;
import org.namad.seal.Seal;
import org.namad.seal.SealBoard;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The badge with 60,138 seals: requests a second by Namad alone, by docker/nginx.conf in front of it, and by nginx with
 * one static file of the same size, in turns, each by the same wrk with the same requests for seals at random. Needs
 * wrk and nginx. Run by {@code mvn -Pbench verify}; figures and method stand in docs/benchmarks.md.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:badges",
    "namad.demo.data=false",
    "namad.simulators.port=0",
    "namad.badges.folder=target/bench/badges"
})
class BadgeBench {

    private static final int SEALS = 60_138;
    private static final int ROUNDS = 7;
    private static final String[] TARGETS = {"nginx, static file", "Namad alone", "nginx in front of Namad"};
    private static final Path BENCH = Path.of("target/bench").toAbsolutePath();
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+(\\S+)");

    @LocalServerPort
    int port;
    @Autowired
    TestData data;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    SealBoard board;
    @Autowired
    SealRegister register;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> report = new ArrayList<>();
    private Process nginx;

    @Test
    @DisplayName("The badge by Namad alone and behind nginx, beside a static file of nginx")
    void badges() throws Exception {
        Seal first = data.issuedSeal();
        issueMany(first);
        await().atMost(Duration.ofMinutes(2)).until(() -> linked() > 2 * SEALS);
        byte[] badge = http.send(HttpRequest.newBuilder(badge(port, first)).build(), BodyHandlers.ofByteArray()).body();
        int front = freePort();
        int statics = freePort();
        startNginx(front, statics, badge);
        Path requests = Files.writeString(BENCH.resolve("badges.lua"), """
            local requests = {}
            init = function()
              math.randomseed(7)
              -- Written beforehand, so that the client does not take more of the processors than the servers do.
              for n = 1, %1$d do
                requests[n] = wrk.format("GET", string.format("/badge.svg?id=%%d&Code=ABCDEFGHJKLMNP%%06d", 1000000 + n, n),
                  {["Host"] = "127.0.0.1", ["Referer"] = string.format("https://bench%%d.example/", n)})
              end
            end
            request = function()
              return requests[math.random(1, %1$d)]
            end
            """.formatted(SEALS));
        run("warm-up", port, requests);
        double[][] rates = new double[3][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < 3; turn++) {
                int target = (round + turn) % 3;
                rates[target][round] = run(TARGETS[target], new int[] {statics, port, front}[target], requests);
            }
        }
        double file = median(rates[0]);
        report.add("medians: static file %.0f, alone %.0f (%.2f), in front %.0f (%.2f)".formatted(file,
            median(rates[1]), median(rates[1]) / file, median(rates[2]), median(rates[2]) / file));
        suspensionShows(first, front);
        Files.write(BENCH.resolve("badge.txt"), report);
        report.forEach(System.out::println);
    }

    private void issueMany(Seal like) {
        jdbc.update("""
            insert into seal (id, version, code, business_id, title, search_title, domain, url, activity, status,
              prepared_at, issued_at, expires_at, status_changed_at, stars, changed_at)
            select 1000000 + x, 0, concat('ABCDEFGHJKLMNP', lpad(x, 6, '0')), s.business_id, s.title, s.search_title,
              concat('bench', x, '.example'), s.url, s.activity, 'ACTIVE', s.prepared_at, s.issued_at, s.expires_at,
              s.status_changed_at, 0, dateadd(day, -1, s.changed_at)
            from seal s, system_range(1, %d) where s.id = ?""".formatted(SEALS),
            like.id());
        board.afterSingletonsInstantiated();
    }

    private static long linked() throws IOException {
        try (var links = Files.list(BENCH.resolve("badges/seals/fa"))) {
            return links.count();
        }
    }

    private void startNginx(int front, int statics, byte[] badge) throws IOException {
        Path root = Files.createDirectories(BENCH.resolve("static"));
        Files.write(root.resolve("badge.svg"), badge);
        String shipped = Files.readString(Path.of("docker/nginx.conf"))
            .replace("${NAMAD_UPSTREAM}", "127.0.0.1:" + port).replace("${NGINX_LISTEN}", String.valueOf(front))
            .replace("${NAMAD_BADGES}", BENCH.resolve("badges").toString());
        Path configuration = Files.writeString(BENCH.resolve("nginx.conf"), """
            daemon off;
            pcre_jit on;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx-error.log;
            worker_processes auto;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000;
              types { image/svg+xml svg; }
              server { listen %2$d; location / { root %1$s/static; } }
            %3$s
            }
            """.formatted(BENCH, statics, shipped), StandardCharsets.UTF_8);
        nginx = new ProcessBuilder("nginx", "-c", configuration.toString()).redirectErrorStream(true)
            .redirectOutput(BENCH.resolve("nginx.log").toFile()).start();
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> http.send(HttpRequest.newBuilder(
            URI.create("http://localhost:" + statics + "/badge.svg")).build(), BodyHandlers.discarding())
            .statusCode() == 200);
    }

    @AfterEach
    void stopNginx() {
        if (nginx != null) {
            nginx.destroy();
        }
    }

    private static double median(double[] rates) {
        return Arrays.stream(rates).sorted().toArray()[rates.length / 2];
    }

    private double run(String what, int target, Path requests) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c64", "-d10s", "--latency", "-s", requests.toString(),
            "http://127.0.0.1:" + target).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(wrk.waitFor()).as(output).isZero();
        assertThat(output).doesNotContain("Non-2xx");
        report.add("%s: %s requests/s, p99 %s".formatted(what, first(RATE, output), first(P99, output)));
        return Double.parseDouble(first(RATE, output));
    }

    /** The time from the suspension to the moment from which the badge behind nginx shows it, caches of browsers apart. */
    private void suspensionShows(Seal seal, int front) throws Exception {
        assertThat(text(front, seal)).contains("data-status=\"active\"");
        long start = System.nanoTime();
        register.suspend(seal.id(), "bench");
        await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(50)).until(() ->
            text(front, seal).contains("data-status=\"suspended\""));
        report.add("suspension behind nginx after %d ms, browsers keep a badge for 2 s".formatted(
            Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    private String text(int target, Seal seal) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(badge(target, seal))
            .header("Referer", "https://" + seal.domain() + "/").build(), BodyHandlers.ofString()).body();
    }

    private static URI badge(int target, Seal seal) {
        return URI.create("http://127.0.0.1:%d/badge.svg?id=%d&Code=%s".formatted(target, seal.id(), seal.code()));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
