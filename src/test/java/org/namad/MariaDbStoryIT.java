package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintRefused;
import org.namad.complaint.NewComplaint;
import org.namad.conduct.Ledger;
import org.namad.demo.simulators.Simulators;
import org.namad.enforcement.EnforcementCases;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Particulars;
import org.namad.issuance.Upload;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.payment.Payments;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.namad.statistics.Statistics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** The story of {@link StoryIT} on a real MariaDB, without a browser: schema, timers and locking. */
@NamadTest
@ContextConfiguration(initializers = MariaDb.class)
class MariaDbStoryIT {

    private static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

    @Autowired
    TestData data;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    TimeTravel travel;
    @Autowired
    NamadClock clock;
    @Autowired
    Simulators simulators;
    @Autowired
    ApplicationDesk applications;
    @Autowired
    ApplicationFlow applicationFlow;
    @Autowired
    Payments payments;
    @Autowired
    ComplaintDesk complaints;
    @Autowired
    EnforcementCases cases;
    @Autowired
    StaffWork staff;
    @Autowired
    Ledger ledger;
    @Autowired
    Seals seals;
    @Autowired
    Statistics statistics;
    @Autowired
    JdbcTemplate jdbc;
    @Value("${namad.base-url}")
    String baseUrl;

    @Test
    @DisplayName("R1 R2 R7 R13 R16 R19 R26 R30 The story from application to suspension and renewal, on MariaDB")
    void story() {
        assertThat(jdbc.queryForObject("select version()", String.class)).contains("MariaDB");
        Seal clean = data.issuedSeal();
        Person owner = data.person();
        Seal seal = issue(owner);

        Complaint first = complaints.register(complaint(data.person(), seal));
        travel.by(Duration.ofHours(97));
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        mailbox.await(owner.email(), "complaint-reminder", 3);
        mailbox.await(owner.email(), "complaint-point");
        mailbox.await(first.complainant().email(), "complaint-unanswered");

        for (int i = 0; i < 7; i++) {
            complaints.register(complaint(data.person(), seal));
            travel.runDueJobs();
        }
        mailbox.await(owner.email(), "enforcement-letter");
        travel.by(Duration.ofDays(11));
        CaseKey enforcement = cases.findByOpenSealId(seal.id()).orElseThrow().key();
        staff.complete(enforcement, "officer1", Map.of("measure", "suspend", "reasons", "بیش از هفت شکایت"));
        staff.complete(enforcement, "supervisor1", Map.of("confirmation", "confirm", "confirmationNote", ""));
        travel.runDueJobs();
        assertThat(seals.findById(seal.id()).orElseThrow().statusAt(clock.instant())).isEqualTo(SealStatus.SUSPENDED);
        mailbox.await(owner.email(), "enforcement-suspended");
        assertThat(statistics.edition().figure("measures").orElseThrow().rows())
            .anySatisfy(year -> assertThat(year.values()).startsWith(1.0, 0.0));
        assertThat(statistics.edition().figure("reasons").orElseThrow().rows().get(0).values()).startsWith(100.0, 37.0);

        travel.to(clean.expiresAt().plus(Duration.ofDays(1)));
        assertThat(seals.findById(clean.id()).orElseThrow().statusAt(clock.instant())).isEqualTo(SealStatus.ACTIVE);
        mailbox.await(data.ownerOf(clean).email(), "renewal-renewed");
    }

    @Test
    @DisplayName("R4 Of ten complaints filed by one person at the same moment, one is taken")
    void concurrentComplaints() throws Exception {
        Seal seal = data.issuedSeal();
        Person consumer = data.person();
        List<Callable<Boolean>> filings = IntStream.range(0, 10).<Callable<Boolean>>mapToObj(i -> () -> {
            try {
                complaints.register(complaint(consumer, seal));
                return true;
            } catch (ComplaintRefused secondOfTheDay) {
                return false;
            }
        }).toList();
        assertThat(together(filings)).containsOnlyOnce(true);
        assertThat(jdbc.queryForObject("select count(*) from complaint where seal_id = ?", Long.class, seal.id()))
            .isEqualTo(1);
    }

    @Test
    @DisplayName("R1 R2 Answers and the firing timer, at the same moment for many complaints: each ends as one or the other")
    void answersAgainstTheTimer() throws Exception {
        Seal seal = data.issuedSeal();
        List<Complaint> open = IntStream.range(0, 6)
            .mapToObj(i -> complaints.register(complaint(data.person(), seal))).toList();
        travel.to(open.get(0).answerDue().minusSeconds(60));
        clock.moveTo(open.get(5).answerDue().plusSeconds(1));
        List<Callable<Boolean>> both = new ArrayList<>();
        open.forEach(complaint -> both.add(() -> complaints.answer(complaint.id(), "پاسخ ما").answeredLate()));
        both.add(() -> {
            travel.runDueJobs();
            return null;
        });
        long late = together(both).stream().filter(Boolean.TRUE::equals).count();
        travel.runDueJobs();
        assertThat(ledger.points(seal.id())).isEqualTo((int) late);
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private Seal issue(Person owner) {
        String domain = TestData.domain();
        Application application = applications.submit(new NewApplication(UUID.randomUUID().toString(), owner.id(),
            true, true, domain, new Particulars(Business.Kind.NATURAL, "نی و نوا", null, "نی و نوا", "handicrafts",
                "1405123", "تهران", "تهران", "خیابان بهار، پلاک ۷", "02166000000", false, false, 500)),
            List.of(new Upload(DocumentPurpose.NATIONAL_CARD, "card.png", IMAGE),
                new Upload(DocumentPurpose.BIRTH_CERTIFICATE, "certificate.png", IMAGE)));
        travel.runDueJobs();
        String invoice = applications.followed(application.id(), owner.id()).invoiceNumber();
        URI startPage = payments.pay(invoice, owner.id(), "fee").orElseThrow();
        payments.payerReturned(simulators.zarinPal().pay(startPage.toString())
            .replaceFirst(".*Authority=([^&]+).*", "$1"));
        travel.runDueJobs();
        Seal seal = seals.findByDomain(domain).orElseThrow();
        simulators.shops().place(domain, Snippet.of(seal, baseUrl));
        applicationFlow.reportPlacement(application.id());
        travel.runDueJobs();
        mailbox.await(owner.email(), "application-seal-issued");
        return seals.findById(seal.id()).orElseThrow();
    }

    private static NewComplaint complaint(Person consumer, Seal seal) {
        return new NewComplaint(consumer.id(), seal.domain(), "F-" + consumer.id(), null, ComplaintReason.NOT_DELIVERED,
            "هنوز نرسیده است.", null);
    }
}
