package org.namad.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFiles;
import org.namad.document.Document;
import org.namad.document.DocumentType;
import org.namad.document.Documents;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;

/** The dossier as its reader meets it; the pages lie in {@code target/dossier} to be looked at. */
@NamadTest
class DossierTest {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");
    private static final Path PICTURES = Path.of("target", "dossier");

    @Autowired EnforcementDesk desk;
    @Autowired EnforcementCases cases;
    @Autowired Dossier dossiers;
    @Autowired Documents documents;
    @Autowired CaseFiles caseFiles;
    @Autowired FiledComplaints complaints;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired JalaliDates dates;
    @Autowired NamadClock clock;

    private Seal seal;
    private EnforcementCase opened;

    @BeforeEach
    void open() {
        seal = data.issuedSeal();
        for (int day = 9; day > 3; day--) {
            complaints.unanswered(seal, clock.instant().minus(Duration.ofDays(day)));
        }
        complaints.settled(seal);
        complaints.ruled(seal, true);
        complaints.ruled(seal, false);
        opened = desk.open(seal.id(), Ground.TOO_MANY_COMPLAINTS, null, StatedBy.process("enforcement-check"));
    }

    @Test
    @DisplayName("N10 The dossier is a Persian PDF with grounds, rules, points, numbered exhibits and the right of reply")
    void dossier() throws IOException {
        Document document = latest();
        assertThat(document.type()).isEqualTo(DocumentType.PDF);
        assertThat(document.purpose()).isEqualTo(Dossier.PURPOSE);
        try (PDDocument pdf = Loader.loadPDF(documents.content(document.id()))) {
            String text = new PDFTextStripper().getText(pdf);
            look(pdf, "complaints");
            assertThat(text).contains("پروندۀ نظارت بر نماد", "شکایت‌های بسیار", "R7", seal.domain(), "حق پاسخ",
                "کالا نرسیده است", "فرستاده شد", "مدارک کافی است", "خریدار، شرح شکایت");
            assertThat(text).as("tracking numbers").containsPattern("[۰-۹]{10} کد رهگیری")
                .doesNotContainPattern("[0-9]{10} کد رهگیری");
            assertThat(text).containsPattern("پیوست ۸|۸پیوست").doesNotContainPattern("پیوست ۹|۹پیوست");
            assertThat(pdf.getNumberOfPages()).isBetween(4, 12);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(pdf)).contains("صفحۀ " + "۰۱۲۳۴۵۶۷۸۹".charAt(page % 10));
            }
            assertThat(pdf.getDocumentInformation().getTitle()).contains(seal.title());
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fa");
            assertThat(fonts(pdf)).allSatisfy(font -> assertThat(font).contains("Vazirmatn"));
            assertThat(text).as("the deadline, also in Gregorian")
                .contains(dates.date(cases.get(opened.id()).replyDue(), Locale.ENGLISH).replaceFirst("^\\d+ ", ""));
        }
    }

    @Test
    @DisplayName("N10 Each page can be read: it is white with ink on it, and nothing runs over the edge")
    void pages() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(documents.content(latest().id()))) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, 40);
                int ink = 0;
                int onEdge = 0;
                for (int x = 0; x < image.getWidth(); x++) {
                    for (int y = 0; y < image.getHeight(); y++) {
                        boolean dark = (image.getRGB(x, y) & 0xff) < 200;
                        ink += dark ? 1 : 0;
                        onEdge += dark && (x < 12 || x > image.getWidth() - 12) ? 1 : 0;
                    }
                }
                assertThat(ink).as("page %d", page + 1).isBetween(200, image.getWidth() * image.getHeight() / 3);
                assertThat(onEdge).as("edges of page %d", page + 1).isZero();
            }
        }
    }

    @Test
    @DisplayName("N10 The letter's mail carries the dossier and the deadline; a further ground brings a new version")
    void mailed() throws IOException {
        assertThat(mailbox.await(data.ownerOf(seal).email(), "enforcement-letter").text()).contains("پیوست این نامه است");
        assertThat(caseFiles.attachment(opened.key(), "deadline.ics", PERSIAN)).get()
            .extracting(Attachment::content).extracting(String::new).asString().contains("BEGIN:VEVENT", "enforcement-");
        Attachment first = caseFiles.attachment(opened.key(), "dossier.pdf", PERSIAN).orElseThrow();
        desk.open(seal.id(), Ground.DISQUALIFIED_BY_POLICE, "نامهٔ شمارهٔ ۱۲/۳۴ پلیس",
            StatedBy.registry("police"));
        Attachment second = caseFiles.attachment(opened.key(), "dossier.pdf", PERSIAN).orElseThrow();
        assertThat(second.content()).isNotEqualTo(first.content());
        try (PDDocument pdf = Loader.loadPDF(second.content())) {
            look(pdf, "further");
            assertThat(new PDFTextStripper().getText(pdf)).contains("رد صلاحیت از سوی پلیس", "۱۲/۳۴", "مرجع بیرونی");
        }
        assertThat(documents.of(opened.key().toString())).hasSize(2);
    }

    @Test
    @DisplayName("N10 A case without complaints has a dossier too, of what was found")
    void withoutComplaints() throws IOException {
        Seal other = data.issuedSeal();
        opened = desk.open(other.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحهٔ http://" + other.domain() + "/shop خالی است",
            StatedBy.staff("officer1"));
        try (PDDocument pdf = Loader.loadPDF(documents.content(latest().id()))) {
            look(pdf, "evidence");
            assertThat(new PDFTextStripper().getText(pdf)).contains("نمایش ندادن کالا", "R25", "کارشناس نظارت",
                "امتیاز منفی ثبت نشده است").doesNotContain("officer1");
        }
    }

    private Document latest() {
        return dossiers.latest(opened).orElseThrow();
    }

    private static Set<String> fonts(PDDocument pdf) throws IOException {
        Set<String> names = new HashSet<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                names.add(page.getResources().getFont(name).getName());
            }
        }
        return names;
    }

    private static void look(PDDocument pdf, String name) throws IOException {
        Files.createDirectories(PICTURES);
        for (int page = 0; page < pdf.getNumberOfPages(); page++) {
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(page, 80), "png",
                PICTURES.resolve("%s-%d.png".formatted(name, page + 1)).toFile());
        }
    }
}
