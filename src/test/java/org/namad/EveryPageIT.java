package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Datum;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Subject;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.document.Upload;
import org.namad.party.Business;
import org.namad.party.Delegation;
import org.namad.party.DelegationDesk;
import org.namad.party.NewDelegate;
import org.namad.engine.StaffWork;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.DraftDesk;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.rollout.CaseMoves;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * Opens every page in each of its states, as the demo's people see it, and lets {@link PageInspection} look at it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256",
    "namad.simulators.port=0",
    "namad.sign-in.codes-per-national-id=50"
})
@ContextConfiguration(initializers = FreePort.class)
class EveryPageIT {

    private static final String HOLDER = "select b.owner_id from %s c join seal s on s.id = c.seal_id "
        + "join business b on b.id = s.business_id where c.id = ?";
    private static final String PERSON = "select id from person where id = ?";
    /** What came of a rehearsal, as it is kept. */
    private static final String REHEARSED = """
        {"seconds": 40, "live": [{"story": "UNANSWERED_COMPLAINT", "happenings": [
        {"minute": 0, "kind": "ACT", "id": "complain", "who": "consumer", "times": 1},
        {"minute": 5760, "kind": "TIMER", "id": "Event_AnswerDeadlinePassed", "what": "مهلت پاسخ گذشت", "times": 1},
        {"minute": 5760, "kind": "MAIL", "id": "complaint-point", "what": "شکایت بی‌پاسخ ماند", "who": "business", "times": 8}]}],
        "draft": [{"story": "UNANSWERED_COMPLAINT", "happenings": [
        {"minute": 0, "kind": "ACT", "id": "complain", "who": "consumer", "times": 1},
        {"minute": 4320, "kind": "TIMER", "id": "Event_AnswerDeadlinePassed", "what": "مهلت پاسخ گذشت", "times": 1},
        {"minute": 4320, "kind": "TASK_DONE", "id": "Task_Approve", "what": "تأیید", "who": "supervisor-2", "times": 1},
        {"minute": 4320, "kind": "WAITING", "id": "Task_Wait", "what": "انتظار", "who": "case-officer", "times": 1}]}]}""";
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPg"
        + "To3FihiGlgQA8mUzQVU2y8kAAAAASUVORK5CYII=");
    @RegisterExtension
    Browser browser = new Browser();
    @Autowired
    TestMailbox mailbox;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    ManagementService management;
    @Autowired
    RepositoryService repository;
    @Autowired
    People people;
    @Autowired
    Seals seals;
    @Autowired
    NamadClock clock;
    @Autowired
    TestData data;
    @Autowired
    ComplaintDesk desk;
    @Autowired
    DelegationDesk delegations;
    @Autowired
    AmendmentDesk amendmentDesk;
    @Autowired
    StaffWork staff;
    @Autowired
    DraftDesk drafts;
    @Autowired
    CaseMoves moves;
    @Value("${namad.base-url}")
    String baseUrl;

    private PageInspection inspection;

    @Test
    @DisplayName("Every page, in Persian and English, light and dark, wide and narrow, has no barrier, fits, and speaks one language")
    void everyPage() throws IOException {
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(this::isReady);
        inspection = new PageInspection(browser);

        lookAsStaff();
        look("home", "/");
        look("inquiry", "/inquiry");
        look("inquiry-results", "/inquiry?q=golestan-carpet.example");
        look("inquiry-none", "/inquiry?q=unknown-shop.example");
        look("sign-in", "/sign-in");
        look("register", "/register");
        look("not-found", "/complaints/1234567890/no-such-page");
        look("statistics", "/statistics");
        look("profile-unknown", "/profile?id=1&Code=wrong");
        look("link-refused", "/answer/1234567890?until=1&signature=x");
        for (SealStatus status : SealStatus.values()) {
            jdbc.queryForList("select domain from seal order by id", String.class).stream()
                .map(domain -> seals.findByDomain(domain).orElseThrow())
                .filter(seal -> seal.statusAt(clock.instant()) == status).findFirst()
                .ifPresent(seal -> look("profile-" + status, path(seal)));
        }
        look("profile-complaints", path(seals.findByDomain("charm-e-tabriz.example").orElseThrow()));
        look("demo", "/demo");
        look("demo-mail", "/demo/mail");
        look("demo-mailbox", "/demo/mail/owner19@mail.example");
        look("demo-letter", "/demo/mail/owner19@mail.example/1");
        look("demo-clock", "/demo/clock");

        lookAtApplications();
        lookAtPlacement();
        lookAtUsers();
        lookAtAmendments();
        lookAtComplaints();
        lookAtWhatBothSidesCanDo();
        look("panel-consumer", "/panel");
        look("panel-complaints-filed", "/panel/complaints?show=filed");
        look("complain", "/complaints/new");
        look("complain-about", "/complaints/new?domain=golestan-carpet.example");
        lookAtCases("enforcement_case", "enforcement");
        lookAtCases("renewal", "renewals");

        assertThat(inspection.faults()).isEmpty();
    }

    private void lookAtApplications() {
        firstOfEach("application", "stage").forEach((stage, id) -> {
            signIn("select applicant_id from application where id = ?", id);
            look("application-" + stage, "/panel/applications/" + id);
            if (stage.equals("PAYMENT")) {
                look("invoice", browser.find(By.cssSelector("a[href*='/payments/']")).getDomAttribute("href"));
                look("panel-new", "/panel");
                look("panel-payments", "/panel/payments");
                String draft = unfinished(id);
                look("apply-drafts", "/apply");
                look("apply-form-kept", "/apply/form/" + draft);
                drafts.discard(draft, applicant(id));
                look("apply", "/apply");
                look("apply-form", "/apply/form?sellsToVisitors=true&paymentGateway=true");
            }
        });
    }

    /** Half an application of the same person, for another site. */
    private String unfinished(long applicationId) {
        String token = UUID.randomUUID().toString();
        drafts.save(token, null, applicant(applicationId), Map.of("sellsToVisitors", "true", "paymentGateway", "true",
            "domain", "nimeh-kareh.example", "title", "کارگاه نیمه‌کاره", "kind", "LEGAL", "postalValidation", "true"),
            List.of(new org.namad.issuance.Upload(DocumentPurpose.NATIONAL_CARD, "card.png", PNG)), List.of());
        return token;
    }

    private long applicant(long applicationId) {
        return jdbc.queryForObject("select applicant_id from application where id = ?", Long.class, applicationId);
    }

    private void lookAtComplaints() {
        Map<String, Long> complaints = firstOfEach("complaint", "status");
        for (String status : List.of("AWAITING_ANSWER", "OVERDUE", "UPHELD")) {
            signIn(HOLDER.formatted("complaint"), complaints.get(status));
            look("complaint-of-owner-" + status, "/panel/complaints/" + complaints.get(status));
        }
        look("panel-complaint", "/panel");
        look("panel-complaints", "/panel/complaints");
        look("panel-complaints-closed", "/panel/complaints?show=closed");
        complaints.forEach((status, id) -> {
            signIn("select complainant_id from complaint where id = ?", id);
            look("complaint-" + status, "/complaints/"
                + jdbc.queryForObject("select tracking from complaint where id = ?", String.class, id));
        });
    }

    /** States of a complaint that the demo's past does not hold at every moment. */
    private void lookAtWhatBothSidesCanDo() {
        Seal shop = data.issuedSeal();
        Person owner = data.ownerOf(shop);
        Person consumer = data.person();
        Complaint first = desk.register(complaint(consumer, shop, List.of(new Upload("receipt.png", PNG))));
        Complaint shared = desk.register(complaint(data.person(), shop, List.of()));
        signIn(PERSON, owner.id());
        look("complaint-of-owner-with-files", "/panel/complaints/" + first.id());
        look("complaint-of-owner-shared-invoice", "/panel/complaints/" + shared.id());
        desk.requestExtension(first.id(), "انباردار در سفر است.");
        look("complaint-of-owner-asking-for-time", "/panel/complaints/" + first.id());
        desk.answer(first.id(), "فرستادیم.", List.of(new Upload("post.png", PNG)));
        look("panel-with-answered", "/panel");
        signIn(PERSON, consumer.id());
        look("panel-with-verdict", "/panel");
        desk.accept(first.id());
        look("complaint-settled", "/complaints/" + first.tracking());
        signIn(PERSON, shared.complainant().id());
        look("complaint-shared-invoice", "/complaints/" + shared.tracking());
    }

    private static NewComplaint complaint(Person consumer, Seal shop, List<Upload> files) {
        return new NewComplaint(consumer.id(), shop.domain(), "F-880", null, ComplaintReason.NOT_DELIVERED,
            "هنوز نرسیده است.", null, true, files);
    }

    private void lookAtPlacement() {
        long seal = seals.findByDomain("golestan-carpet.example").orElseThrow().id();
        signIn("select b.owner_id from seal s join business b on b.id = s.business_id where s.id = ?", seal);
        look("placement", "/panel/seals/" + seal + "/placement");
        look("panel-seals", "/panel/seals");
        look("panel-seal", "/panel/seals/" + seal);
        look("panel-messages", "/panel/messages");
        look("panel-message", browser.find(By.cssSelector("tbody a[href*='/messages/']")).getDomAttribute("href"));
    }

    /** A company with a delegate, an invitation, and one who declined: as the owner, the delegate and the invited see it. */
    private void lookAtUsers() {
        Business company = data.company();
        Person delegate = data.delegateOf(company);
        Person invited = data.person();
        Delegation invitation = delegations.invite(company.id(), company.owner().id(),
            new NewDelegate(invited.nationalId().value(), invited.fullName(), invited.email()));
        String link = TestMailbox.button(mailbox.await(invited.email(), "delegation-invitation"));
        signIn(PERSON, delegate.id());
        look("business-of-delegate", "/panel/businesses/" + company.id());
        look("panel-businesses", "/panel/businesses");
        look("panel-me", "/panel/me");
        look("invitation-for-another", link.substring(baseUrl.length()));
        signIn(PERSON, company.owner().id());
        look("business-of-owner", "/panel/businesses/" + company.id());
        look("mail-invitation", "/demo/mail/" + invited.email() + "/1");
        signIn(PERSON, invited.id());
        look("invitation", link.substring(baseUrl.length()));
        delegations.decline(invitation.id(), invited.id());
        look("invitation-declined", link.substring(baseUrl.length()));
    }

    private void lookAtAmendments() {
        Seal shop = data.issuedSeal();
        Person owner = data.ownerOf(shop);
        String page = "/panel/seals/" + shop.id() + "/change";
        signIn(PERSON, owner.id());
        look("amendment-none", page);
        look("contact", "/panel/me/contact");
        for (Subject subject : List.of(Subject.ADDRESS, Subject.ACTIVITY, Subject.DOMAIN)) {
            look("amendment-form-" + subject, page + "/" + subject.key());
        }
        amend(shop, owner, Subject.PHONE, "02166001122");
        amend(shop, owner, Subject.LICENCE, "402-11");
        amend(shop, owner, Subject.TITLE, "فروشگاه نوروز");
        staff.complete(amend(shop, owner, Subject.NAME, "بازرگانی نوروز").key(), "officer1",
            Map.of("amendmentVerdict", "refuse", "amendmentVerdictReasons", "آگهی تغییرات پیوست نیست."));
        staff.complete(amend(shop, owner, Subject.DOMAIN, TestData.domain()).key(), "officer1",
            Map.of("amendmentVerdict", "approve", "amendmentVerdictReasons", "هر دو سایت از آن دارنده است."));
        look("amendment-states", page);
    }

    private Amendment amend(Seal shop, Person owner, Subject subject, String wanted) {
        return amendmentDesk.ask(new NewAmendment(shop.id(), owner.id(), subject, Datum.of(wanted), null, List.of()));
    }

    private void lookAtCases(String table, String path) {
        firstOfEach(table, "status").forEach((status, id) -> {
            signIn(HOLDER.formatted(table), id);
            look(path + "-" + status, "/panel/" + path + "/" + id);
        });
        look("panel-" + path, "/panel");
        look("panel-seals-" + path, "/panel/seals");
        look("panel-seal-" + path, browser.find(By.cssSelector("h2 a[href*='/panel/seals/']")).getDomAttribute("href"));
    }

    private Map<String, Long> firstOfEach(String table, String state) {
        Map<String, Long> found = new TreeMap<>();
        jdbc.query("select %s, min(id) from %s group by %s".formatted(state, table, state),
            row -> { found.put(row.getString(1), row.getLong(2)); });
        return found;
    }

    private void lookAsStaff() {
        look("staff-sign-in", "/staff/sign-in");
        browser.signInStaff("officer1");
        look("staff", "/staff");
        look("outages", "/staff/outages");
        look("absence", "/staff/absence");
        look("cases", "/staff/cases");
        look("cases-found", "/staff/cases?q=charm-e-tabriz.example");
        for (String kind : List.of("complaint", "application", "enforcement_case", "renewal")) {
            String key = kind.replace("_case", "") + "-" + jdbc.queryForObject("select min(id) from " + kind, Long.class);
            look("case-" + kind, "/staff/cases/" + key);
        }
        look("tasks", "/staff/tasks");
        look("tasks-of-one-sort", "/staff/tasks?task=complaint/Task_RuleOnComplaint");
        seeInTasklist("Task_ReviewApplication");
        String document = browser.find(By.partialLinkText("کارت ملی")).getDomProperty("href");
        browser.open(document);
        if (browser.driver().findElements(By.tagName("img")).isEmpty()) {
            inspection.fault("an officer gets no document from " + document);
        }
        seeInTasklist("Task_RuleOnComplaint");
        seeInTasklist("Task_DecideOnSeal");
        seeInTasklist("Task_CheckRemedy");
        seeInTasklist("Task_ReviewRenewal");
        seeInTasklist("Task_ReviewAmendment");
        lookAsSupervisor();
        lookAtModels();
    }

    /** The versions of the models, the way back to an older one, and what the check says of a file. */
    private void lookAtModels() {
        String model = model("complaint");
        repository.createDeployment().addString("complaint.bpmn", model.replace("PT96H", "PT72H")).deploy();
        String sweep = model("renewal-sweep");
        String draft = repository.createDeployment().name("پیش‌نویس سررسیدها").addString("renewal-sweep.bpmn", sweep)
            .deploy().getId();
        browser.signInStaff("owner1");
        look("models", "/staff/models");
        look("models-draft", "/staff/models/drafts/" + draft);
        lookAtMoves();
        lookAtRehearsals(draft);
        look("models-restore", "/staff/models/restore?kind=process&key=complaint&version=1");
        look("models-replay", "/staff/models/replay?candidate=version:enforcement-level:1");
        look("models-check", "/staff/models/check");
        browser.find(By.id("files")).sendKeys(file("complaint.bpmn", model.replace("PT96H", "96 hours")));
        browser.follow(By.cssSelector("main form button"));
        inspection.answer("models-check-found");
        browser.find(By.id("files")).sendKeys(file("renewal-sweep.bpmn", sweep));
        browser.follow(By.cssSelector("main > form button"));
        inspection.answer("models-check-clean");
    }

    /** What can be rehearsed, which cases, and what came of a rehearsal. */
    private void lookAtRehearsals(String draft) {
        look("models-rehearsal", "/staff/models/rehearsal");
        look("models-rehearsal-chosen", "/staff/models/rehearsal?draft=" + draft);
        jdbc.update("insert into rehearsal (id, name, files, stories, started_by, started_at, given_up_at, state, outcome) "
            + "values (7, 'پیش‌نویس', 'complaint.bpmn', 'UNANSWERED_COMPLAINT', 'owner1', now(), now(), 'DONE', ?)",
            REHEARSED.getBytes(StandardCharsets.UTF_8));
        look("models-rehearsal-done", "/staff/models/rehearsal/7");
    }

    private String model(String key) {
        String newest = repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion()
            .singleResult().getId();
        return Bpmn.convertToString(repository.getBpmnModelInstance(newest));
    }

    /** The plan of a move with a step that has no counterpart, how far it is, and what could not move. */
    private void lookAtMoves() {
        String before = model("complaint");
        repository.createDeployment().addString("complaint.bpmn", before
            .replace("Task_RuleOnComplaint", "Task_RuleAnew").replace("Event_SecondReminderDue", "Event_HalfTime")).deploy();
        String plan = "/staff/models/move?process=complaint&from=1";
        look("models-move", plan);
        look("models-move-mapped", plan + "&map.Event_SecondReminderDue=-&map.Task_RuleOnComplaint=Task_Gone");
        browser.open(plan + "&map.Event_SecondReminderDue=-&lang=fa");
        browser.follow(By.cssSelector("main form[method=post] > .actions button"));
        String progress = URI.create(browser.driver().getCurrentUrl()).getPath();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> moves.find(
            progress.substring(progress.lastIndexOf('/') + 1)).filter(CaseMoves.Move::isOver).isPresent());
        look("models-moved", progress);
        repository.createDeployment().addString("complaint.bpmn", before).deploy();
    }

    private static String file(String name, String content) {
        try {
            return Files.writeString(Files.createTempDirectory("upload").resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dashboard, with a case that stands still. */
    private void lookAsSupervisor() {
        String job = jdbc.queryForObject("select min(ID_) from ACT_RU_JOB where HANDLER_TYPE_ = 'timer-transition'",
            String.class);
        management.setJobRetries(job, 0);
        browser.signInStaff("supervisor1");
        look("staff-supervisor", "/staff");
        look("dashboard", "/staff/dashboard");
        browser.follow(By.cssSelector("#incidents article > form button"));
        look("dashboard-retried", "/staff/dashboard");
    }

    /** The form shows every fact that the case has; named below are those that not every case has. */
    private void seeInTasklist(String task) {
        String id = jdbc.queryForObject("select min(ID_) from ACT_RU_TASK where TASK_DEF_KEY_ = ?", String.class, task);
        inspection.asOnDesk();
        browser.open("/camunda/app/tasklist/default/#/?task=" + id);
        browser.find(By.cssSelector(".fjs-container .fjs-form-field-radio, .fjs-container .fjs-form-field-textarea"));
        inspection.complain(task + " shows nothing in", """
            return [...document.querySelectorAll('.fjs-container [readonly], .fjs-container a')]
              .filter(part => part.href === undefined ? !part.value : !part.href.startsWith('http'))
              .map(part => part.id || part.textContent)
              .filter(name => !name.match(/legalId|WithdrawalLevel|ReturnNote|DataUpdatedAt|Supervision/))""");
        inspection.picture(task);
    }

    private boolean isReady() throws IOException {
        HttpURLConnection home = (HttpURLConnection) URI.create(baseUrl + "/").toURL().openConnection();
        return home.getResponseCode() == 200;
    }

    private void signIn(String personQuery, long caseId) {
        browser.signIn(people.findById(jdbc.queryForObject(personQuery, Long.class, caseId)).orElseThrow(), mailbox);
    }

    private void look(String name, String address) {
        inspection.look(name, address);
    }

    private static String path(Seal seal) {
        return Snippet.profileUrl(seal, "");
    }
}
