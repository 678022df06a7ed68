package org.namad;

import java.util.List;

import org.namad.calendar.NamadClock;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages that are there for everybody, those that say why there is none, and the demo's own. */
class PublicTour {

    private static final By SEND = By.cssSelector("main form.fields .actions button");

    private final TestData data;
    private final Seals seals;
    private final NamadClock clock;
    private final JdbcTemplate jdbc;

    PublicTour(TestData data, Seals seals, NamadClock clock, JdbcTemplate jdbc) {
        this.data = data;
        this.seals = seals;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void visit(Visitor visitor) {
        visitor.browser.driver().manage().deleteAllCookies();
        visitor.look("home", "/");
        visitor.look("inquiry", "/inquiry");
        visitor.look("inquiry-results", "/inquiry?q=golestan-carpet.example");
        visitor.look("inquiry-none", "/inquiry?q=unknown-shop.example");
        visitor.look("statistics", "/statistics");
        visitor.look("apply-unanswered", "/apply?answered=yes");
        visitor.look("apply-not-needed", "/apply?sellsToVisitors=false");
        visitor.look("apply-no-gateway", "/apply?sellsToVisitors=true&paymentGateway=false");
        visitor.refused("profile-unknown", "/profile?id=1&Code=wrong");
        for (SealStatus status : SealStatus.values()) {
            allSeals().stream().filter(seal -> seal.statusAt(clock.instant()) == status).findFirst()
                .ifPresentOrElse(seal -> visitor.look("profile-" + status, profile(seal)),
                    () -> visitor.inspection.fault("no seal is " + status));
        }
        visitor.look("profile-complaints", profile(seals.findByDomain("charm-e-tabriz.example").orElseThrow()));
        signIn(visitor);
        register(visitor);
        refusals(visitor);
        demo(visitor);
    }

    private List<Seal> allSeals() {
        return jdbc.queryForList("select domain from seal order by id", String.class).stream()
            .map(domain -> seals.findByDomain(domain).orElseThrow()).toList();
    }

    private static void demo(Visitor visitor) {
        visitor.look("demo", "/demo");
        visitor.look("demo-mail", "/demo/mail");
        visitor.look("demo-mailbox", "/demo/mail/owner19@mail.example");
        visitor.look("demo-letter", "/demo/mail/owner19@mail.example/1");
        visitor.look("demo-clock", "/demo/clock");
    }

    private void signIn(Visitor visitor) {
        visitor.look("sign-in", "/sign-in");
        visitor.sendEmpty("sign-in-refused", "/sign-in", "main form.fields");
        visitor.browser.open("/sign-in");
        visitor.browser.fill("nationalId", data.person().nationalId().value());
        visitor.browser.follow(SEND);
        visitor.look("sign-in-code", "/sign-in/code");
        visitor.send("sign-in-code-refused", "/sign-in/code", "main form.fields", "wrong");
    }

    private static void register(Visitor visitor) {
        visitor.look("register", "/register");
        visitor.sendEmpty("register-refused", "/register", "main form.fields");
        String id = TestData.nationalId().value();
        visitor.browser.open("/register");
        visitor.browser.fill("nationalId", id);
        visitor.browser.fill("fullName", "نگار محبی");
        visitor.browser.fill("birthDate", "1370/01/01");
        visitor.browser.fill("email", "newcomer-" + id + "@mail.example");
        visitor.browser.follow(SEND);
        visitor.look("register-code", "/register/code");
        visitor.send("register-code-refused", "/register/code", "main form.fields", "wrong");
    }

    /** Pages that say why there is nothing to see. */
    private void refusals(Visitor visitor) {
        visitor.refused("not-found", "/complaints/1234567890/no-such-page");
        visitor.refused("link-refused", "/answer/1234567890?until=1&signature=x");
        visitor.refused("payment-unknown", "/payments/callback?Authority=unknown");
        visitor.refused("wrong-method", "/sign-out");
        visitor.refused("broken", "/complaints/broken");
        visitor.signIn(data.person());
        sendLarge(visitor, "too-large", "delete document.querySelector('main input[type=file]').dataset.most;");
        // Nothing of the form arrives but its file, not even its token.
        sendLarge(visitor, "too-large-unread", """
            const form = document.querySelector('main form.fields');
            delete form.querySelector('input[type=file]').dataset.most;
            form.noValidate = true;
            form.querySelectorAll('input:not([type=file]), select, textarea').forEach(field => field.remove());""");
    }

    /** Sends a file that is larger than any form takes, past the script that would not let it go. */
    private static void sendLarge(Visitor visitor, String name, String prepare) {
        String file = Visitor.file("scan.png", new byte[21_000_000]);
        visitor.inspection.look(name, "/complaints/new", () -> {
            ((JavascriptExecutor) visitor.browser.driver()).executeScript(prepare);
            visitor.browser.find(By.cssSelector("main input[type=file]")).sendKeys(file);
            visitor.browser.follow(SEND);
        }, true);
    }

    private static String profile(Seal seal) {
        return Snippet.profileUrl(seal, "");
    }
}
