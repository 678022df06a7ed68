package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.complaint.Complaints;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.issuance.Applications;
import org.namad.issuance.Submissions;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Pages on paper, in a browser that runs no scripts, and with files that are too large. */
@Tag("shares-story")
@StoryTest
class RoughUseIT {

    private static final By SEND = By.cssSelector("main form.fields .actions button");
    private static final By CHOSEN = By.cssSelector("input[type=file]");

    @RegisterExtension
    Browser browser = new Browser();
    @TempDir
    Path files;
    @Autowired
    TestData data;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    EnforcementDesk enforcement;
    @Autowired
    Complaints complaints;
    @Autowired
    Applications applications;
    @Autowired
    MessageSource messages;

    @Test
    @DisplayName("R25 R17 On paper a letter tells until when to reply and a form what stands in it; buttons are left out")
    void onPaper() {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        long id = enforcement.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحهٔ کالا خالی است", StatedBy.staff("officer1")).id();
        browser.signIn(owner, mailbox);
        browser.open("/panel/enforcement/" + id);
        browser.fill("text", "کالاها را گذاشتیم.");
        print();
        assertThat(browser.text()).contains("پاسخ شما", "مهلت");
        assertThat(browser.driver().findElement(By.name("text")).isDisplayed()).isTrue();
        assertThat(browser.driver().findElement(SEND).isDisplayed()).isFalse();
        assertThat(browser.driver().findElement(By.cssSelector("input[type=file]")).isDisplayed()).isFalse();
        browser.screenshot("paper-letter");

        browser.open("/panel/seals/" + seal.id() + "/change/address");
        assertThat(browser.driver().findElement(By.name("city")).isDisplayed()).isTrue();
        assertThat(browser.text()).contains("نشانی");
        browser.screenshot("paper-change");
    }

    @Test
    @DisplayName("R5 R12 Without scripts a consumer complains and a newcomer applies")
    void withoutScripts() throws IOException {
        Seal seal = data.issuedSeal();
        Person person = data.person();
        browser.signIn(person, mailbox);
        scripts(false);

        browser.open("/complaints/new?domain=" + seal.domain());
        browser.fill("invoiceNumber", "F-14057");
        browser.driver().findElement(By.cssSelector("select[name=reason] option[value=OTHER]")).click();
        browser.fill("description", "سفارش هنوز نرسیده است.");
        browser.driver().findElement(SEND).click();
        browser.find(By.cssSelector("main form.actions button[value=FILE]")).click();
        browser.find(By.cssSelector("main .tracking"));
        assertThat(complaints.filedBy(person.id())).hasSize(1);

        browser.open("/apply/form?sellsToVisitors=true&paymentGateway=true");
        Map.of("domain", TestData.domain(), "title", "نی و نوا", "businessName", "کارگاه نی و نوا", "licenceNumber",
            "123-456", "city", "تهران", "address", "خیابان بهار، پلاک ۷", "phone", "۰۲۱۶۶۰۰۱۱۲۲")
            .forEach(browser::fill);
        browser.driver().findElement(By.cssSelector("select[name=province] option[value='تهران']")).click();
        browser.driver().findElement(By.cssSelector("select[name=activity] option[value=handicrafts]")).click();
        for (String purpose : new String[] {"NATIONAL_CARD", "BIRTH_CERTIFICATE"}) {
            Path image = Files.write(files.resolve(purpose + ".png"), Submissions.PNG);
            browser.driver().findElement(By.id(purpose)).sendKeys(image.toString());
        }
        browser.driver().findElement(SEND).click();
        browser.find(By.cssSelector("main .steps"));
        assertThat(applications.findByApplicantIdOrderByIdDesc(person.id())).singleElement()
            .satisfies(application -> assertThat(application.particulars().title()).isEqualTo("نی و نوا"));
        assertThat(browser.address()).startsWith("/panel/applications/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    @DisplayName("R5 A file that is too large is told at its field before it is sent, or by the server, which keeps the form")
    void tooLarge(String language) throws IOException {
        Locale reader = Locale.forLanguageTag(language);
        browser.signIn(data.person(), mailbox);
        String page = "/complaints/new?domain=" + data.issuedSeal().domain() + "&lang=" + language;
        browser.open(page);
        choose(6);
        browser.awaitText(messages.getMessage("document.refused.tooLarge", null, reader));
        assertThat(browser.find(CHOSEN).getDomProperty("value")).isEmpty();

        scripts(false);
        browser.open(page);
        browser.fill("invoiceNumber", "F-14057");
        choose(6);
        browser.driver().findElement(SEND).click();
        browser.awaitText(messages.getMessage("document.refused.tooLarge", null, reader));
        assertThat(browser.find(By.name("invoiceNumber")).getDomProperty("value")).isEqualTo("F-14057");
        choose(21);
        browser.driver().findElement(SEND).click();
        browser.awaitText(messages.getMessage("web.error.413.title", null, reader));
    }

    private void choose(int megabytes) throws IOException {
        byte[] content = Arrays.copyOf(Submissions.PNG, megabytes * 1024 * 1024);
        browser.find(CHOSEN).sendKeys(Files.write(files.resolve(megabytes + ".png"), content).toString());
    }

    private void scripts(boolean run) {
        ((ChromeDriver) browser.driver()).executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    private void print() {
        ((ChromeDriver) browser.driver()).executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }
}
