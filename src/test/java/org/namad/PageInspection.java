package org.namad;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Looks at pages as their readers would, in Persian by day on a desk and in English by night on a telephone, and collects
 * what is wrong with them: barriers (axe-core), what stands over the edge, words and digits of another language, weight,
 * requests to others. Pictures of pages with a fault are kept in {@code target/screenshots/pages}; of all pages if the
 * build runs with {@code -Dpictures=true}.
 */
class PageInspection {

    private static final Path PICTURES = Path.of("target/screenshots/pages");
    /** Pictures take a fifth of the time, and only people look at them. */
    private static final boolean PICTURES_OF_ALL = Boolean.getBoolean("pictures");
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
    private static final String TABLES_OF_NOTHING = """
        return [...document.querySelectorAll('main table')].filter(table => !table.querySelector('tbody tr'))
          .map(table => 'a table of nothing: ' + table.textContent.trim().replace(/\\s+/g, ' '))""";
    private static final String MISSING = "\\?\\?";
    /** Latin letters, but names of formats and products and the example of an address; Latin digits. */
    private static final String STRAY_IN_PERSIAN = MISSING + "|(?!\\b(?:Camunda|Tasklist|SMTP|CSV|PNG|JPEG|WebP|PDF|HTML|"
        + "www|shop|example)\\b)\\b[A-Za-z]+|[0-9]";
    /** Letters and digits of Arabic script. */
    private static final String STRAY_IN_ENGLISH = MISSING + "|[\\u0600-\\u06FF]";
    /** Texts in which the pattern is found. What is isolated (bdi, or the signs for it) or in its own language is data. */
    private static final String TEXTS_WITH = """
        const stray = new RegExp(arguments[0]), found = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode.data.trim().replace(/\\u2068[^\\u2069]*\\u2069/g, '');
          const parent = texts.currentNode.parentElement;
          const data = parent.closest('bdi, .said, [lang]:not(html), [dir=auto], textarea, pre, code, script, style, noscript');
          if (stray.test(text) && !data) found.push(text);
        }
        return found;
        """;
    /** See {@link RenderedViews}. */
    private static final String VIEW =
        "return performance.getEntriesByType('navigation')[0].serverTiming.map(told => told.description).join()";
    private static final String TELLS_WHAT_IS_WRONG =
        "return document.querySelector('main .error, main .notice.error, main [aria-invalid=true]') !== null";

    private final Browser browser;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> seenRefusing = new TreeSet<>();

    PageInspection(Browser browser) {
        this.browser = browser;
        // Those of a telephone take no room from the page.
        driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    }

    /** Everything that was found until now. */
    List<String> faults() {
        return faults;
    }

    /** The views that were looked at until now. */
    Set<String> seen() {
        return seen;
    }

    /** Those of them that said what was wrong in a form. */
    Set<String> seenRefusing() {
        return seenRefusing;
    }

    void fault(String fault) {
        faults.add(fault);
    }

    /** The page at {@code address}; {@code name} is the picture's. */
    void look(String name, String address) {
        look(name, address, () -> { }, false);
    }

    /** The page that says why there is nothing at {@code address} for this reader. */
    void refused(String name, String address) {
        look(name, address, () -> { }, true);
    }

    /**
     * The page that comes of what is done on the page at {@code address}, which is done once in each language.
     *
     * @param refused whether it comes with the status of an error
     */
    void look(String name, String address, Runnable act, boolean refused) {
        for (String language : List.of("fa", "en")) {
            try {
                read(language);
                browser.open(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
                act.run();
                inspect(name, language, refused);
            } catch (WebDriverException broken) {
                // The others are to be looked at all the same.
                fault(name + "-" + language + " cannot be looked at: " + broken.getRawMessage());
            }
        }
        browser.dark(false);
    }

    /** Persian is read by day on a desk, English by night on a telephone. */
    private void read(String language) {
        boolean persian = language.equals("fa");
        browser.dark(!persian);
        browser.wide(persian ? DESK : TELEPHONE);
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

    private void inspect(String name, String language, boolean refused) {
        String page = name + "-" + language;
        boolean persian = language.equals("fa");
        int width = persian ? DESK : TELEPHONE;
        int before = faults.size();
        complain(page, browser.barriers());
        Object status = driver().executeScript("return performance.getEntriesByType('navigation')[0].responseStatus");
        if (((Number) status).intValue() >= 400 != refused) {
            fault(page + " came with status " + status);
        }
        complain(page, strings(TEXTS_WITH, persian ? STRAY_IN_PERSIAN : STRAY_IN_ENGLISH));
        complain(page, strings(TOO_MUCH, MOST_BYTES));
        complain(page, strings(TABLES_OF_NOTHING, null));
        fits(page, width);
        if (PICTURES_OF_ALL || faults.size() > before) {
            picture(page + "-" + width);
        }
        if (persian) {
            browser.wide(TELEPHONE);
            fits(page, TELEPHONE);
        }
        String view = String.valueOf(driver().executeScript(VIEW));
        seen.add(view);
        if (Boolean.TRUE.equals(driver().executeScript(TELLS_WHAT_IS_WRONG))) {
            seenRefusing.add(view);
        }
    }

    private void fits(String page, int width) {
        int breadth = browser.breadth();
        if (breadth > width) {
            fault(page + " is " + breadth + " wide on " + width);
            picture(page + "-" + width);
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
