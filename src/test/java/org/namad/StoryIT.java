package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.conduct.Ledger;
import org.namad.demo.simulators.Simulators;
import org.namad.enforcement.EnforcementCases;
import org.namad.party.NationalId;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;

/**
 * The whole story in a real browser, as the people in it would live it: a shop gets its seal, a consumer complains, 96
 * hours pass in silence, more complaints follow, staff suspend the seal in Tasklist; and a clean shop's seal renews
 * itself. Mails are read from the mail server, time passes on the demo's clock page.
 */
@Tag("shares-story")
@StoryTest
class StoryIT {

    private static final Locale FA = Locale.forLanguageTag("fa");

    private static final String IN_TASKLIST = """
        const place = column => document.querySelector(column).getBoundingClientRect();
        const [filters, list, task] = ['.column-left', '.column-center', '.column-right'].map(place);
        const date = angular.element(document.documentElement).injector().get('$filter')('camDate');
        return [document.documentElement.dir,
          0 <= task.left && task.right <= list.left + 1 && list.right <= filters.left + 1 && filters.right <= innerWidth,
          document.title, date('2026-11-22T09:30:00.000+0000', 'short'), document.documentElement.lang];
        """;

    @RegisterExtension
    Browser browser = new Browser();
    @TempDir
    Path files;
    @Autowired
    TestData data;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    Simulators simulators;
    @Autowired
    ComplaintDesk complaints;
    @Autowired
    EnforcementCases cases;
    @Autowired
    Ledger ledger;
    @Autowired
    Seals seals;
    @Autowired
    TaskService tasks;
    @Autowired
    NamadClock clock;
    @Autowired
    MessageSource messages;
    @Value("${namad.base-url}")
    String baseUrl;

    private final NationalId owner = TestData.nationalId();
    private final NationalId consumer = TestData.nationalId();
    private final String ownerMail = "owner-" + owner + "@mail.example";
    private final String consumerMail = "consumer-" + consumer + "@mail.example";
    private final String domain = TestData.domain();

    @Test
    @DisplayName("R1 R2 R3 R4 R5 R7 R13 R16 R18 R19 R21 R25 R26 N17 From application to seal, silence, points, "
        + "letter and suspension; and a renewal that needs nobody")
    void story() throws IOException {
        Seal clean = data.issuedSeal();
        Seal seal = getsItsSeal();
        aConsumerComplains(seal);
        ninetySixHoursPass(seal);
        moreThanSevenComplain(seal);
        staffSuspendTheSeal(seal);
        twoYearsOn(clean);
    }

    private Seal getsItsSeal() throws IOException {
        register(owner, "سهراب کیانی", ownerMail);
        browser.open("/apply");
        browser.find(By.cssSelector("input[name=sellsToVisitors][value=true]")).click();
        browser.find(By.cssSelector("input[name=paymentGateway][value=true]")).click();
        browser.press(say("issuance.eligibility.next"));
        fill("domain", "https://www." + domain + "/", "title", "نی و نوا", "businessName", "کارگاه نی و نوا",
            "licenceNumber", "۱۴۰۵۱۲۳۴", "city", "تهران", "address", "خیابان بهار، پلاک ۷",
            "phone", "۰۲۱۶۶۰۰۰۰۰۰");
        browser.find(By.cssSelector("select[name=activity] option[value=handicrafts]")).click();
        browser.find(By.cssSelector("select[name=province] option[value='تهران']")).click();
        String image = specimen();
        browser.driver().findElements(By.cssSelector("input[type=file]")).stream().limit(2)
            .forEach(input -> input.sendKeys(image));
        browser.press(say("issuance.form.submit"));
        String application = browser.address().replaceFirst("[?;].*", "");
        assertThat(application).as(browser.text()).matches("/panel/applications/\\d+");

        mailbox.await(ownerMail, "application-fee-due");
        browser.open(application);
        browser.follow(By.cssSelector("a.button[href*='/payments/']"));
        browser.screenshot("story-1-fee");
        browser.press(say("payment.pay.button"));
        browser.follow(By.cssSelector("form.actions button[value=pay]"));
        browser.screenshot("story-2-paid");

        mailbox.await(ownerMail, "application-place-seal");
        browser.open(application);
        String snippet = browser.find(By.id("snippet")).getDomProperty("value");
        assertThat(snippet).startsWith("<a referrerpolicy='origin' target='_blank' href='" + baseUrl + "/profile?id=");
        browser.open(simulators.url() + "/shops/" + domain + "/");
        WebElement paste = browser.driver().findElement(By.tagName("textarea"));
        browser.driver().findElement(By.tagName("summary")).click();
        paste.clear();
        paste.sendKeys(snippet);
        browser.follow(By.cssSelector("details button"));
        browser.screenshot("story-3-shop");
        browser.open(application);
        browser.press(say("issuance.page.checkNow"));
        mailbox.await(ownerMail, "application-seal-issued");

        Seal seal = seals.findByDomain(domain).orElseThrow();
        browser.open(application);
        browser.screenshot("story-4-issued");
        browser.open(profile(seal));
        browser.awaitText("نی و نوا");
        browser.screenshot("story-5-profile");
        awaitBadge(seal, "active");
        return seal;
    }

