package org.namad;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.NewComplaint;
import org.namad.document.Upload;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.party.Person;
import org.namad.renewal.Renewal;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** Complaints, cases about seals and renewals, as the two sides of each see them. */
class CasesTour {

    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPg"
        + "To3FihiGlgQA8mUzQVU2y8kAAAAASUVORK5CYII=");
    private static final String FORM = "main form.fields";

    private final TestData data;
    private final ComplaintDesk desk;
    private final EnforcementCases cases;
    private final Seals seals;
    private final TestMailbox mailbox;
    private final JdbcTemplate jdbc;
    private final String baseUrl;

    CasesTour(TestData data, ComplaintDesk desk, EnforcementCases cases, Seals seals, TestMailbox mailbox,
            JdbcTemplate jdbc, @Value("${namad.base-url}") String baseUrl) {
        this.data = data;
        this.desk = desk;
        this.cases = cases;
        this.seals = seals;
        this.mailbox = mailbox;
        this.jdbc = jdbc;
        this.baseUrl = baseUrl;
    }

    void visit(Visitor visitor) {
        complaints(visitor);
        whatBothSidesCanDo(visitor);
        filing(visitor);
        ofOwner(visitor, "enforcement_case", "enforcement", EnforcementCase.Status.values());
        letter(visitor);
        ofOwner(visitor, "renewal", "renewals", Renewal.Status.values());
    }

    private void complaints(Visitor visitor) {
        Map<String, Long> complaints = visitor.firstOfEach("complaint", "status", ComplaintStatus.values());
        for (String status : List.of("AWAITING_ANSWER", "OVERDUE", "UPHELD")) {
            visitor.signInOwner("complaint", complaints.get(status));
            visitor.look("complaint-of-owner-" + status, "/panel/complaints/" + complaints.get(status));
        }
        visitor.look("panel-complaint", "/panel");
        visitor.look("panel-complaints", "/panel/complaints");
        visitor.look("panel-complaints-closed", "/panel/complaints?show=closed");
        complaints.forEach((status, id) -> {
            visitor.signIn("select complainant_id from complaint where id = ?", id);
            String page = "/complaints/" + jdbc.queryForObject("select tracking from complaint where id = ?", String.class, id);
            visitor.look("complaint-" + status, page);
            if (status.equals(ComplaintStatus.AWAITING_VERDICT.name())) {
                visitor.sendEmpty("complaint-verdict-refused", page, "main form.fields[action*='/verdict']");
            }
        });
    }

    /** States of a complaint that the demo's past does not hold at every moment, in the panel and by the link of a mail. */
    private void whatBothSidesCanDo(Visitor visitor) {
        Seal shop = data.issuedSeal();
        Person owner = data.ownerOf(shop);
        Person consumer = data.person();
        Complaint first = desk.register(complaint(consumer, shop, List.of(new Upload("receipt.png", PNG))));
        String link = TestMailbox.button(mailbox.await(owner.email(), "complaint-notice")).substring(baseUrl.length());
        Complaint shared = desk.register(complaint(data.person(), shop, List.of()));
        visitor.browser.driver().manage().deleteAllCookies();
        visitor.look("answer-by-link", link);
        visitor.sendEmpty("answer-by-link-refused", link, FORM);
        visitor.signIn(owner);
        visitor.look("complaint-of-owner-with-files", "/panel/complaints/" + first.id());
        visitor.look("complaint-of-owner-shared-invoice", "/panel/complaints/" + shared.id());
        desk.requestExtension(first.id(), "انباردار در سفر است.");
        visitor.look("complaint-of-owner-asking-for-time", "/panel/complaints/" + first.id());
        desk.answer(first.id(), "فرستادیم.", List.of(new Upload("post.png", PNG)));
        visitor.look("panel-with-answered", "/panel");
        visitor.signIn(consumer);
        visitor.look("panel-with-verdict", "/panel");
        desk.accept(first.id());
        visitor.look("complaint-settled", "/complaints/" + first.tracking());
        visitor.signIn(shared.complainant());
        visitor.look("complaint-shared-invoice", "/complaints/" + shared.tracking());
    }

    private static NewComplaint complaint(Person consumer, Seal shop, List<Upload> files) {
        return new NewComplaint(consumer.id(), shop.domain(), "F-880", null, ComplaintReason.NOT_DELIVERED,
            "هنوز نرسیده است.", null, true, files);
    }

    /** The form of a complaint: as it is, refused, and before it is filed. */
    private void filing(Visitor visitor) {
        String about = "/complaints/new?domain=golestan-carpet.example";
        visitor.look("panel-consumer", "/panel");
        visitor.look("panel-complaints-filed", "/panel/complaints?show=filed");
        visitor.look("complain", "/complaints/new");
        visitor.look("complain-about", about);
        visitor.sendEmpty("complain-refused", about, FORM);
        visitor.inspection.look("complain-preview", about, () -> {
            visitor.browser.fill("invoiceNumber", "F-1405");
            visitor.browser.find(By.cssSelector("select[name=reason] option[value=NOT_DELIVERED]")).click();
            visitor.browser.fill("description", "سه هفته است که نرسیده؛ تلفن من ۰۹۱۲۱۲۳۴۵۶۷ است.");
            visitor.browser.click(By.cssSelector("input[type=checkbox][name=consentToPublish]"));
            visitor.browser.find(By.cssSelector("main input[type=file]")).sendKeys(Visitor.file("parcel.png", PNG));
            visitor.browser.follow(By.cssSelector(FORM + " .actions button"));
        }, false);
    }

    /** Where the holder replies to a letter. */
    private void letter(Visitor visitor) {
        long sealId = seals.findByDomain("mobile-markazi.example").orElseThrow().id();
        long id = cases.findByOpenSealId(sealId).orElseThrow().id();
        String page = "/panel/enforcement/" + id;
        visitor.signInOwner("enforcement_case", id);
        visitor.look("enforcement-letter", page);
        visitor.sendEmpty("enforcement-reply-refused", page, FORM + "[action*='/reply']");
    }

    /** Cases in each of their states, and the panel of the last one's owner. */
    private static void ofOwner(Visitor visitor, String table, String path, Enum<?>... states) {
        visitor.firstOfEach(table, "status", states).forEach((status, id) -> {
            String page = "/panel/" + path + "/" + id;
            visitor.signInOwner(table, id);
            visitor.look(path + "-" + status, page);
            if (table.equals("renewal") && status.equals(Renewal.Status.OPEN.name())) {
                visitor.sendEmpty(path + "-refused", page, FORM);
            }
        });
        visitor.look("panel-" + path, "/panel");
        visitor.look("panel-seals-" + path, "/panel/seals");
        visitor.lookBehind("panel-seal-" + path, "h2 a[href*='/panel/seals/']");
    }
}
