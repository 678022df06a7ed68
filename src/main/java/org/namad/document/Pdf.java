package org.namad.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Makes PDF documents from the pages under {@code templates/}: letters, dossiers, receipts, certificates. Persian runs
 * from right to left with joined letters in Vazirmatn, which is embedded; pages are numbered in the reader's digits.
 */
@Component
public class Pdf {

    private static final String FAMILY = "Vazirmatn";
    private static final String PICTURE = "data:image/png;base64,";

    static {
        // The renderer would tell every font that it opens.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final ApplicationContext beans;
    private final Clock clock;

    Pdf(ITemplateEngine templates, ApplicationContext beans, Clock clock) {
        this.templates = templates;
        this.beans = beans;
        this.clock = clock;
    }

    /**
     * A PDF of the page {@code templates/<template>.html}: its {@code <title>} names the document, and what
     * {@code <meta name="footer">} says stands beside the number of each page. Its styles use the font family
     * {@code Vazirmatn}, text in the other direction stands in elements with a {@code dir}, and its pictures are PNG in
     * {@code data:} addresses.
     *
     * @param model what the page shows; it can use messages and beans as every page can
     */
    public byte[] of(String template, Locale language, Map<String, Object> model) {
        Context context = new Context(language, model);
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
            new ThymeleafEvaluationContext(beans, null));
        Document page = Jsoup.parse(templates.process(template, context));
        page.select("[dir=rtl] tr").forEach(Pdf::fromTheRight);
        try {
            return new PageNumbers(language, clock.instant()).on(render(page, language), page.title(),
                page.select("meta[name=footer]").attr("content"));
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + template + " cannot be made a PDF", e);
        }
    }

    /** The renderer sets cells from the left, whatever the direction. */
    private static void fromTheRight(Element row) {
        List<Element> cells = new ArrayList<>(row.children());
        Collections.reverse(cells);
        cells.forEach(row::appendChild);
    }

    private static byte[] render(Document page, Locale language) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfRendererBuilder()
            .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
            .useUnicodeBidiReorderer(new PersianLetters())
            .useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(language))
            .defaultTextDirection("fa".equals(language.getLanguage()) ? TextDirection.RTL : TextDirection.LTR)
            .useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true)
            .useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true)
            // What people wrote stands in these pages: nothing that they name is fetched. Pictures come with the page.
            .useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null)
            .withProducer("Namad")
            .withW3cDocument(new W3CDom().fromJsoup(page), null)
            .toStream(pdf)
            .run();
        return pdf.toByteArray();
    }

    /** The font file of this weight. */
    static InputStream font(String weight) {
        return Pdf.class.getResourceAsStream("/fonts/Vazirmatn-" + weight + ".ttf");
    }
}
