package org.namad;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Looks at pages as their readers would, in Persian by day and in English by night, on a desk and on a telephone, and
 * collects what is wrong with them: barriers (axe-core), what stands over the edge, words of another language, weight,
 * requests to others. Pictures are kept in {@code target/screenshots/pages}.
 */
class PageInspection {

    private static final Path PICTURES = Path.of("target/screenshots/pages");
    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;
    /** What a page may weigh with everything it needs, as it comes over the wire to a browser that knows nothing yet. */
    private static final int MOST_BYTES = 150_000;
    private static final String TOO_MUCH = """
        const loaded = performance.getEntries().filter(entry => 'encodedBodySize' in entry);
        const bytes = loaded.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
        const foreign = loaded.map(entry => entry.name).filter(name => new URL(name).origin !== location.origin);
        return foreign.map(name => 'asks somebody else: ' + name)
          .concat(bytes > arguments[0] ? ['weighs ' + bytes + ' bytes'] : []);
        """;
    private static final String MISSING = "\\?\\?";
    /** Words and numbers of a few digits; not names of formats and products, example addresses, and long numbers. */
    private static final String STRAY_IN_PERSIAN = MISSING + "|(?!\\b(?:Camunda|Tasklist|SMTP|CSV|PNG|JPEG|WebP|PDF|HTML|"
        + "www|shop|example)\\b)\\b[A-Za-z]+|(?<![0-9])[0-9]{1,4}(?![0-9])";
    /** Texts in which the pattern is found. What is isolated (bdi) or in an element of its own language is data. */
    private static final String TEXTS_WITH = """
        const stray = new RegExp(arguments[0]), found = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode.data.trim(), parent = texts.currentNode.parentElement;
          const data = parent.closest('bdi, .said, [lang]:not(html), [dir=auto], textarea, pre, code, script, style, noscript');
          if (stray.test(text) && !data) found.push(text);
        }
        return found;
        """;
    private static final Set<String> REFUSED = Set.of("not-found", "profile-unknown", "link-refused",
        "invitation-declined");

    private final Browser browser;
    private final List<String> faults = new ArrayList<>();

    PageInspection(Browser browser) {
        this.browser = browser;
    }

    /** Everything that was found until now. */
    List<String> faults() {
        return faults;
    }

    void fault(String fault) {
        faults.add(fault);
    }

    /** The page at {@code address}; {@code name} is the picture's. */
    void look(String name, String address) {
        lookIn("fa", STRAY_IN_PERSIAN, name, address);
        browser.dark(true);
        lookIn("en", MISSING, name, address);
        browser.dark(false);
    }

    /** The page that the browser shows, which has no address that could be opened again. */
    void answer(String name) {
        complain(name, browser.barriers());
        picture(name);
    }

    /** Complains of each text that {@code script} returns. */
    void complain(String page, String script) {
        complain(page, strings(script, null));
    }

    void picture(String name) {
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    /** Gives the page the whole window of a desk again. */
    void asOnDesk() {
        driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private void lookIn(String language, String strayText, String name, String address) {
        browser.open(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        String page = name + "-" + language;
        asOnDesk();
        if (language.equals("fa")) {
            picture(page + "-" + DESK);
            complain(page, browser.barriers());
        }
        Object status = driver().executeScript("return performance.getEntriesByType('navigation')[0].responseStatus");
        if (((Number) status).intValue() >= 400 != REFUSED.contains(name)) {
            fault(page + " came with status " + status);
        }
        complain(page, strings(TEXTS_WITH, strayText));
        complain(page, strings(TOO_MUCH, MOST_BYTES));
        browser.wide(TELEPHONE);
        if (language.equals("en")) {
            picture(page + "-" + TELEPHONE);
            complain(page, browser.barriers());
        }
        int width = browser.breadth();
        if (width > TELEPHONE) {
            fault(page + " is " + width + " wide on a telephone");
        }
    }

    private void complain(String page, List<String> about) {
        about.forEach(fault -> fault(page + ": " + fault));
    }

    @SuppressWarnings("unchecked")
    private List<String> strings(String script, Object argument) {
        return (List<String>) driver().executeScript(script, argument);
    }

    private ChromeDriver driver() {
        return (ChromeDriver) browser.driver();
    }
}
