package org.namad.rehearsal.process;

import static org.namad.rehearsal.process.Stories.A_DAY;
import static org.namad.rehearsal.process.Stories.A_MOMENT;
import static org.namad.rehearsal.process.Stories.BUSINESS;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;

import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Datum;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Subject;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Particulars;
import org.namad.issuance.Stage;
import org.namad.issuance.Upload;
import org.namad.party.Business;
import org.namad.rehearsal.Plan;
import org.namad.renewal.RenewalDesk;
import org.namad.renewal.Renewals;
import org.namad.renewal.ShopData;
import org.namad.seal.SealRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How businesses come to a seal, move it and keep it. */
@Component
@Profile("rehearsal")
class SealStories {

    private static final Period TERM = Period.ofYears(2);
    private static final Period TERM_ABOUT_TO_END = Period.ofDays(75);
    private static final Duration TIME_TO_UPDATE = Duration.ofDays(5);

    private final Cast cast;
    private final OutsideWorld outside;
    private final ApplicationDesk applications;
    private final ApplicationFlow flow;
    private final AmendmentDesk amendments;
    private final RenewalDesk renewalDesk;
    private final Renewals renewals;
    private final SealRegister register;
    private final Clock clock;

    SealStories(Cast cast, OutsideWorld outside, ApplicationDesk applications, ApplicationFlow flow,
            AmendmentDesk amendments, RenewalDesk renewalDesk, Renewals renewals, SealRegister register, Clock clock) {
        this.cast = cast;
        this.outside = outside;
        this.applications = applications;
        this.flow = flow;
        this.amendments = amendments;
        this.renewalDesk = renewalDesk;
        this.renewals = renewals;
        this.register = register;
        this.clock = clock;
    }

    void apply(Scene scene, Plan plan) {
        scene.cast(cast.owner(scene, plan), Cast.site(scene));
        scene.after(Duration.ZERO, "apply", BUSINESS, () -> {
            Application application = applications.submit(new NewApplication("rehearsal-" + scene.number(),
                scene.owner().id(), true, true, Cast.site(scene), new Particulars(Business.Kind.NATURAL, "فروشگاه", null,
                    "فروشگاه", "clothing", "14%07d".formatted(scene.number()), "تهران", "تهران", "خیابان اصلی، پلاک ۱",
                    "02166000000", false, false, 100)), List.of(
                        new Upload(DocumentPurpose.NATIONAL_CARD, "card.png", OutsideWorld.image()),
                        new Upload(DocumentPurpose.BIRTH_CERTIFICATE, "certificate.png", OutsideWorld.image())));
            scene.began(application.id());
        });
    }

    /** The fee is paid and the snippet placed as soon as they are asked for; nobody pays before. */
    void payAndPlace(Scene scene) {
        if (scene.caseId() == null) {
            return;
        }
        Application application = application(scene);
        if (application.stage() == Stage.PAYMENT) {
            scene.plan("pay", clock.instant().plus(A_MOMENT), BUSINESS, () ->
                outside.pay(application(scene).invoiceNumber(), scene.owner().id()));
        } else if (application.stage() == Stage.PLACEMENT) {
            scene.plan("place", clock.instant().plus(A_MOMENT), BUSINESS, () -> {
                outside.place(Cast.site(scene), register.get(application(scene).sealId()));
                flow.reportPlacement(scene.caseId());
            });
        }
        scene.about(application.sealId());
    }

    private Application application(Scene scene) {
        return applications.followed(scene.caseId(), scene.owner().id());
    }

    void move(Scene scene, Plan plan) {
        scene.cast(cast.owner(scene, plan), Cast.site(scene));
        scene.about(cast.sealed(scene, TERM).id());
        scene.movesTo(newSite(scene));
        scene.after(Duration.ZERO, "askToMove", BUSINESS, () -> scene.began(amendments.ask(new NewAmendment(scene.sealId(),
            scene.owner().id(), Subject.DOMAIN, Datum.of(newSite(scene)), null, List.of())).id()));
    }

    /** The seal is put on the new site as soon as it is waited for there. */
    void placeAnew(Scene scene) {
        if (scene.caseId() != null && amendments.placementDeadline(scene.caseId()).isPresent()) {
            scene.plan("place", clock.instant().plus(A_DAY), BUSINESS, () -> {
                outside.place(newSite(scene), register.get(scene.sealId()));
                amendments.reportPlacement(scene.caseId());
            });
        }
    }

    private static String newSite(Scene scene) {
        return "new-" + Cast.site(scene);
    }

    void endSoon(Scene scene, Plan plan) {
        scene.cast(cast.owner(scene, plan), Cast.site(scene));
        scene.about(cast.sealed(scene, TERM_ABOUT_TO_END).id());
        // Until then the renewal may have yet to be opened, and nothing else waits.
        scene.after(Duration.ofDays(TERM_ABOUT_TO_END.getDays()), "termOver", null, () -> { });
    }

    /** The holder brings the data up to date some days after the renewal was opened. */
    void update(Scene scene) {
        renewals.findBySealIdAndClosedAtIsNull(scene.sealId()).ifPresent(renewal ->
            scene.plan("update", clock.instant().plus(TIME_TO_UPDATE), BUSINESS, () -> renewalDesk.updateData(renewal.id(),
                new ShopData("02166000000", "تهران", "تهران", "خیابان اصلی، پلاک ۱", 100))));
    }
}
