package org.namad;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Datum;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Subject;
import org.namad.demo.simulators.Behaviour;
import org.namad.demo.simulators.Simulators;
import org.namad.engine.StaffWork;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.DraftDesk;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Particulars;
import org.namad.issuance.Stage;
import org.namad.issuance.Upload;
import org.namad.party.Business;
import org.namad.party.Delegation;
import org.namad.party.DelegationDesk;
import org.namad.party.NewDelegate;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people find who apply for a seal, pay for it, keep it and let others act for them. */
class PanelTour {

    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPg"
        + "To3FihiGlgQA8mUzQVU2y8kAAAAASUVORK5CYII=");
    private static final String APPLICANT = "select applicant_id from application where id = ?";
    private static final String FORM = "main form.fields";

    private final TestData data;
    private final Seals seals;
    private final ApplicationDesk applications;
    private final DraftDesk drafts;
    private final DelegationDesk delegations;
    private final AmendmentDesk amendments;
    private final StaffWork staff;
    private final Simulators simulators;
    private final TestMailbox mailbox;
    private final JdbcTemplate jdbc;
    private final String baseUrl;

    PanelTour(TestData data, Seals seals, ApplicationDesk applications, DraftDesk drafts, DelegationDesk delegations,
            AmendmentDesk amendments, StaffWork staff, Simulators simulators, TestMailbox mailbox, JdbcTemplate jdbc,
            @Value("${namad.base-url}") String baseUrl) {
        this.data = data;
        this.seals = seals;
        this.applications = applications;
        this.drafts = drafts;
        this.delegations = delegations;
        this.amendments = amendments;
        this.staff = staff;
        this.simulators = simulators;
        this.mailbox = mailbox;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    void visit(Visitor visitor) {
        applications(visitor);
        seal(visitor);
        users(visitor);
        amendments(visitor);
    }

    private void applications(Visitor visitor) {
        waitingForRegistry();
        visitor.firstOfEach("application", "stage", Stage.values()).forEach((stage, id) -> {
            visitor.signIn(APPLICANT, id);
            visitor.look("application-" + stage, "/panel/applications/" + id);
            switch (Stage.valueOf(stage)) {
                case PAYMENT -> {
                    invoice(visitor);
                    applying(visitor, id);
                }
                case CORRECTION -> {
                    String correction = "/panel/applications/" + id + "/correction";
                    visitor.look("correction", correction);
                    visitor.sendEmpty("correction-refused", correction, FORM);
                }
                case ISSUED -> {
                    visitor.look("panel-payments-paid", "/panel/payments");
                    visitor.lookBehind("invoice-paid", "main a[href*='/payments/']:not([href$='.pdf'])");
                }
                default -> { }
            }
        });
    }

    /** An application in which a registry does not answer. */
    private void waitingForRegistry() {
        Person applicant = data.person();
        simulators.registries().answer("identity", applicant.nationalId().value(), Behaviour.FAILING);
        applications.submit(new NewApplication(UUID.randomUUID().toString(), applicant.id(), true, true, TestData.domain(),
            new Particulars(Business.Kind.NATURAL, "کارگاه نقش", null, "نقش", "handicrafts", "1405999", "تهران", "تهران",
                "خیابان بهار، پلاک ۸", "02166000000", false, false, 20)),
            DocumentPurpose.requiredOf(Business.Kind.NATURAL).stream().map(purpose -> new Upload(purpose, "card.png", PNG))
                .toList());
    }

    /** An unpaid invoice, and what its payer learns while the gateway does not answer. */
    private void invoice(Visitor visitor) {
        String invoice = visitor.address("a[href*='/payments/']");
        visitor.look("invoice", invoice);
        visitor.look("panel-new", "/panel");
        visitor.look("panel-payments", "/panel/payments");
        simulators.zarinPal().down(true);
        visitor.inspection.look("invoice-gateway-down", invoice,
            () -> visitor.browser.follow(By.cssSelector("form[action$='/pay'] button")), false);
        simulators.zarinPal().down(false);
    }

    private void applying(Visitor visitor, long applicationId) {
        long applicant = jdbc.queryForObject(APPLICANT, Long.class, applicationId);
        String draft = unfinished(applicant);
        visitor.look("apply-drafts", "/apply");
        visitor.look("apply-form-kept", "/apply/form/" + draft);
        visitor.sendEmpty("apply-form-refused", "/apply/form/" + draft, FORM);
        drafts.discard(draft, applicant);
        visitor.look("apply", "/apply");
        visitor.look("apply-form", "/apply/form?sellsToVisitors=true&paymentGateway=true");
    }

    /** Half an application of the same person, for another site. */
    private String unfinished(long applicant) {
        String token = UUID.randomUUID().toString();
        drafts.save(token, null, applicant, Map.of("sellsToVisitors", "true", "paymentGateway", "true",
            "domain", "nimeh-kareh.example", "title", "کارگاه نیمه‌کاره", "kind", "LEGAL", "postalValidation", "true"),
            List.of(new Upload(DocumentPurpose.NATIONAL_CARD, "card.png", PNG)), List.of());
        return token;
    }

    private void seal(Visitor visitor) {
        long seal = seals.findByDomain("golestan-carpet.example").orElseThrow().id();
        String placement = "/panel/seals/" + seal + "/placement";
        visitor.signIn("select b.owner_id from seal s join business b on b.id = s.business_id where s.id = ?", seal);
        visitor.look("placement", placement);
        visitor.inspection.look("placement-found", placement,
            () -> visitor.browser.follow(By.cssSelector(FORM + " .actions button")), false);
        visitor.send("placement-refused", placement, FORM, "http://elsewhere.example/");
        visitor.look("panel-seals", "/panel/seals");
        visitor.look("panel-seal", "/panel/seals/" + seal);
        visitor.look("panel-messages", "/panel/messages");
        String message = visitor.address("tbody a[href*='/messages/']");
        visitor.look("panel-message", message);
        visitor.look("panel-message-text", message + "?view=text");
    }

    /** A company with a delegate, an invitation, and one who declined: as the owner, the delegate and the invited see it. */
    private void users(Visitor visitor) {
        Business company = data.company();
        Person delegate = data.delegateOf(company);
        Person invited = data.person();
        Delegation invitation = delegations.invite(company.id(), company.owner().id(),
            new NewDelegate(invited.nationalId().value(), invited.fullName(), invited.email()));
        String link = TestMailbox.button(mailbox.await(invited.email(), "delegation-invitation"))
            .substring(baseUrl.length());
        String business = "/panel/businesses/" + company.id();
        visitor.signIn(delegate);
        visitor.look("business-of-delegate", business);
        visitor.look("panel-businesses", "/panel/businesses");
        visitor.look("panel-me", "/panel/me");
        visitor.look("invitation-for-another", link);
        visitor.signIn(company.owner());
        visitor.look("business-of-owner", business);
        visitor.sendEmpty("business-refused", business, FORM);
        visitor.look("mail-invitation", "/demo/mail/" + invited.email() + "/1");
        visitor.signIn(invited);
        visitor.look("invitation", link);
        delegations.decline(invitation.id(), invited.id());
        visitor.refused("invitation-declined", link);
    }

    /** What a holder changes: addresses, and the data of a seal in each of the states that a change can have. */
    private void amendments(Visitor visitor) {
        Seal shop = data.issuedSeal();
        Person owner = data.ownerOf(shop);
        String page = "/panel/seals/" + shop.id() + "/change";
        visitor.signIn(owner);
        contact(visitor);
        visitor.look("amendment-none", page);
        for (Subject subject : List.of(Subject.ADDRESS, Subject.ACTIVITY, Subject.DOMAIN)) {
            visitor.look("amendment-form-" + subject, page + "/" + subject.key());
        }
        visitor.sendEmpty("amendment-refused", page + "/" + Subject.DOMAIN.key(), FORM);
        amend(shop, owner, Subject.PHONE, "02166001122");
        amend(shop, owner, Subject.LICENCE, "402-11");
        amend(shop, owner, Subject.TITLE, "فروشگاه نوروز");
        staff.complete(amend(shop, owner, Subject.NAME, "بازرگانی نوروز").key(), "officer1",
            Map.of("amendmentVerdict", "refuse", "amendmentVerdictReasons", "آگهی تغییرات پیوست نیست."));
        staff.complete(amend(shop, owner, Subject.DOMAIN, TestData.domain()).key(), "officer1",
            Map.of("amendmentVerdict", "approve", "amendmentVerdictReasons", "هر دو سایت از آن دارنده است."));
        visitor.look("amendment-states", page);
    }

    private static void contact(Visitor visitor) {
        String form = "main form[action$='/contact/email']";
        visitor.look("contact", "/panel/me/contact");
        visitor.sendEmpty("contact-refused", "/panel/me/contact", form);
        visitor.browser.open("/panel/me/contact");
        visitor.browser.fill("email", "moved-" + TestData.nationalId() + "@mail.example");
        visitor.browser.follow(By.cssSelector(form + " .actions button"));
        visitor.look("contact-code", "/panel/me/contact/email");
        visitor.send("contact-code-refused", "/panel/me/contact/email", FORM, "wrong");
    }

    private Amendment amend(Seal shop, Person owner, Subject subject, String wanted) {
        return amendments.ask(new NewAmendment(shop.id(), owner.id(), subject, Datum.of(wanted), null, List.of()));
    }
}
