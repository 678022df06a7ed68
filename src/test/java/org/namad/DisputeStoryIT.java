package org.namad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.namad.casefile.CaseKey;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.conduct.Ledger;
import org.namad.engine.StaffWork;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.Snippet;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.context.TestPropertySource;

/**
 * A dispute in a real browser, from the first click to the ruling on the appeal: both sides send files, one officer
 * rules in Tasklist and another one turns the ruling round. Pictures are kept in {@code target/screenshots/dispute}.
 */
@Tag("shares-english")
@StoryTest
@TestPropertySource(properties = "namad.language=en")
class DisputeStoryIT {

    private static final Locale FA = Locale.forLanguageTag("fa");
    private static final Path PICTURES = Path.of("target/screenshots/dispute");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @RegisterExtension
    Browser browser = new Browser();
    @TempDir
    Path files;
    @Autowired
    TestData data;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    Complaints complaints;
    @Autowired
    Ledger ledger;
    @Autowired
    StaffWork staff;
    @Autowired
    TaskService tasks;
    @Autowired
    MessageSource messages;

    @Test
    @DisplayName("R1 R2 R5 R29 N5 N6 Complaint with files, answer, dispute, ruling, appeal decided by another officer, profile")
    void dispute() throws IOException {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        Person consumer = data.person();

        Complaint complaint = file(seal, consumer);
        String complaintPage = TestMailbox.button(mailbox.await(consumer.email(), "complaint-receipt"));
        browser.driver().manage().deleteAllCookies();
        browser.open(TestMailbox.button(mailbox.await(owner.email(), "complaint-notice")));
        assertThat(browser.text()).contains("سه هفته پیش سفارش دادم", "receipt.png");
        look("answer");
        say("answer-text", "بسته را فرستاده‌ایم؛ رسید پست پیوست است.", "post.png");

        mailbox.await(consumer.email(), "complaint-answered");
        browser.open(complaintPage);
        assertThat(browser.text()).contains("post.png");
        look("verdict");
        say("objection-text", "این رسید برای سفارش دیگری است.", "parcel.png");

        CaseKey key = complaint.key();
        rule("officer1", key, "Task_RuleOnComplaint", "Dismissed", "رسید پست با سفارش می‌خواند.", "ruling");
        Awaitility.await().atMost(PATIENCE).until(() -> now(complaint).status() == ComplaintStatus.DISMISSED);
        browser.driver().manage().deleteAllCookies();
        browser.open(complaintPage);
        browser.click(By.tagName("summary"));
        look("appeal");
        browser.open(complaintPage);
        browser.click(By.tagName("summary"));
        say("appeal-text", "شمارهٔ روی رسید شمارهٔ سفارش من نیست.", "number.png");
        assertThat(browser.text()).contains(text("complaint.appeal.pending"));

        Task appeal = task(key, "Task_RuleOnAppeal");
        assertThatThrownBy(() -> staff.complete(key, "officer1", Map.of("appealRuling", "change",
            "appealReasons", "نظرم عوض شد"))).as("whoever ruled may not rule on the appeal")
            .isInstanceOf(RuntimeException.class);
        assertThat(tasks.createTaskQuery().taskId(appeal.getId()).count()).isOne();
        rule("officer2", key, "Task_RuleOnAppeal", "Change", "شماره‌ها با هم نمی‌خوانند.", "appeal-ruling");
        Awaitility.await().atMost(PATIENCE).until(() -> now(complaint).status() == ComplaintStatus.UPHELD
            && ledger.points(seal.id()) == 1);

        browser.driver().manage().deleteAllCookies();
        browser.open(complaintPage);
        look("end");
        browser.open(Snippet.profileUrl(seal, ""));
        assertThat(browser.text()).contains(text("complaint.status.UPHELD"), "سه هفته پیش سفارش دادم",
            text("complaint.hidden.NAME"), text("complaint.hidden.PHONE"), "شماره‌ها با هم نمی‌خوانند")
            .doesNotContain("۰۹۱۲۳۴۵۶۷۸۹");
        assertThat(browser.find(By.id("points")).getText()).isEqualTo("۱");
        look("profile");
    }

