package org.namad.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.complaint.NaiveRecord.Happening;
import org.namad.complaint.NaiveRecord.Step;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.namad.conduct.Source;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Seals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to the complaints about a seal: its record is what anybody would reckon from scratch. */
@NamadTest
class RecordPropertiesTest {

    private static final AtomicLong TRACKING = new AtomicLong(7_000_000_000L);
    private static final Source BY = new Source("officer", "complaint", 1);
    private static final Period WINDOW = Period.ofDays(365);

    @Autowired Complaints complaints;
    @Autowired ComplaintRecord record;
    @Autowired Ledger ledger;
    @Autowired Seals seals;
    @Autowired SealRegister register;
    @Autowired TestData data;
    @Autowired NamadClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcTemplate database;

    /** jqwik knows nothing of Spring: the application comes from the cache that all tests share. */
    @BeforeProperty
    void application() throws Exception {
        new TestContextManager(RecordPropertiesTest.class).prepareTestInstance(this);
    }

    @Property(tries = 150)
    @Label("R2 R3 R9 N6 N9 After any course of complaints, indicators and standing equal a recomputation from scratch")
    void sameAsFromScratch(@ForAll("courses") List<Move> course) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Seal seal = data.issuedSeal();
            register.declareTransactions(seal.id(), 100);
            NaiveRecord naive = new NaiveRecord();
            Map<Long, String> lines = new HashMap<>();
            for (Move move : course) {
                clock.moveBy(Duration.ofMinutes(move.minutes()));
                make(move, seal, naive);
                linesStayAsTheyAre(seal, lines);
                noComplaintHasTwoPoints(seal);
                assertThat(ledger.points(seal.id())).isNotNegative().isEqualTo(naive.points());
            }
            assertThat(record.standing(seal.id(), WINDOW)).isEqualTo(naive.standing());
            Indicators indicators = record.indicators(seal.id());
            assertThat(indicators).usingRecursiveComparison().ignoringFields("perThousand").isEqualTo(naive.indicators());
            assertThat(indicators.perThousand()).isEqualTo(naive.total() * 10.0 / months(seal),
                within(0.001));
        });
    }

    private double months(Seal seal) {
        return Math.max(1, ChronoUnit.SECONDS.between(seals.findById(seal.id()).orElseThrow().issuedAt(),
            clock.instant()) / (30.0 * 24 * 3600));
    }

    /**
     * Something that may happen.
     *
     * @param step    what
     * @param which   to which of the complaints that there are
     * @param minutes how long after the thing before
     */
    record Move(Step step, int which, int minutes) {
    }

    @Provide
    Arbitrary<List<Move>> courses() {
        Arbitrary<Step> steps = Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Step.FILE)), Tuple.of(8, Arbitraries.of(Step.class)));
        return Combinators.combine(steps, Arbitraries.integers().between(0, 5), Arbitraries.integers().between(1, 5000))
            .as(Move::new).list().ofMinSize(1).ofMaxSize(45);
    }

    private void make(Move move, Seal seal, NaiveRecord naive) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (move.step() == Step.FILE) {
            naive.file(file(seal, ComplaintReason.values()[move.which() % 4], now), ComplaintReason.values()[move.which() % 4], now);
            return;
        }
        naive.pick(move.which()).filter(told -> told.allows(move.step())).ifPresent(told -> {
            does(move.step(), complaints.findById(told.id()).orElseThrow(), seal, now);
            told.then(new Happening(move.step(), now));
        });
    }

    private long file(Seal seal, ComplaintReason reason, Instant now) {
        Complaint complaint = complaints.saveAndFlush(new Complaint(String.valueOf(TRACKING.getAndIncrement()),
            seals.findById(seal.id()).orElseThrow(), data.person(),
            new NewComplaint(1, seal.domain(), "F-1", null, reason, "کالا نرسیده است", null), now));
        complaint.startClock(now, "PT96H", now.plus(Duration.ofHours(96)), "complaint 1");
        return complaint.id();
    }

    private void does(Step step, Complaint complaint, Seal seal, Instant now) {
        switch (step) {
            case SET_ASIDE -> complaint.setAside(now);
            case ADMIT -> {
                complaint.admit(null, null, now);
                complaint.startClock(now, "PT96H", now.plus(Duration.ofHours(96)), "complaint 1");
            }
            case SCREEN_OUT -> complaint.screenOut("تکراری است", now);
            case EXTEND -> complaint.moveDeadline(ClockStep.Kind.EXTENSION,
                complaint.answerDue().plus(Duration.ofDays(2)), null, "officer", "مهلت خواسته شد", now);
            case ANSWER -> complaint.answer("فرستاده شد", null, now);
            case SILENCE -> {
                complaint.leaveUnanswered(now);
                ledger.addPoint(seal.id(), complaint.id(), PointEntry.Ground.UNANSWERED, BY);
            }
            case UNREACHABLE -> {
                complaint.noticeNotProven(now);
                complaint.leaveUnanswered(now);
            }
            case EXCUSE -> {
                complaint.excuseSilence(now);
                ledger.reverse(complaint.id(), "آگاه نشده بود", BY);
                if (complaint.status() == ComplaintStatus.UPHELD) {
                    ledger.addPoint(seal.id(), complaint.id(), PointEntry.Ground.UPHELD, BY);
                }
            }
            case CLOSE_UNANSWERED -> complaint.closeUnanswered(now);
            case ACCEPT -> complaint.accept(now);
            case DISPUTE -> complaint.dispute("نرسیده است", now);
            case NO_WORD -> complaint.closeWithoutVerdict(now);
            case REOPEN -> {
                complaint.reopen("دوباره", now);
                complaint.startClock(now, "PT96H", now.plus(Duration.ofHours(96)), "complaint 1");
            }
            case UPHOLD -> {
                complaint.rule(true, "وارد است", now);
                ledger.addPoint(seal.id(), complaint.id(), PointEntry.Ground.UPHELD, BY);
            }
            case DISMISS -> complaint.rule(false, "وارد نیست", now);
            case OVERRULE -> {
                complaint.overrule("تجدیدنظر");
                if (complaint.status() == ComplaintStatus.UPHELD) {
                    ledger.addPoint(seal.id(), complaint.id(), PointEntry.Ground.UPHELD, BY);
                } else if (standsFor(complaint, seal) == PointEntry.Ground.UPHELD) {
                    ledger.reverse(complaint.id(), "تجدیدنظر", BY);
                }
            }
            default -> throw new IllegalArgumentException(step.name());
        }
    }

    private PointEntry.Ground standsFor(Complaint complaint, Seal seal) {
        return ledger.entriesOf(seal.id()).stream().filter(entry -> entry.complaintId() == complaint.id())
            .reduce((earlier, later) -> later).filter(entry -> entry.kind() == PointEntry.Kind.POINT)
            .map(PointEntry::ground).orElse(null);
    }

    private void linesStayAsTheyAre(Seal seal, Map<Long, String> before) {
        Map<Long, String> now = new HashMap<>();
        database.queryForList("select * from point_entry where seal_id = ?", seal.id())
            .forEach(row -> now.put(((Number) row.get("ID")).longValue(), row.toString()));
        assertThat(now).containsAllEntriesOf(before);
        before.putAll(now);
    }

    private void noComplaintHasTwoPoints(Seal seal) {
        Map<Long, List<PointEntry.Kind>> chains = new HashMap<>();
        ledger.entriesOf(seal.id()).forEach(entry ->
            chains.computeIfAbsent(entry.complaintId(), id -> new ArrayList<>()).add(entry.kind()));
        assertThat(chains.values()).allSatisfy(chain -> {
            for (int i = 0; i < chain.size(); i++) {
                assertThat(chain.get(i)).isEqualTo(i % 2 == 0 ? PointEntry.Kind.POINT : PointEntry.Kind.REVERSAL);
            }
        });
    }
}
