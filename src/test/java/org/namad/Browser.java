package org.namad;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.naming.OperationNotSupportedException;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.namad.demo.simulators.Simulators;
import org.namad.party.Person;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A Chromium of its own for each test of a class that has
 * <pre>{@code @RegisterExtension Browser browser = new Browser();}</pre>
 * Without Chromium and its driver such tests are skipped, or fail if the build runs with {@code -Dbrowser=required}.
 * A test that fails leaves a picture of the page under {@code target/screenshots}.
 */
public class Browser implements ExecutionCondition, BeforeEachCallback, AfterEachCallback {

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String STAFF_PASSWORD = "Namad-demo-1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Half a second, as Selenium has it, at each of hundreds of steps would be minutes. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String BRING_AXE = "window.bringAxe = () => {" + axe() + "\n}";
    /** Says nothing of what is right: to describe that takes most of the time. Our only frames show mails, without scripts. */
    private static final String BARRIERS = """
        const done = arguments[0];
        if (!window.axe) bringAxe();
        axe.run({resultTypes: ['violations'], iframes: false, preload: false}).then(
          results => done(results.violations.map(violation => violation.id + ': ' + violation.help + ' '
            + violation.nodes.map(node => node.target.join(' ')).join(', '))),
          error => done([String(error)]));
        """;

    private ChromeDriver driver;
    private ApplicationContext application;
    private String baseUrl;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<File> missing = Stream.of(CHROMIUM, DRIVER).filter(file -> !file.canExecute()).findFirst();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        if ("required".equals(System.getProperty("browser"))) {
            throw new IllegalStateException("This build requires browser tests, but there is no " + missing.get());
        }
        String reason = "Browser test skipped: there is no " + missing.get();
        LOG.warn(reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        application = SpringExtension.getApplicationContext(context);
        baseUrl = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
        start();
    }

    /** Goes on in another browser, as on another computer: nothing of what this one knows is there. */
    public void other() {
        driver.quit();
        start();
    }

    private void start() {
        ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM).addArguments("--headless", "--no-sandbox",
            "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            // As on a telephone. A bar that is there on the page and not in its picture would break lines anew.
            "--hide-scrollbars");
        // So that it sees the sample shops under their own addresses; what is on this machine it asks itself.
        application.getBeanProvider(Simulators.class).ifAvailable(simulators ->
            options.addArguments("--proxy-server=" + simulators.url()));
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
        driver.manage().window().setSize(new Dimension(1280, 1024));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (driver == null) {
            return;
        }
        try {
            if (context.getExecutionException().isPresent()) {
                screenshot("failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName());
            }
        } finally {
            driver.quit();
            driver = null;
        }
    }

    /** For what the methods below do not offer. */
    public WebDriver driver() {
        return driver;
    }

    /** Goes to a path of this application, or to an absolute address. */
    public void open(String address) {
        driver.get(address.startsWith("/") ? baseUrl + address : address);
    }

    /** The path and query that the browser shows. */
    public String address() {
        return driver.getCurrentUrl().replace(baseUrl, "");
    }