    private void aConsumerComplains(Seal seal) {
        browser.driver().manage().deleteAllCookies();
        register(consumer, "نیلوفر رضوانی", consumerMail);
        browser.open(profile(seal));
        browser.follow(By.cssSelector("main a[href*='/complaints/new']"));
        fill("invoiceNumber", "F-۱۴۰۵", "description", "سه هفته پیش سفارش دادم و هنوز نرسیده است.");
        browser.find(By.cssSelector("select[name=reason] option[value=NOT_DELIVERED]")).click();
        browser.click(By.cssSelector("input[type=checkbox][name=consentToPublish]"));
        browser.screenshot("story-6-complaint");
        browser.follow(By.cssSelector("main form.fields .actions button"));
        browser.follow(By.cssSelector("main form.actions button[value=FILE]"));
        mailbox.await(consumerMail, "complaint-receipt");
        String answerPage = TestMailbox.button(mailbox.await(ownerMail, "complaint-notice"));
        browser.driver().manage().deleteAllCookies();
        browser.open(answerPage);
        assertThat(browser.text()).contains("سه هفته پیش سفارش دادم");
        browser.screenshot("story-7-answer");
    }

    private void ninetySixHoursPass(Seal seal) {
        moveClock("FOUR_DAYS");
        browser.screenshot("story-8-clock");
        assertThat(mailbox.await(ownerMail, "complaint-reminder", 3)).isNotNull();
        mailbox.await(ownerMail, "complaint-point");
        mailbox.await(consumerMail, "complaint-unanswered");
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        browser.open(profile(seal));
        browser.screenshot("story-9-point");
        assertThat(browser.text()).contains("سه هفته پیش سفارش دادم").doesNotContain("نیلوفر");
    }

