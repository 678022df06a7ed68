package org.namad.monitoring;

import java.util.Locale;
import java.util.NoSuchElementException;

import org.jsoup.nodes.Element;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Looks whether a shop's home page, or another page of its site, shows its seal as it should (R16, N1). */
@Service
public class PlacementCheck {

    private final SealRegister register;
    private final PageFetcher fetcher;
    private final SnippetInspector inspector;

    PlacementCheck(SealRegister register, PageFetcher fetcher, @Value("${namad.base-url}") String baseUrl) {
        this.register = register;
        this.fetcher = fetcher;
        this.inspector = new SnippetInspector(baseUrl);
    }

    /**
     * Fetches the page at the seal's address, which may take seconds, and looks for the snippet.
     *
     * @throws NoSuchElementException if there is no such seal
     */
    public Placement check(long sealId) {
        Seal seal = register.get(sealId);
        return inspect(seal, seal.domain(), () -> fetcher.fetch(seal.url()));
    }

    /**
     * Looks for the seal's snippet on the home page of another site, to which the seal is to move.
     *
     * @throws NoSuchElementException if there is no such seal
     */
    public Placement check(long sealId, String domain, String url) {
        return inspect(register.get(sealId), domain, () -> fetcher.fetch(url));
    }

    /** Looks for the snippet at {@code address}, if the site lets programs read that page. */
    Placement examine(Seal seal, String address) {
        return inspect(seal, seal.domain(), () -> fetcher.fetchIfWelcome(address));
    }

    private interface Source {
        PageFetcher.Page page() throws PageFetcher.Unfetched;
    }

    private Placement inspect(Seal seal, String domain, Source source) {
        try {
            PageFetcher.Page page = source.page();
            Placement found = inspector.inspect(seal, domain, page);
            if (found.fault() == Fault.NO_SNIPPET) {
                found = inspector.inScripts(seal, fetcher.scripts(page).stream()).orElse(found);
            }
            return isEnglish(page) ? found.onEnglishPage() : found;
        } catch (PageFetcher.Unfetched failure) {
            return Placement.faulty(failure.fault(), failure.getMessage());
        }
    }

    private static boolean isEnglish(PageFetcher.Page page) {
        Element html = page.document().selectFirst("html[lang]");
        return html != null && Locale.forLanguageTag(html.attr("lang").strip()).getLanguage().equals("en");
    }
}
