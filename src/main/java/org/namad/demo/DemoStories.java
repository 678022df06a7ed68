package org.namad.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Datum;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Subject;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.ReportedPayment;
import org.namad.complaint.Side;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.RemedyReport;
import org.namad.enforcement.StatedBy;
import org.namad.engine.StaffWork;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happened to the shops of the demo after their seals were issued: complaints, letters, decisions. */
@Component
@Profile("demo")
class DemoStories {

    private static final String[] NARRATIVES = {
        "سفارش را سه هفته پیش ثبت و پرداخت کردم ولی هنوز به دستم نرسیده است و کسی پاسخ تلفن را نمی‌دهد.",
        "کالایی که رسید با عکس و توضیح سایت فرق داشت؛ رنگ و جنس آن چیز دیگری است.",
        "کالا را طبق قرار برگرداندم اما پولم را پس نداده‌اند.",
        "فاکتور رسمی ندادند و هزینه ارسال بیشتر از مبلغ اعلام‌شده گرفتند."};
    private static final String ANSWER =
        "با پوزش از تأخیر پیش‌آمده، سفارش پیگیری شد و مابه‌التفاوت به حساب شما بازگردانده شد.";

    /** In about the shares of R6. */
    private static final ComplaintReason[] REASONS = {ComplaintReason.NOT_DELIVERED, ComplaintReason.NOT_AS_ORDERED,
        ComplaintReason.NOT_REFUNDED, ComplaintReason.NOT_DELIVERED, ComplaintReason.OTHER,
        ComplaintReason.NOT_AS_ORDERED, ComplaintReason.NOT_DELIVERED, ComplaintReason.OTHER,
        ComplaintReason.NOT_DELIVERED};

    private final ComplaintDesk complaints;
    private final EnforcementDesk enforcement;
    private final EnforcementCases cases;
    private final AmendmentDesk amendments;
    private final StaffWork staff;
    private final DemoPeople people;
    private final NamadClock clock;
    private int next = 1;

    DemoStories(ComplaintDesk complaints, EnforcementDesk enforcement, EnforcementCases cases,
            AmendmentDesk amendments, StaffWork staff, DemoPeople people, NamadClock clock) {
        this.complaints = complaints;
        this.enforcement = enforcement;
        this.cases = cases;
        this.amendments = amendments;
        this.staff = staff;
        this.people = people;
        this.clock = clock;
    }