    /** The element, as soon as it is visible. */
    public WebElement find(By by) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(by));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE, LOOK_AGAIN);
    }

    /** Presses the link or button with exactly this text, which leads to a page, and waits for that page. */
    public void press(String text) {
        follow(By.xpath("//*[self::a or self::button][normalize-space()=\"%s\"]".formatted(text)));
    }

    /** Clicks a link or button that leads to a page, and waits until that page is there. */
    public void follow(By by) {
        driver.executeScript("window.left = true");
        click(by);
        // The click only asks for the page: what comes next could overtake a form that is still being sent.
        waiting().ignoring(WebDriverException.class).until(current ->
            driver.executeScript("return !window.left && document.readyState === 'complete'").equals(true));
    }

    /** Brings the element into view and clicks it, once no font moves it any more. */
    public void click(By by) {
        WebElement element = find(by);
        waiting().until(current ->
            driver.executeScript("return document.fonts.status === 'loaded'").equals(true));
        // Again where a picture or message that has just arrived has moved it on under something else.
        waiting().ignoring(ElementClickInterceptedException.class).until(current -> {
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            waiting().until(ExpectedConditions.elementToBeClickable(element)).click();
            return true;
        });
    }

    /** Replaces what is in the field with this name. */
    public void fill(String field, CharSequence text) {
        WebElement element = find(By.name(field));
        element.clear();
        element.sendKeys(text);
    }

    /** Signs {@code person} in with the code that comes by mail; whoever was signed in before is not any more. */
    public void signIn(Person person, TestMailbox mailbox) {
        int before = mailbox.of(person.email(), "sign-in-code").size();
        driver.manage().deleteAllCookies();
        open("/sign-in");
        fill("nationalId", person.nationalId().value());
        follow(By.cssSelector("main form button"));
        fill("code", mailbox.code(person.email(), "sign-in-code", before + 1));
        follow(By.cssSelector("main form button"));
        find(By.cssSelector(".session .who"));
    }

    /** Signs a member of the demo's staff in; whoever was signed in before is not any more. */
    public void signInStaff(String account) {
        driver.manage().deleteAllCookies();
        open("/staff/sign-in");
        fill("username", account);
        fill("password", STAFF_PASSWORD);
        follow(By.cssSelector("main form button"));
    }

    /** Goes on in the window or tab that was opened last. */
    public void inNewWindow() {
        waiting().until(ExpectedConditions.numberOfWindowsToBe(2));
        String here = driver.getWindowHandle();
        driver.getWindowHandles().stream().filter(window -> !window.equals(here)).findFirst()
            .ifPresent(window -> driver.switchTo().window(window));
    }

    /** What a link hands out, as this person: status and media type. */
    public String download(By link) {
        return (String) driver.executeScript("""
            const file = new XMLHttpRequest();
            file.open('GET', arguments[0].href, false);
            file.send();
            return file.status + ' ' + file.getResponseHeader('Content-Type');""", find(link));
    }

    /** The file of the picture that the page shows there, as the browser got it for this page. */
    public String source(By picture) {
        driver.executeCdpCommand("Page.enable", Map.of());
        String address = find(picture).getDomProperty("currentSrc");
        Map<String, Object> file = driver.executeCdpCommand("Page.getResourceContent",
            Map.of("frameId", driver.getWindowHandle(), "url", address));
        String content = (String) file.get("content");
        return Boolean.TRUE.equals(file.get("base64Encoded"))
            ? new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8) : content;
    }

    /** What a person reads on the page. */
    public String text() {
        return find(By.tagName("body")).getText();
    }

    /** Waits until the page shows {@code text}. */
    public void awaitText(String text) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(
            By.tagName("body"), text));
    }

    /** What keeps people who cannot see, hear or use a mouse from using the page; empty if nothing was found. */
    @SuppressWarnings("unchecked")
    public List<String> barriers() {
        if (driver.executeScript("return window.bringAxe === undefined").equals(true)) {
            // For this page and all that come after it: half a megabyte is not to be sent for each of them.
            driver.executeScript(BRING_AXE);
            driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", BRING_AXE));
        }
        return (List<String>) driver.executeAsyncScript(BARRIERS);
    }

    private static String axe() {
        try {
            return new EmbeddedResourceAxeProvider().getScript();
        } catch (OperationNotSupportedException | IOException e) {
            throw new IllegalStateException("axe-core cannot be read", e);
        }
    }

    /** Gives the page so many pixels from side to side, as a desk or a telephone would. */
    public void wide(int width) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows pages as to somebody who wants them dark, or light. */
    public void dark(boolean dark) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** How wide the page would like to be: more than it has if something stands over the edge. */
    public int breadth() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth")).intValue();
    }

    /** Keeps a picture of the whole page, however long it is. */
    public void picture(Path file) {
        // Chromium shows a page from right to left that fits the window beside its place if it is to look beyond.
        Object longer = driver.executeScript("return document.documentElement.scrollHeight > innerHeight");
        Map<String, Object> whole = driver.executeCdpCommand("Page.captureScreenshot",
            Map.of("captureBeyondViewport", longer, "optimizeForSpeed", true));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode((String) whole.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of the page as {@code target/screenshots/<name>.png}. */
    public void screenshot(String name) {
        try {
            Files.write(Files.createDirectories(SCREENSHOTS).resolve(name + ".png"),
                driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
