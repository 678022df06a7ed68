package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What consumers and owners do every day, in Persian and in English, at a desk and on a telephone, with a mouse and
 * with the keyboard alone. Pictures are kept in {@code target/screenshots/everyday}.
 */
class EverydayStoryIT extends BrowserStory {

    /** The ways to say which element has the focus, and whether one sees it. */
    private static final String FOCUSED = """
        const element = document.activeElement;
        if (element === document.body) return null;
        const style = getComputedStyle(element);
        const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
        element.dataset.reached = 'yes';
        return (seen ? 'seen ' : 'unseen ') + element.outerHTML.slice(0, 120);
        """;
    private static final String NOT_REACHED = """
        return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
          .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.disabled
            && element.tabIndex >= 0 && element.type !== 'hidden' && !element.dataset.reached
            && !(element.type === 'radio' && document.querySelector(`[name="${element.name}"][data-reached]`)))
          .map(element => element.outerHTML.slice(0, 120));
        """;

    @TempDir
    Path files;
    @Autowired
    Complaints complaints;

    EverydayStoryIT() {
        super("everyday");
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"fa, 360", "en, 1280"})
    @DisplayName("R4 R5 R28 A consumer looks a shop up and complains; the owner answers in the panel and reads the mail")
    void everyday(String language, int screen) throws IOException {
        begin(language, screen);
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        Person consumer = data.person();

        browser.signIn(consumer, mailbox);
        open("/");
        look("1-home");
        browser.fill("q", seal.domain() + Keys.ENTER);
        browser.follow(By.cssSelector("main h2 a[href*='/profile']"));
        look("2-profile");
        browser.follow(By.cssSelector("main a.button[href*='/complaints/new']"));
        browser.fill("invoiceNumber", "F-14057");
        browser.find(By.cssSelector("select[name=reason] option[value=NOT_DELIVERED]")).click();
        browser.fill("description", "سه هفته پیش سفارش دادم و هنوز نرسیده است.");
        look("3-complaint");
        browser.follow(SEND);
        look("4-preview");
        browser.follow(By.cssSelector("main form.actions button[value=FILE]"));
        Complaint complaint = complaints.filedBy(consumer.id()).get(0);
        assertThat(browser.text()).contains(language.equals("fa") ? TestData.persian(complaint.tracking()) : complaint.tracking());
        look("5-filed");

        browser.signIn(owner, mailbox);
        open("/panel");
        look("6-panel");
        browser.follow(By.cssSelector("main a[href$='/panel/complaints/" + complaint.id() + "']"));
        browser.find(By.id("answer-text")).sendKeys("فردا می‌رسد.");
        browser.find(By.id("answer-files")).sendKeys(paper());
        look("7-answer");
        browser.find(By.xpath("//form[.//textarea[@id='answer-text']]//div[@class='actions']/button"))
            .sendKeys(Keys.ENTER);
        browser.awaitText("receipt.pdf");
        assertThat(browser.text()).contains("فردا می‌رسد.");
        mailbox.await(owner.email(), "complaint-notice");
        browser.follow(By.cssSelector(".panel-nav a[href='/panel/messages']"));
        look("8-messages");
        browser.follow(By.xpath("//tr[.//a[contains(@href, '/panel/complaints/')]]//a[contains(@href, '/messages/')]"));
        look("9-message");
        browser.follow(By.cssSelector(".panel-nav a[href='/panel/seals']"));
        browser.follow(By.cssSelector("main h2 a"));
        assertThat(browser.text()).contains(say("web.certificate.download"));
        look("10-seal");
    }

    @Test
    @DisplayName("The keyboard reaches whatever can be used on a page, and one sees where it is")
    void keyboard() {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        browser.signIn(owner, mailbox);
        for (String page : List.of("/", "/inquiry?q=" + seal.domain(), "/complaints/new?domain=" + seal.domain(),
                "/apply", "/apply/form?sellsToVisitors=true&paymentGateway=true", "/panel", "/panel/seals/" + seal.id(),
                "/panel/seals/" + seal.id() + "/placement", "/panel/me")) {
            browser.open(page);
            JavascriptExecutor script = (JavascriptExecutor) browser.driver();
            for (int step = 0; step < 200; step++) {
                new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
                Object focused = script.executeScript(FOCUSED);
                if (focused == null) {
                    break;
                }
                assertThat(focused.toString()).as(page).startsWith("seen ");
            }
            assertThat((List<?>) script.executeScript(NOT_REACHED)).as(page).isEmpty();
        }
    }

    private String paper() throws IOException {
        return Files.writeString(files.resolve("receipt.pdf"), "%PDF-1.4 receipt").toString();
    }
}
