package org.namad.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Locale;

import com.ibm.icu.text.Bidi;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.namad.calendar.NamadClock;

/**
 * Writes the foot of each page: which of how many it is, and which document it belongs to. The renderer's own page
 * counters know neither Persian digits nor joined letters.
 */
class PageNumbers {

    private static final float SIZE = 8.5f;
    private static final float FROM_BELOW = 28;
    private static final float FROM_SIDE = 51;

    private final PersianLetters letters = new PersianLetters();
    private final Locale language;
    private final boolean persian;
    private final Instant made;

    PageNumbers(Locale language, Instant made) {
        this.language = language;
        this.persian = "fa".equals(language.getLanguage());
        this.made = made;
    }

    byte[] on(byte[] pdf, String title, String footer) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFont font = PDType0Font.load(document, Pdf.font("Regular"));
            NumberFormat numbers = NumberFormat.getIntegerInstance(language);
            int number = 0;
            for (PDPage page : document.getPages()) {
                String place = (persian ? "صفحهٔ %s از %s" : "Page %s of %s").formatted(numbers.format(++number),
                    numbers.format(document.getNumberOfPages()));
                write(document, page, font, place, footer);
            }
            describe(document, title);
            ByteArrayOutputStream numbered = new ByteArrayOutputStream();
            document.save(numbered);
            return numbered.toByteArray();
        }
    }

    private void write(PDDocument document, PDPage page, PDFont font, String place, String footer) throws IOException {
        float right = page.getMediaBox().getWidth() - FROM_SIDE;
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.setNonStrokingColor(0.4f);
            show(content, font, footer, persian, right);
            show(content, font, place, !persian, right);
        }
    }

    private void show(PDPageContentStream content, PDFont font, String text, boolean atRight, float right)
            throws IOException {
        String visible = visible(text);
        float start = atRight ? right - font.getStringWidth(visible) / 1000 * SIZE : FROM_SIDE;
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(start, FROM_BELOW);
        content.showText(visible);
        content.endText();
    }

    /** As the eye meets it from left to right. */
    private String visible(String text) {
        Bidi bidi = new Bidi(letters.shapeText(text), persian ? Bidi.DIRECTION_RIGHT_TO_LEFT
            : Bidi.DIRECTION_LEFT_TO_RIGHT);
        return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
    }

    private void describe(PDDocument document, String title) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreationDate(
            GregorianCalendar.from(ZonedDateTime.ofInstant(made, NamadClock.TEHRAN)));
        document.getDocumentCatalog().setLanguage(language.getLanguage());
        PDViewerPreferences preferences = new PDViewerPreferences(
            new COSDictionary());
        preferences.setReadingDirection(persian ? PDViewerPreferences.READING_DIRECTION.R2L
            : PDViewerPreferences.READING_DIRECTION.L2R);
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }
}
