package org.namad.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namad.TestData;
import org.namad.demo.simulators.Simulators;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.payment.Payments;
import org.namad.seal.SealRegister;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * How long straight-through issuance takes (R13): from submission to the issued seal, with simulators that answer in
 * 50 ms and an applicant who pays and places the snippet at once. The applicant looks every 25 ms whether it is his
 * turn. Run by {@code mvn -Pbench verify}; figures and method stand in docs/benchmarks.md.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:file:./target/bench/namad;LOCK_TIMEOUT=10000",
    "namad.demo.data=false",
    "namad.simulators.port=0",
    "namad.simulators.delay=50ms"
})
class IssuanceBench {

    private static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    private static final int WARM_UP = 100;

    @Autowired
    TestData data;
    @Autowired
    ApplicationDesk desk;
    @Autowired
    ApplicationFlow flow;
    @Autowired
    Payments payments;
    @Autowired
    SealRegister register;
    @Autowired
    Simulators simulators;
    @Value("${namad.base-url}")
    String baseUrl;

    private final ScheduledExecutorService applicants = Executors.newScheduledThreadPool(64);

    @Test
    @DisplayName("R13 Straight-through issuance at 1 and at 10 applications a second")
    void straightThrough() throws IOException {
        run(5, WARM_UP);
        List<String> report = new ArrayList<>();
        report.add(line(1, run(1, 60)));
        report.add(line(10, run(10, 600)));
        Files.createDirectories(Path.of("target/bench"));
        Files.write(Path.of("target/bench/issuance.txt"), report);
        report.forEach(System.out::println);
    }

    private List<Duration> run(int perSecond, int count) {
        List<CompletableFuture<Duration>> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Duration> run = new CompletableFuture<>();
            applicants.schedule(() -> complete(run), i * 1000L / perSecond, TimeUnit.MILLISECONDS);
            runs.add(run);
        }
        return runs.stream().map(CompletableFuture::join).sorted().toList();
    }

    private void complete(CompletableFuture<Duration> run) {
        try {
            Person owner = data.person();
            String domain = TestData.domain();
            Application application = desk.submit(new NewApplication(UUID.randomUUID().toString(), owner.id(), true,
                true, domain, new Particulars(Business.Kind.NATURAL, "فروشگاه", null, "فروشگاه", "clothing", "1234567",
                    "تهران", "تهران", "خیابان انقلاب", "02166000000", false, false, null)),
                List.of(new Upload(DocumentPurpose.NATIONAL_CARD, "a.png", IMAGE),
                    new Upload(DocumentPurpose.BIRTH_CERTIFICATE, "b.png", IMAGE)));
            URI page = payments.pay(await(application, owner, Stage.PAYMENT).invoiceNumber(), owner.id(), "fee")
                .orElseThrow();
            payments.payerReturned(simulators.zarinPal().pay(page.toString())
                .replaceFirst(".*Authority=([^&]+).*", "$1"));
            Application waiting = await(application, owner, Stage.PLACEMENT);
            simulators.shops().place(domain, Snippet.of(register.get(waiting.sealId()), baseUrl));
            flow.reportPlacement(application.id());
            Application issued = await(application, owner, Stage.ISSUED);
            run.complete(Duration.between(issued.submittedAt(), issued.closedAt()));
        } catch (Throwable failure) {
            run.completeExceptionally(failure);
        }
    }

    private Application await(Application application, Person owner, Stage stage) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            Application now = desk.followed(application.id(), owner.id());
            boolean lookedAt = stage != Stage.PLACEMENT || now.placementCheckedAt() != null;
            if (now.stage() == stage && lookedAt) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        throw new AssertionError(application.key() + " did not reach " + stage + " in a minute");
    }

    private static String line(int perSecond, List<Duration> sorted) {
        assertThat(sorted).isNotEmpty();
        return String.format(Locale.ROOT, "%d/s: n=%d p50=%d ms p95=%d ms max=%d ms", perSecond, sorted.size(),
            sorted.get(sorted.size() / 2).toMillis(), sorted.get(sorted.size() * 95 / 100).toMillis(),
            sorted.get(sorted.size() - 1).toMillis());
    }
}