    /** Puts the shop's story on the timeline; {@code now} is the day on which the demo is looked at. */
    void tell(DemoShop shop, Seal seal, Timeline timeline, Instant now) {
        switch (shop.story()) {
            case "settled", "renewal-review" -> {
                settled(shop, seal, timeline, now.minus(days(90)));
                settled(shop, seal, timeline, now.minus(days(47)));
            }
            case "unanswered", "renewal-blocked" -> {
                complain(shop, seal, timeline, now.minus(days(75)), complaint -> { });
                complain(shop, seal, timeline, now.minus(days(40)), complaint -> { });
            }
            case "expired" -> complain(shop, seal, timeline, now.minus(days(200)), complaint -> { });
            case "open" -> {
                Instant when = now.minus(Duration.ofHours(20 + shop.number() * 3 % 70));
                complain(shop, seal, timeline, when, complaint -> {
                    timeline.at(when.plus(Duration.ofHours(6)), () -> complaints.requestExtension(complaint.id(),
                        "انبار ما به سبب جابه‌جایی دو روز بسته است."));
                    sharingInvoice(shop, timeline, when.plus(Duration.ofHours(2)), complaint.invoiceNumber(), copy -> { });
                });
            }
            case "answered" -> complain(shop, seal, timeline, now.minus(days(3)), complaint -> timeline.at(
                now.minus(days(1)), () -> complaints.answer(complaint.id(), ANSWER)));
            case "disputed" -> disputed(shop, seal, timeline, now.minus(days(6)), complaint -> { });
            case "upheld" -> ruled(shop, seal, timeline, now, "upheld",
                "فروشگاه سندی برای بازپرداخت ارائه نکرد؛ شکایت وارد است.");
            case "unfounded" -> ruled(shop, seal, timeline, now, "dismissed",
                "رسید بانکی نشان می‌دهد که وجه پیش از شکایت بازگردانده شده است؛ شکایت وارد نیست.");
            case "screened" -> complain(shop, seal, timeline, now.minus(days(18)), complaint -> {
                sharingInvoice(shop, timeline, now.minus(days(17)), complaint.invoiceNumber(), copy -> timeline.at(
                    now.minus(days(15)), () -> staff.complete(copy.key(), "officer1", Map.of("screening", "reject",
                        "screeningReasons", "همان خرید را شخص دیگری پیش‌تر شکایت کرده است."))));
                timeline.at(now.minus(days(16)), () -> complaints.answer(complaint.id(), ANSWER));
            });
            case "unreached" -> complain(shop, seal, timeline, now.minus(days(5)), complaint -> { });
            case "late" -> complain(shop, seal, timeline, now.minus(days(20)), complaint -> {
                timeline.at(now.minus(days(13)), () -> complaints.answer(complaint.id(), ANSWER));
                timeline.at(now.minus(days(1)), () -> moveToAnotherSite(shop, seal));
                timeline.at(now.minus(days(12)), () -> complaints.appeal(complaint.id(), Side.BUSINESS,
                    "در این چند روز سامانهٔ ما از دسترس خارج بود؛ درخواست داریم امتیاز منفی بازبینی شود.", List.of()));
            });
            case "letter" -> manyComplaints(shop, seal, timeline, now.minus(days(25)));
            case "deciding" -> {
                grounds(seal, timeline, now.minus(days(14)), Ground.PRODUCTS_NOT_SHOWN,
                    "در سایت هیچ کالایی نشان داده نمی‌شود.");
                timeline.at(now.minus(days(12)), () -> enforcement.reply(openCase(seal).id(),
                    "سایت در حال بازسازی بود؛ فهرست کالاها دوباره در دسترس است.", List.of()));
            }
            case "dismissed" -> decided(seal, timeline, now, Ground.GOODS_DIFFER,
                "گزارش شده بود که وزن بسته‌ها کمتر از توضیح سایت است؛ بازرسی این را نشان نداد.", "none");
            case "warned" -> decided(seal, timeline, now, Ground.GOODS_DIFFER,
                "جنس کالای ارسالی با توضیح سایت فرق دارد.", "warn");
            case "suspended" -> {
                manyComplaints(shop, seal, timeline, now.minus(days(60)));
                decide(seal, timeline, now, "بیش از هفت شکایت در یک سال ثبت شده و بخشی از آن‌ها بی‌پاسخ مانده است.",
                    "suspend");
            }
            case "remedy" -> remedied(seal, timeline, now, now.minus(days(2)));
            case "reinstated" -> {
                remedied(seal, timeline, now, now.minus(days(12)));
                timeline.at(now.minus(days(10)), () -> staff.complete(openCase(seal).key(), "officer1",
                    Map.of("remedyVerdict", "accept", "remedyReasons", "همهٔ بندها درست شده است.",
                        "itemsInOrder", checklist(seal).stream().map(item -> item.id().toString()).toList())));
            }
            case "revoked", "renewal-closed" -> decided(seal, timeline, now, Ground.DISQUALIFIED_BY_POLICE,
                "پلیس صلاحیت دارنده را رد کرده است.", "revoke");
            default -> { }
        }
    }

    private void settled(DemoShop shop, Seal seal, Timeline timeline, Instant when) {
        complain(shop, seal, timeline, when, complaint -> {
            timeline.at(when.plus(Duration.ofHours(30)), () -> complaints.answer(complaint.id(), ANSWER));
            timeline.at(when.plus(days(3)), () -> complaints.accept(complaint.id()));
        });
    }

    private void disputed(DemoShop shop, Seal seal, Timeline timeline, Instant when, Consumer<Complaint> then) {
        complain(shop, seal, timeline, when, complaint -> {
            timeline.at(when.plus(days(2)), () -> complaints.answer(complaint.id(), ANSWER));
            timeline.at(when.plus(days(4)), () -> complaints.dispute(complaint.id(),
                "هیچ وجهی به حساب من نیامده و کالا هم تعویض نشده است."));
            then.accept(complaint);
        });
    }

    private void ruled(DemoShop shop, Seal seal, Timeline timeline, Instant now, String ruling, String reasons) {
        disputed(shop, seal, timeline, now.minus(days(30)), complaint -> timeline.at(now.minus(days(24)),
            () -> staff.complete(complaint.key(), "officer1", Map.of("ruling", ruling, "rulingReasons", reasons))));
    }