    private void moreThanSevenComplain(Seal seal) {
        for (int i = 0; i < 6; i++) {
            complain(data.person(), seal);
        }
        assertThat(cases.existsByOpenSealId(seal.id())).as("seven complaints are not more than seven").isFalse();
        complain(data.person(), seal);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> cases.existsByOpenSealId(seal.id()));
        String letter = mailbox.await(ownerMail, "enforcement-letter").text();
        assertThat(letter).contains("نی و نوا");
        moveClock("MONTH");
    }

    private void staffSuspendTheSeal(Seal seal) {
        String caseKey = cases.findByOpenSealId(seal.id()).orElseThrow().key().toString();
        work("officer1", caseKey, "Task_DecideOnSeal", "تعلیق نماد", "بیش از هفت شکایت، بیشترشان بی‌پاسخ.",
            "story-10-decide");
        work("supervisor1", caseKey, "Task_ConfirmDecision", "تأیید:", "تأیید می‌شود.", "story-11-confirm");
        mailbox.await(ownerMail, "enforcement-suspended");
        browser.driver().manage().deleteAllCookies();
        browser.open(profile(seal));
        browser.awaitText(say("web.status.SUSPENDED"));
        browser.screenshot("story-12-suspended");
        awaitBadge(seal, "suspended");
    }

    private void twoYearsOn(Seal clean) {
        var firstEnd = clean.expiresAt();
        for (int i = 0; i < 4; i++) {
            moveClock("HALF_YEAR");
        }
        Seal renewed = seals.findById(clean.id()).orElseThrow();
        assertThat(renewed.expiresAt()).isEqualTo(firstEnd.atZone(NamadClock.TEHRAN).plusYears(2).toInstant());
        assertThat(renewed.statusAt(clock.instant())).isEqualTo(SealStatus.ACTIVE);
        Person holder = data.ownerOf(clean);
        mailbox.await(holder.email(), "renewal-due");
        mailbox.await(holder.email(), "renewal-renewed");
        browser.open(profile(renewed));
        browser.awaitText(say("web.status.ACTIVE"));
        browser.screenshot("story-13-renewed");
    }

    /** Claims the task in Tasklist, chooses, gives reasons, completes it. */
    private void work(String user, String caseKey, String taskKey, String choice, String reasons, String picture) {
        Task task = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> tasks.createTaskQuery()
            .processInstanceBusinessKey(caseKey).taskDefinitionKey(taskKey).singleResult(), found -> found != null);
        browser.signInStaff(user);
        browser.open("/camunda/app/tasklist/default/#/?task=" + task.getId());
        WebElement claim = browser.find(By.xpath("//button[normalize-space()='برداشتن کار' or .//*[normalize-space()='برداشتن کار']]"));
        assertThat((List<?>) ((JavascriptExecutor) browser.driver()).executeScript(IN_TASKLIST)).as("direction, columns in their order and on the screen,"
            + " name, date, language").isEqualTo(List.of("rtl", true, "نماد · فهرست کارها", "۱ آذر ۱۴۰۵", "fa"));
        claim.click();
        // The form is drawn anew once the task is claimed.
        By chosen = By.xpath("//label[contains(., '" + choice + "')]//input");
        Awaitility.await(choice).atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            browser.click(chosen);
            return browser.find(chosen).isSelected();
        });
        List<WebElement> writable = browser.driver().findElements(By.cssSelector(".fjs-container textarea:not([readonly])"));
        writable.get(writable.size() - 1).sendKeys(reasons);
        browser.screenshot(picture);
        browser.click(By.xpath("//button[normalize-space()='پایان کار']"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() ->
            tasks.createTaskQuery().taskId(task.getId()).count() == 0);
    }

    private Complaint complain(Person person, Seal seal) {
        return complaints.register(new NewComplaint(person.id(), seal.domain(), "F-" + person.id(), null,
            ComplaintReason.NOT_REFUNDED, "پولم را پس نداده‌اند.", null));
    }

    private void register(NationalId nationalId, String name, String email) {
        browser.open("/register");
        fill("nationalId", nationalId.value(), "fullName", name, "birthDate", "1369/02/14", "email", email,
            "mobile", "09121234567");
        browser.press(say("party.signIn.send"));
        browser.fill("code", mailbox.code(email, "registration-code", 1));
        browser.press(say("party.register.finish"));
    }

    private void moveClock(String step) {
        browser.open("/demo/clock");
        browser.follow(By.cssSelector("button[value=" + step + "]"));
        browser.find(By.cssSelector("main"));
    }

    private void fill(String... fieldsAndTexts) {
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            browser.fill(fieldsAndTexts[i], fieldsAndTexts[i + 1]);
        }
    }

    private void awaitBadge(Seal seal, String status) {
        Awaitility.await("badge " + status).atMost(Duration.ofSeconds(20)).until(() -> {
            browser.open(Snippet.badgeUrl(seal, baseUrl));
            return browser.driver().getPageSource().contains("data-status=\"" + status + "\"");
        });
    }

    private String profile(Seal seal) {
        return Snippet.profileUrl(seal, baseUrl);
    }

    private String say(String key) {
        return messages.getMessage(key, null, FA);
    }

    private String specimen() throws IOException {
        Path image = files.resolve("specimen.png");
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        return image.toString();
    }
}
