package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.demo.simulators.Simulators;
import org.namad.monitoring.Fault;
import org.namad.party.Person;
import org.namad.payment.Toman;
import org.namad.seal.Seals;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/** How a shop gets its seal, in Persian and in English, at a desk and on a telephone, and what its first visitor sees. */
class ApplyingStoryIT extends BrowserStory {

    private static final By BADGE = By.cssSelector("a[href*='/profile?id='] img");

    @TempDir
    Path files;
    @Autowired
    Seals seals;
    @Autowired
    Simulators simulators;
    @Autowired
    Toman toman;

    ApplyingStoryIT() {
        super("applying");
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"fa, 1280", "en, 360"})
    @DisplayName("R11 R12 R13 R14 R16 N1 N4 N13 Somebody learns who needs no seal, applies in two sittings, pays, is told by the "
        + "doctor what is missing, places the seal and gets it; a visitor of the shop clicks it and reads where it leads from")
    void applying(String language, int screen) throws IOException {
        begin(language, screen);
        Person applicant = data.person(TestData.nationalId(), language);
        String domain = TestData.domain();
        browser.signIn(applicant, mailbox);

        String application = apply(domain);
        pay(applicant, application);
        String snippet = snippet(applicant, application);
        examine(domain, Fault.NO_SNIPPET, "10-doctor-missing");
        paste(domain, snippet);
        examine(domain, Fault.NONE, "11-doctor-right");
        issued(applicant, application);
        visit(domain);
    }

    private String apply(String domain) throws IOException {
        open("/apply");
        look("1-eligibility");
        browser.find(By.cssSelector("input[name=sellsToVisitors][value=false]")).click();
        browser.press(say("issuance.eligibility.next"));
        assertThat(browser.text()).contains(say("issuance.eligibility.CONTENT_ONLY.text"));
        look("2-not-needed");
        browser.press(say("issuance.eligibility.again"));
        browser.find(By.cssSelector("input[name=sellsToVisitors][value=true]")).click();
        browser.find(By.cssSelector("input[name=paymentGateway][value=true]")).click();
        browser.press(say("issuance.eligibility.next"));
        browser.fill("businessName", "کارگاه نی و نوا");
        browser.fill("domain", "https://www." + domain + "/shop");
        browser.fill("title", "نی و نوا");
        browser.press(say("issuance.draft.later"));
        look("3-kept");
        browser.press(say("issuance.draft.continue"));
        assertThat(browser.find(By.name("title")).getDomProperty("value")).isEqualTo("نی و نوا");
        fillTheRest();
        look("4-form");
        browser.press(say("issuance.form.submit"));
        String application = browser.address().replaceFirst("[?;].*", "");
        assertThat(application).as(browser.text()).matches("/panel/applications/\\d+");
        return application;
    }

    private void fillTheRest() throws IOException {
        browser.fill("licenceNumber", "۱۴۰۵۱۲۳۴");
        browser.fill("city", "تهران");
        browser.fill("address", "خیابان بهار، پلاک ۷");
        browser.fill("phone", "۰۲۱۶۶۰۰۰۰۰۰");
        browser.find(By.cssSelector("select[name=activity] option[value=handicrafts]")).click();
        browser.find(By.cssSelector("select[name=province] option[value='تهران']")).click();
        browser.click(By.cssSelector("input[name=postalValidation]"));
        String image = specimen();
        for (String document : List.of("NATIONAL_CARD", "BIRTH_CERTIFICATE")) {
            browser.find(By.id(document)).sendKeys(image);
            browser.find(By.cssSelector("#document-" + document + " .file img"));
        }
    }

    private void pay(Person applicant, String application) {
        mailbox.await(applicant.email(), "application-fee-due");
        open(application);
        assertThat(browser.text()).contains(say("issuance.fee.base"), say("issuance.fee.postal-validation"),
            toman.text(200_000, reader()), say("issuance.meter.title"), say("issuance.meter.slowest"));
        look("5-fee-due");
        browser.follow(By.cssSelector("main a.button[href*='/payments/']"));
        look("6-invoice");
        browser.press(say("payment.pay.button"));
        browser.follow(By.cssSelector("form.actions button[value=pay]"));
        assertThat(browser.text()).contains(say("payment.done"));
        look("7-paid");
        browser.follow(By.cssSelector(".panel-nav a[href='/panel/payments']"));
        look("8-payments");
        assertThat(browser.download(By.cssSelector("main a[href$='/receipt.pdf']"))).isEqualTo("200 application/pdf");
    }

    private String snippet(Person applicant, String application) {
        mailbox.await(applicant.email(), "application-place-seal");
        open(application);
        look("9-snippet");
        return browser.find(By.id("snippet")).getDomProperty("value");
    }

    /** Asks the doctor about the page of the shop. */
    private void examine(String domain, Fault fault, String step) {
        open("/panel/seals/" + seals.findByDomain(domain).orElseThrow().id() + "/placement");
        browser.follow(SEND);
        assertThat(browser.find(By.id("fault")).getDomAttribute("data-fault")).isEqualTo(fault.name());
        assertThat(browser.text()).contains(say("monitoring.fault." + fault));
        look(step);
    }

    private void paste(String domain, String snippet) {
        browser.open(simulators.url() + "/shops/" + domain + "/");
        WebElement field = browser.driver().findElement(By.tagName("textarea"));
        browser.driver().findElement(By.tagName("summary")).click();
        field.clear();
        field.sendKeys(snippet);
        browser.follow(By.cssSelector("details button"));
    }

    private void issued(Person applicant, String application) {
        open(application);
        browser.press(say("issuance.page.checkNow"));
        mailbox.await(applicant.email(), "application-seal-issued");
        open(application);
        assertThat(browser.text()).contains(say("issuance.page.profile"));
        look("12-issued");
    }

    /** A visitor of the shop, whom Namad does not know, sees a valid seal in the corner of the page and clicks it. */
    private void visit(String domain) {
        browser.follow(By.cssSelector(".session form button"));
        browser.open("http://" + domain + "/");
        look("13-shop");
        assertThat(browser.source(BADGE)).contains("data-status=\"active\"");
        browser.click(BADGE);
        inNewWindow();
        browser.awaitText(say("web.profile.own"));
        assertThat(browser.text()).contains(say("web.profile.from") + " " + domain);
        look("14-profile");
    }

    private String specimen() throws IOException {
        Path image = files.resolve("specimen.png");
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        return image.toString();
    }
}
