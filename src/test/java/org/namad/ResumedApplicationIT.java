package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.issuance.Application;
import org.namad.issuance.Applications;
import org.namad.issuance.DraftDesk;
import org.namad.party.Person;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * Somebody applies in two sittings, in a real browser: types half of the form, leaves without pressing anything, signs in
 * elsewhere and finishes, and is never asked for anything twice. Pictures are kept in {@code target/screenshots/apply}.
 */
@Tag("shares-story")
@StoryTest
class ResumedApplicationIT {

    private static final Locale FA = Locale.forLanguageTag("fa");
    private static final Path PICTURES = Path.of("target/screenshots/apply");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final By CARD = By.cssSelector("#document-NATIONAL_CARD .file img");

    @RegisterExtension
    Browser browser = new Browser();
    @TempDir
    Path files;
    @Autowired
    TestData data;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    Applications applications;
    @Autowired
    DraftDesk drafts;
    @Autowired
    Documents documents;
    @Autowired
    MessageSource messages;

    private final String domain = TestData.domain();

    @Test
    @DisplayName("R11 R12 R14 N13 Half the form, another device, an error, and the application is in with the document chosen first")
    void inTwoSittings() throws IOException {
        Person applicant = data.person();
        browser.signIn(applicant, mailbox);
        typeHalf(applicant);

        browser.signIn(applicant, mailbox);
        browser.open("/apply");
        assertThat(browser.text()).contains("نی و نوا", domain);
        look("apply", "/apply");
        browser.press(text("issuance.draft.continue"));
        assertThat(value("title")).isEqualTo("نی و نوا");
        assertThat(value("phone")).isEqualTo("۰۲۱ هنوز نه");
        assertThat(browser.find(CARD).isDisplayed()).isTrue();

        finish(applicant);
        assertThat(browser.address()).as(browser.text()).matches("/panel/applications/\\d+.*");
        Application application = applications.findByApplicantIdOrderByIdDesc(applicant.id()).get(0);
        assertThat(documents.of(application.key().toString())).extracting(Document::fileName)
            .containsExactlyInAnyOrder("national-card.png", "birth.png");
        browser.awaitText(text("issuance.page.pay"));
        look("paying", "/panel/applications/" + application.id());
        List<LogEntry> complaints = browser.driver().manage().logs().get(LogType.BROWSER).getAll();
        assertThat(complaints).as("what the browser complains of").noneMatch(entry ->
            entry.getMessage().contains("Content Security Policy") || entry.getMessage().contains("TypeError"));
    }

    private void typeHalf(Person applicant) throws IOException {
        browser.open("/apply");
        browser.find(By.cssSelector("input[name=sellsToVisitors][value=true]")).click();
        browser.find(By.cssSelector("input[name=paymentGateway][value=true]")).click();
        browser.press(text("issuance.eligibility.next"));
        assertThat(browser.driver().findElement(By.name("legalId")).isDisplayed()).isFalse();
        browser.click(By.cssSelector("input[name=kind][value=LEGAL]"));
        assertThat(browser.find(By.name("legalId")).isDisplayed()).isTrue();
        browser.click(By.cssSelector("input[name=kind][value=NATURAL]"));
        browser.find(By.id("NATIONAL_CARD")).sendKeys(image("national-card.png", new Color(0x0B655D)));
        browser.find(CARD);
        browser.fill("domain", domain);
        browser.fill("phone", "۰۲۱ هنوز نه");
        browser.fill("title", "نی و نوا");
        // Nothing is pressed and the field is not even left: a pause is enough.
        Awaitility.await().atMost(PATIENCE).until(() -> drafts.ofOwner(applicant.id()).stream()
            .anyMatch(draft -> "نی و نوا".equals(draft.typed().get("title"))));
        browser.awaitText("ذخیره شد، ساعت");
        assertThat(browser.address()).startsWith("/apply/form/");
    }

    private void finish(Person applicant) throws IOException {
        browser.fill("businessName", "کارگاه نی و نوا");
        browser.fill("licenceNumber", "۱۴۰۵۱۲۳۴");
        browser.fill("city", "تهران");
        browser.fill("address", "خیابان بهار، پلاک ۷");
        browser.click(By.cssSelector("select[name=province] option[value='تهران']"));
        browser.click(By.cssSelector("select[name=activity] option[value=handicrafts]"));
        browser.find(By.id("BIRTH_CERTIFICATE")).sendKeys(image("birth.png", new Color(0xB4540A)));
        browser.find(By.cssSelector("#document-BIRTH_CERTIFICATE .file img"));
        browser.click(By.name("placementHelp"));
        browser.awaitText("۲۳۵٬۰۰۰ تومان");
        Awaitility.await().atMost(PATIENCE).until(() -> drafts.ofOwner(applicant.id()).stream()
            .anyMatch(draft -> "true".equals(draft.typed().get("placementHelp"))));
        look("form", browser.address());
        browser.press(text("issuance.form.submit"));
        assertThat(browser.text()).contains(text("issuance.form.phone.invalid"), "birth.png", "national-card.png");
        assertThat(value("businessName")).isEqualTo("کارگاه نی و نوا");
        assertThat(browser.barriers()).isEmpty();
        picture("form-error-fa-1280");
        browser.fill("phone", "۰۲۱۶۶۰۰۰۰۰۰");
        browser.press(text("issuance.form.submit"));
    }

    /** The page in both languages, on a desk and on a telephone; it ends as it began. */
    private void look(String name, String address) throws IOException {
        for (String language : List.of("en", "fa")) {
            browser.open(address.replaceFirst("\\?.*", "") + "?lang=" + language);
            driver().executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", false));
            picture(name + "-" + language + "-360");
            assertThat(driver().executeScript("return document.documentElement.scrollWidth")).isEqualTo(360L);
            driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
            picture(name + "-" + language + "-1280");
            assertThat(browser.barriers()).as(name).isEmpty();
        }
    }

    private void picture(String name) throws IOException {
        Map<String, Object> whole = driver().executeCdpCommand("Page.captureScreenshot",
            Map.of("captureBeyondViewport", true));
        Files.write(Files.createDirectories(PICTURES).resolve(name + ".png"),
            Base64.getDecoder().decode((String) whole.get("data")));
    }

    private ChromeDriver driver() {
        return (ChromeDriver) browser.driver();
    }

    private String value(String field) {
        return browser.find(By.name(field)).getDomProperty("value");
    }

    private String image(String name, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(480, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 480, 300);
        graphics.dispose();
        Path file = files.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file.toString();
    }

    private String text(String key) {
        return messages.getMessage(key, null, FA);
    }
}
