package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.engine.TimeTravel;
import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.beans.factory.annotation.Autowired;

/** What the owner of a company does in the panel between two seals, in Persian and in English, at a desk and on a telephone. */
class PanelStoryIT extends BrowserStory {

    private static final By COUNTDOWN = By.cssSelector(".countdown .left b");

    @TempDir
    Path files;
    @Autowired
    ComplaintDesk desk;
    @Autowired
    SealRegister register;
    @Autowired
    Businesses businesses;
    @Autowired
    People people;
    @Autowired
    Renewals renewals;
    @Autowired
    TimeTravel travel;

    PanelStoryIT() {
        super("panel");
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"fa, 360", "en, 1280"})
    @DisplayName("R1 R12 R18 R19 N11 An owner reads what a renewal depends on, brings the data up to date and is renewed, answers "
        + "a complaint while its time runs, changes what is registered, lets somebody else act, moves to another address, and "
        + "takes certificate and archive along")
    void panel(String language, int screen) throws IOException {
        begin(language, screen);
        Person owner = data.person(TestData.nationalId(), language);
        Business company = Business.ofLegalPerson(TestData.legalId(), "شرکت بازرگانی آینه", owner);
        Seal seal = nearlyOver(company);
        browser.signIn(owner, mailbox);

        renew(owner, seal);
        answer(owner, seal);
        change(owner, seal);
        Person delegate = data.person(TestData.nationalId(), language);
        invite(company.id(), delegate);
        String moved = move(owner);
        takeAlong(seal);
        accept(seal, delegate, moved);
    }

    /** A seal of a company whose renewal has just been opened. */
    private Seal nearlyOver(Business company) {
        company.relocate("اصفهان", "اصفهان", "خیابان چهارباغ، پلاک ۳", "03136000000");
        businesses.save(company);
        String domain = TestData.domain();
        long id = register.prepare(company, "آینه و شمعدان", domain, "http://" + domain + "/", "home").id();
        register.issue(id, Period.ofDays(58));
        travel.by(Duration.ofDays(2));
        return register.get(id);
    }

    private void renew(Person owner, Seal seal) {
        mailbox.await(owner.email(), "renewal-due");
        open("/panel");
        look("1-panel");
        browser.follow(By.cssSelector("main a[href$='/panel/seals/" + seal.id() + "']"));
        assertThat(browser.find(By.id("renewal")).getText()).contains(say("renewal.decision.AUTOMATIC"), say("renewal.page.clean"));
        look("2-seal");
        browser.follow(By.cssSelector("main a[href*='/panel/renewals/']"));
        browser.fill("phone", "۰۳۱۳۶۰۰۱۱۲۲");
        browser.fill("monthlyTransactions", "۱۲۰۰");
        look("3-renewal");
        browser.follow(SEND);
        assertThat(browser.text()).contains(say("renewal.page.updated"));
        look("4-renewed");
        Renewal renewal = renewals.findBySealIdAndClosedAtIsNull(seal.id()).orElse(null);
        assertThat(renewal).as("nothing is left open").isNull();
        assertThat(register.get(seal.id()).expiresAt()).isAfter(seal.expiresAt().plus(Duration.ofDays(700)));
        mailbox.await(owner.email(), "renewal-renewed");
    }

    /** The time left is right again as soon as somebody comes back to the page. */
    private void answer(Person owner, Seal seal) throws IOException {
        Complaint complaint = desk.register(new NewComplaint(data.person().id(), seal.domain(), "F-14057", null,
            ComplaintReason.NOT_DELIVERED, "سه هفته پیش سفارش دادم و هنوز نرسیده است.", null));
        mailbox.await(owner.email(), "complaint-notice");
        open("/panel/complaints");
        look("5-complaints");
        browser.follow(By.cssSelector("main a[href$='/panel/complaints/" + complaint.id() + "']"));
        String left = browser.find(COUNTDOWN).getText();
        ((JavascriptExecutor) browser.driver()).executeScript("""
            const opened = Date.now();
            Date.now = () => opened + 2 * 3600 * 1000;
            document.dispatchEvent(new Event('visibilitychange'));""");
        assertThat(browser.find(COUNTDOWN).getText()).isNotEqualTo(left);
        browser.find(By.id("answer-text")).sendKeys("فردا می‌رسد.");
        browser.find(By.id("answer-files"))
            .sendKeys(Files.writeString(files.resolve("receipt.pdf"), "%PDF-1.4 receipt").toString());
        look("6-answer");
        browser.press(say("complaint.answer.submit"));
        assertThat(browser.text()).contains("فردا می‌رسد.", "receipt.pdf");
        look("7-answered");
        open("/panel/messages");
        look("8-messages");
        browser.follow(By.xpath("//tr[.//a[contains(@href, '/panel/complaints/')]]//a[contains(@href, '/messages/')]"));
        assertThat(browser.text()).contains(say("web.messages.log.ACCEPTED"));
        look("9-message");
    }

    private void change(Person owner, Seal seal) {
        String page = "/panel/seals/" + seal.id() + "/change";
        open(page);
        look("10-data");
        browser.follow(By.cssSelector("main a[href$='/change/address']"));
        browser.find(By.cssSelector("select[name=province] option[value='فارس']")).click();
        browser.fill("city", "شیراز");
        browser.fill("text", "خیابان زند، پلاک ۹");
        look("11-address");
        browser.follow(SEND);
        assertThat(browser.text()).contains(say("amendment.done.APPLIED")).contains("خیابان زند، پلاک ۹");
        look("12-changed");
    }

    private void invite(long business, Person delegate) {
        open("/panel/businesses");
        browser.follow(By.cssSelector("main a[href$='/panel/businesses/" + business + "']"));
        browser.fill("name", delegate.fullName());
        browser.fill("nationalId", delegate.nationalId().value());
        browser.fill("email", delegate.email());
        look("13-invite");
        browser.follow(SEND);
        assertThat(browser.text()).contains(say("party.delegate.invited")).contains(say("party.users.state.INVITED"));
        look("14-invited");
    }

    /** Another mail address: it counts as soon as the code that goes there is typed. */
    private String move(Person owner) {
        String address = "new-" + owner.email();
        open("/panel/me");
        browser.follow(By.cssSelector("main a[href$='/panel/me/contact']"));
        look("15-contact");
        browser.fill("email", address);
        browser.follow(By.cssSelector("main form[action$='/contact/email'] .actions button"));
        look("16-code");
        browser.fill("code", mailbox.code(address, "email-code", 1));
        browser.follow(SEND);
        assertThat(browser.text()).contains(say("party.contact.email.changed"));
        assertThat(people.findById(owner.id()).orElseThrow().email()).isEqualTo(address);
        return address;
    }

    private void takeAlong(Seal seal) {
        open("/panel/seals/" + seal.id());
        assertThat(browser.download(By.cssSelector("main a[href$='/certificate.pdf']"))).isEqualTo("200 application/pdf");
        open("/panel/me");
        look("17-me");
        assertThat(browser.download(By.cssSelector("main a[href$='/panel/me/export']"))).isEqualTo("200 application/zip");
    }

    /** The invited follows the link of the mail, signs in, and acts for the company; the owner is told at the new address. */
    private void accept(Seal seal, Person delegate, String ownersAddress) {
        String link = TestMailbox.button(mailbox.await(delegate.email(), "delegation-invitation"));
        browser.signIn(delegate, mailbox);
        open(link);
        look("18-invitation");
        browser.follow(By.cssSelector("main form[action*='/accept'] button"));
        assertThat(browser.text()).contains(say("party.invitation.done.ACTIVE"));
        look("19-delegate");
        open("/panel/seals/" + seal.id());
        assertThat(browser.text()).contains(seal.domain());
        mailbox.await(ownersAddress, "delegation-accepted");
    }
}
