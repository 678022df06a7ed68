package org.namad.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.namad.TestData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the inquiry page takes with 60,138 and with a million seals (R28, R30): one HTTP request after the other,
 * for addresses, beginnings of names, whole names, names with a slip, and words with a filter, at random. Run by
 * {@code mvn -Pbench verify}; figures and method stand in docs/benchmarks.md.
 */
@Tag("bench")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:file:./target/bench/inquiry",
    "namad.demo.data=false",
    "namad.simulators.port=0"
})
class InquiryBench {

    private static final List<List<String>> WORDS = List.of(
        List.of("گلستان", "سپیدار", "نیلوفر", "آبگینه", "زعفران", "باران", "پارسا", "نگین", "بهار", "مهرگان", "کیمیا",
            "آفتاب", "شمیم", "ترنج", "سرو", "پرنیان", "یاقوت", "دریا", "کوهسار", "ارغوان", "مروارید", "پگاه", "سهند"),
        List.of("پوشاک", "کتاب", "کفش", "چرم", "فرش", "عسل", "خشکبار", "اسباب‌بازی", "ابزار", "لوازم خانگی", "گوشی",
            "رایانه", "طلا", "ادویه", "گلیم", "سفال", "دوچرخه", "عینک", "ساعت"),
        List.of("ایرانیان", "شمال", "جنوب", "نوین", "کهن", "آنلاین", "برتر", "پایتخت", "البرز", "زاگرس", "کویر", "امید",
            "فردا", "دانا", "توس", "پارس", "آریا"));

    @LocalServerPort
    int port;
    @Autowired
    TestData data;
    @Autowired
    SealSearch search;
    @Autowired
    JdbcTemplate jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Order(1)
    @DisplayName("R28 R30 The inquiry with 60,138 seals")
    void today() throws Exception {
        measure(60_138);
    }

    @Test
    @Order(2)
    @DisplayName("R28 The inquiry with a million seals")
    void million() throws Exception {
        measure(1_000_000);
    }

    private void measure(int seals) throws IOException, InterruptedException {
        issue(seals);
        long start = System.nanoTime();
        search.afterSingletonsInstantiated();
        long read = (System.nanoTime() - start) / 1_000_000;
        ask(seals, 500);
        long[] times = ask(seals, 3000);
        Arrays.sort(times);
        String line = String.format(Locale.ROOT, "%,d seals: p50=%.1f ms p95=%.1f ms p99=%.1f ms max=%.1f ms (n=%d), read at the start in %d ms",
            seals, at(times, 50), at(times, 95), at(times, 99), times[times.length - 1] / 1e6, times.length, read);
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/inquiry-" + seals + ".txt"), line + "\n");
        System.out.println(line);
    }

    private void issue(int seals) {
        Long like = jdbc.queryForList("select min(id) from seal", Long.class).get(0);
        if (like == null) {
            like = data.issuedSeal().id();
        }
        long present = jdbc.queryForObject("select count(*) from seal", Long.class);
        String name = "concat_ws(' ', %s, cast(x as varchar))".formatted(String.join(", ", WORDS.stream().map(InquiryBench::pick).toList()));
        jdbc.update("""
            insert into seal (id, version, code, business_id, title, search_title, domain, url, activity, status,
              prepared_at, issued_at, expires_at, status_changed_at, stars, changed_at)
            select 1000000 + x, 0, concat('ABCDEFGHJKLM', lpad(x, 8, '0')), s.business_id, %s, 'x',
              concat('shop', x, '.example'), s.url, s.activity, 'ACTIVE', s.prepared_at, s.issued_at, s.expires_at,
              s.status_changed_at, mod(x, 6), dateadd(day, -1, s.changed_at)
            from seal s, system_range(%d, %d) where s.id = ?""".formatted(name, present + 1, seals), like);
        assertThat(jdbc.queryForObject("select count(*) from seal", Integer.class)).isGreaterThanOrEqualTo(seals);
    }

    /** A word that the number of the seal decides on, in an order that has no period. */
    private static String pick(List<String> words) {
        return "array[%s][1 + mod(x * 7919 / %d, %d)]".formatted(
            String.join(", ", words.stream().map(word -> "'" + word + "'").toList()), words.size() + 4, words.size());
    }

    private long[] ask(int seals, int count) throws IOException, InterruptedException {
        Random random = new Random(28);
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            URI address = URI.create("http://localhost:%d/inquiry?%s".formatted(port, question(random, seals, i)));
            long start = System.nanoTime();
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            times[i] = System.nanoTime() - start;
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("/profile?id=");
        }
        return times;
    }

    private static String question(Random random, int seals, int i) {
        List<String> words = new ArrayList<>(WORDS.stream().map(some -> some.get(random.nextInt(some.size()))).toList());
        String first = words.get(0);
        return switch (i % 5) {
            case 0 -> "q=" + "https://www.shop" + (2 + random.nextInt(seals - 2)) + ".example/";
            case 1 -> "q=" + encode(first.substring(0, 3));
            case 2 -> "q=" + encode(String.join(" ", words));
            case 3 -> "q=" + encode(first.substring(0, 1) + "ض" + first.substring(2) + " " + words.get(1));
            default -> "q=" + encode(words.get(1)) + "&status=ACTIVE&stars=3";
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double at(long[] sorted, int percent) {
        return sorted[sorted.length * percent / 100] / 1e6;
    }
}