    /** Eight complaints on eight days, some of them left unanswered: one more than starts correspondence (R7). */
    private void manyComplaints(DemoShop shop, Seal seal, Timeline timeline, Instant first) {
        for (int day = 0; day < 8; day++) {
            Instant when = first.plus(days(day * 3L + 1));
            boolean answered = day % 3 != 0;
            complain(shop, seal, timeline, when, complaint -> {
                if (answered) {
                    timeline.at(when.plus(days(2)), () -> complaints.answer(complaint.id(), ANSWER));
                }
            });
        }
    }

    private void grounds(Seal seal, Timeline timeline, Instant when, Ground ground, String evidence) {
        timeline.at(when, () -> enforcement.open(seal.id(), ground, evidence,
            StatedBy.staff("officer1")));
    }

    private void decided(Seal seal, Timeline timeline, Instant now, Ground ground, String evidence, String measure) {
        grounds(seal, timeline, now.minus(days(38)), ground, evidence);
        decide(seal, timeline, now, evidence, measure);
    }

    private void decide(Seal seal, Timeline timeline, Instant now, String reasons, String measure) {
        timeline.at(now.minus(days(24)), () -> staff.complete(openCase(seal).key(), "officer1",
            Map.of("measure", measure, "reasons", reasons)));
        timeline.at(now.minus(days(23)), () -> staff.complete(openCase(seal).key(), "supervisor1",
            Map.of("confirmation", "confirm", "confirmationNote", "")));
    }

    /** The seal was suspended, and the holder reports that everything is put right, item by item. */
    private void remedied(Seal seal, Timeline timeline, Instant now, Instant reported) {
        decided(seal, timeline, now, Ground.SEAL_ON_OTHER_SITE, "نماد این فروشگاه در سایت دیگری هم نشان داده می‌شود.",
            "suspend");
        timeline.at(reported, () -> enforcement.reportRemedy(openCase(seal).id(),
            new RemedyReport("نماد از سایت دیگر برداشته شد و دسترسی پیمانکار پیشین بسته شد.", checklist(seal).stream()
                .collect(Collectors.toMap(RemedyItem::id, item -> new RemedyReport.Said(true, null))), List.of())));
    }

    private List<RemedyItem> checklist(Seal seal) {
        return cases.findWithDossierById(openCase(seal).id()).orElseThrow().checklist();
    }

    private void complain(DemoShop shop, Seal seal, Timeline timeline, Instant when, Consumer<Complaint> then) {
        timeline.at(when, () -> {
            int number = next++;
            Person consumer = people.consumer(number, clock.instant());
            then.accept(complaints.register(new NewComplaint(consumer.id(), shop.domain(), "F-" + (14050 + number),
                number % 2 == 0 ? "7310%06d".formatted(number * 37) : null, REASONS[number % REASONS.length],
                NARRATIVES[REASONS[number % REASONS.length].ordinal()],
                new ReportedPayment(250_000L + number * 15_000L, null, "78%08d".formatted(number * 311), null))));
        });
    }

    /** Somebody else complains with the same invoice: the complaint is set aside (N16). */
    private void sharingInvoice(DemoShop shop, Timeline timeline, Instant when, String invoiceNumber,
            Consumer<Complaint> then) {
        timeline.at(when, () -> then.accept(complaints.register(new NewComplaint(
            people.consumer(next++, clock.instant()).id(), shop.domain(), invoiceNumber, null,
            ComplaintReason.NOT_DELIVERED, NARRATIVES[0], null))));
    }

    /** The holder asks for the seal to move (R16); an officer is to look at it. */
    private void moveToAnotherSite(DemoShop shop, Seal seal) {
        amendments.ask(new NewAmendment(seal.id(), people.owner(shop, clock.instant()).id(), Subject.DOMAIN,
            Datum.of("new-" + shop.domain()), "فروشگاه ما به سایت تازه‌ای می‌رود؛ سایت کنونی تا پایان ماه بسته می‌شود.",
            List.of()));
    }

    private EnforcementCase openCase(Seal seal) {
        return cases.findByOpenSealId(seal.id()).orElseThrow(
            () -> new IllegalStateException("no case is open about " + seal.domain()));
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }
}
