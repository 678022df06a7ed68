package org.namad.rehearsal.process;

import static org.namad.rehearsal.process.Stories.A_DAY;
import static org.namad.rehearsal.process.Stories.BUSINESS;
import static org.namad.rehearsal.process.Stories.CONSUMER;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;

import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.RemedyReport;
import org.namad.enforcement.StatedBy;
import org.namad.party.Person;
import org.namad.rehearsal.Plan;
import org.namad.rehearsal.Story;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How consumers complain, and what becomes of businesses about which too many do. */
@Component
@Profile("rehearsal")
class ComplaintStories {

    /** One more than starts correspondence as Namad is delivered (R7). */
    static final int MANY = 8;

    private static final Period TERM = Period.ofYears(2);
    private static final Duration TIME_TO_ANSWER = Duration.ofHours(30);
    private static final Duration TIME_TO_REPLY = Duration.ofDays(2);
    private static final Duration TIME_TO_REMEDY = Duration.ofDays(5);

    private final Cast cast;
    private final ComplaintDesk desk;
    private final Complaints complaints;
    private final EnforcementDesk enforcement;
    private final EnforcementCases cases;
    private final Clock clock;

    ComplaintStories(Cast cast, ComplaintDesk desk, Complaints complaints, EnforcementDesk enforcement,
            EnforcementCases cases, Clock clock) {
        this.cast = cast;
        this.desk = desk;
        this.complaints = complaints;
        this.enforcement = enforcement;
        this.cases = cases;
        this.clock = clock;
    }

    /** So many consumers complain at once; the first complaint is answered where the story says so. */
    void complain(Scene scene, Plan plan, int consumers) {
        if (scene.sealId() == null) {
            scene.cast(cast.owner(scene, plan), Cast.site(scene));
            scene.about(cast.sealed(scene, TERM).id());
        }
        for (int number = 1; number <= consumers; number++) {
            int count = number;
            scene.after(Duration.ZERO, "complain-" + number, CONSUMER, () -> file(scene, plan, count));
        }
        if (scene.story() == Story.ACCEPTED_COMPLAINT || scene.story() == Story.DISPUTED_COMPLAINT) {
            scene.after(TIME_TO_ANSWER, "answer", BUSINESS, () -> desk.answer(scene.complaints().get(0),
                "سفارش پیگیری شد و مابه‌التفاوت بازگردانده شد."));
        }
    }

    private void file(Scene scene, Plan plan, int number) {
        Person consumer = cast.consumer(scene, number, plan);
        scene.complains(consumer);
        Complaint complaint = desk.register(new NewComplaint(consumer.id(), Cast.site(scene), "F-" + number, null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است.", null));
        scene.complained(complaint.id(), complaint.tracking());
    }

    /** A day after the answer the consumer accepts it, or does not. */
    void giveVerdict(Scene scene) {
        boolean awaited = !scene.complaints().isEmpty() && complaints.findById(scene.complaints().get(0))
            .filter(complaint -> complaint.status() == ComplaintStatus.AWAITING_VERDICT).isPresent();
        if (awaited && scene.story() == Story.ACCEPTED_COMPLAINT) {
            scene.plan("accept", clock.instant().plus(A_DAY), CONSUMER, () -> desk.accept(scene.complaints().get(0)));
        } else if (awaited) {
            scene.plan("dispute", clock.instant().plus(A_DAY), CONSUMER, () ->
                desk.dispute(scene.complaints().get(0), "هیچ وجهی به حساب من نیامده است."));
        }
    }

    /** Staff state that goods differ from what was offered. */
    void accuse(Scene scene, Plan plan) {
        scene.cast(cast.owner(scene, plan), Cast.site(scene));
        scene.about(cast.sealed(scene, TERM).id());
        scene.after(Duration.ZERO, "stateGround", "case-officer", () -> enforcement.open(scene.sealId(),
            Ground.GOODS_DIFFER, "کالای ارسالی با توضیح سایت فرق دارد.", StatedBy.staff("case-officer-1")));
    }

    /** The holder answers the letter, and puts right what the seal was suspended for. */
    void replyAndRemedy(Scene scene) {
        cases.findByOpenSealId(scene.sealId()).map(EnforcementCase::id).ifPresent(id -> {
            EnforcementDesk.Options options = enforcement.options(id);
            if (options.reply() != null) {
                scene.plan("reply-" + options.reply().getEpochSecond(), clock.instant().plus(TIME_TO_REPLY), BUSINESS, () ->
                    enforcement.reply(id, "کارکنان تازه‌ای برای پاسخ‌گویی گرفته‌ایم.", List.of()));
            }
            if (options.remedy() != null) {
                scene.plan("remedy-" + options.remedy().getEpochSecond(), clock.instant().plus(TIME_TO_REMEDY), BUSINESS, () ->
                    enforcement.reportRemedy(id, remedy(id)));
            }
        });
    }

    /** Everything on the checklist is done. */
    private RemedyReport remedy(long id) {
        return new RemedyReport("همهٔ شکایت‌ها پاسخ داده شد.", cases.findWithDossierById(id).orElseThrow().checklist()
            .stream().collect(Collectors.toMap(RemedyItem::id, item -> new RemedyReport.Said(true, null))), List.of());
    }
}