    private Complaint file(Seal seal, Person consumer) throws IOException {
        browser.signIn(consumer, mailbox);
        browser.open("/complaints/new?domain=" + seal.domain());
        browser.fill("invoiceNumber", "F-۱۴۰۵۷");
        browser.find(By.cssSelector("select[name=reason] option[value=NOT_DELIVERED]")).click();
        browser.fill("paymentAmount", "۱٬۲۵۰٬۰۰۰");
        browser.find(By.name("files")).sendKeys(picture("receipt.png"));
        browser.follow(By.cssSelector("main form.fields .actions button"));
        assertThat(browser.text()).contains("receipt.png", text("complaint.error.description"));
        look("refused");
        browser.fill("description", "من " + consumer.fullName() + " سه هفته پیش سفارش دادم و هنوز نرسیده است. "
            + "تلفنم ۰۹۱۲۳۴۵۶۷۸۹ است.");
        browser.click(By.cssSelector("input[type=checkbox][name=consentToPublish]"));
        browser.follow(By.cssSelector("main form.fields .actions button"));
        look("preview");
        browser.follow(By.cssSelector("main form.actions button[value=FILE]"));
        Complaint complaint = complaints.filedBy(consumer.id()).get(0);
        assertThat(browser.text()).contains(TestData.persian(complaint.tracking()));
        look("receipt");
        return complaint;
    }

    /** Says something in the form with this field, with a file. */
    private void say(String field, String words, String file) throws IOException {
        WebElement text = browser.find(By.id(field));
        text.sendKeys(words);
        browser.find(By.id(field.replace("-text", "-files"))).sendKeys(picture(file));
        browser.follow(By.xpath("//form[.//textarea[@id='" + field + "']]//div[@class='actions']/button"));
        assertThat(browser.text()).contains(words, file);
    }

    /** Rules in Tasklist: claims the task, looks at the newest file, chooses, gives reasons, completes. */
    private void rule(String user, CaseKey key, String taskKey, String choice, String reasons, String name) throws IOException {
        Task task = task(key, taskKey);
        browser.signInStaff(user);
        browser.open("/camunda/app/tasklist/default/#/?task=" + task.getId());
        browser.find(By.xpath("//button[normalize-space()='Claim' or .//*[normalize-space()='Claim']]")).click();
        // The form is drawn anew once the task is claimed.
        By chosen = By.xpath("//label[contains(., '" + choice + "')]//input");
        Awaitility.await(choice).atMost(PATIENCE).ignoreExceptions().until(() -> {
            browser.click(chosen);
            return browser.find(chosen).isSelected();
        });
        List<WebElement> writable = browser.driver().findElements(By.cssSelector(".fjs-container textarea:not([readonly])"));
        writable.get(writable.size() - 1).sendKeys(reasons);
        keep(name);
        browser.click(By.xpath("//button[normalize-space()='Complete']"));
        Awaitility.await().atMost(PATIENCE).until(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
    }

    private Task task(CaseKey key, String taskKey) {
        return Awaitility.await(taskKey).atMost(PATIENCE).until(() -> tasks.createTaskQuery()
            .processInstanceBusinessKey(key.toString()).taskDefinitionKey(taskKey).singleResult(), found -> found != null);
    }

    private Complaint now(Complaint complaint) {
        return complaints.findById(complaint.id()).orElseThrow();
    }

    /** The page has no barriers, on a desk and on a telephone; where it can be opened again, in English too. */
    private void look(String name) throws IOException {
        browser.wide(1280);
        keep(name + "-fa");
        assertThat(browser.barriers()).as(name).isEmpty();
        browser.wide(360);
        keep(name + "-fa-360");
        assertThat(browser.barriers()).as(name + " on a telephone").isEmpty();
        assertThat(browser.breadth()).as(name + " on a telephone").isLessThanOrEqualTo(360);
        browser.wide(1280);
        String page = browser.address();
        if (!List.of("refused", "preview", "receipt").contains(name)) {
            browser.open(page + (page.contains("?") ? "&" : "?") + "lang=en");
            keep(name + "-en");
            assertThat(browser.barriers()).as(name + " in English").isEmpty();
            browser.open(page + (page.contains("?") ? "&" : "?") + "lang=fa");
        }
    }

    private void keep(String name) {
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, FA);
    }

    private String picture(String name) throws IOException {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setColor(new Color(0xe4f1ee));
        paper.fillRect(0, 0, 320, 200);
        paper.setColor(new Color(0x0b655d));
        paper.drawString(name, 110, 105);
        paper.dispose();
        Path file = files.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file.toString();
    }
}
