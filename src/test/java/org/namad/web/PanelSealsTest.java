package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.Papers;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class PanelSealsTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    FiledComplaints filed;
    @Autowired
    ComplaintDesk desk;
    @Autowired
    SealRegister register;

    private Panels panels;
    private Seal seal;
    private Person owner;
    private String address;

    @BeforeEach
    void shop() {
        panels = new Panels(http);
        seal = data.issuedSeal();
        owner = seal.business().owner();
        address = "/panel/seals/" + seal.id();
    }

    @Test
    @DisplayName("R3 R16 N6 A seal has a page with its record, its ledger, its complaints and its snippet")
    void seal() throws Exception {
        Complaint open = desk.register(new NewComplaint(data.person().id(), seal.domain(), "F-17", null,
            ComplaintReason.NOT_DELIVERED, "سفارش هنوز نرسیده است.", null));
        filed.settled(seal);
        Document page = panels.page(owner, address);
        assertThat(page.select("#unanswered, #points")).hasSize(2);
        assertThat(page.select("pre").text()).contains("referrerpolicy='origin'", seal.code());
        assertThat(page.select("table a").eachAttr("href")).hasSize(2).contains("/panel/complaints/" + open.id());
        assertThat(page.select("table .left[data-until]")).hasSize(1);
        assertThat(panels.page(owner, "/panel/seals").select("h2 a").eachAttr("href")).containsExactly(address);
    }

    @Test
    @DisplayName("N11 The page previews the renewal: automatic without complaints, else why and until when it is blocked")
    void renewalPreview() throws Exception {
        assertThat(panels.page(owner, address).select("#renewal").text())
            .contains("خودکار برای دو سال تمدید می‌شود", "شکایتی از فروشگاه شما ثبت نشده است");
        filed.ruled(seal, true);
        assertThat(panels.page(owner, address).select("#renewal").text())
            .contains("نماد تمدید نمی‌شود", "وارد شناخته شده است", "مانع تمدید هستند");
        register.revoke(seal.id(), "آزمایش");
        assertThat(panels.page(owner, address).select("#renewal")).isEmpty();
    }

    @Test
    @DisplayName("Nobody else sees a seal's page or gets its certificate")
    void foreign() throws Exception {
        for (String path : List.of(address, address + "/certificate.pdf", "/panel/seals/999999999")) {
            panels.open(data.person(), path).andExpect(status().isNotFound());
        }
        assertThat(panels.page(data.person(), "/panel/seals").text()).doesNotContain(seal.domain());
    }

    @Test
    @DisplayName("N14 The certificate names holder, domain and term in either language; its QR code carries the signed profile")
    void certificate() throws Exception {
        byte[] persian = pdf(address + "/certificate.pdf?lang=fa");
        assertThat(Papers.read(persian, "certificate-fa")).contains("گواهی نماد", seal.title(), seal.domain(),
            owner.fullName(), seal.id().toString());
        assertThat(scan(persian)).startsWith(Snippet.profileUrl(seal, "")).matches(".*#[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(Papers.read(pdf(address + "/certificate.pdf?lang=en"), "certificate-en"))
            .contains("Certificate of the seal", seal.domain(), "can be checked offline");
        register.license(seal.id(), "1405-73");
        assertThat(Papers.read(pdf(address + "/certificate.pdf?lang=fa"), "certificate-licence")).contains("1405-73");
        Seal ofCompany = data.issuedSeal(data.company());
        owner = ofCompany.business().owner();
        assertThat(Papers.read(pdf("/panel/seals/" + ofCompany.id() + "/certificate.pdf?lang=fa"), "certificate-company"))
            .contains(ofCompany.business().legalId());
    }

    @Test
    @DisplayName("R26 A suspended seal has no certificate and its page says why; a reinstated one has it again")
    void suspended() throws Exception {
        assertThat(panels.page(owner, address).select("a[href$=certificate.pdf]")).hasSize(1);
        register.suspend(seal.id(), "آزمایش");
        panels.open(owner, address + "/certificate.pdf").andExpect(redirectedUrl(address));
        assertThat(panels.page(owner, address).select("a[href$=certificate.pdf]")).isEmpty();
        assertThat(panels.page(owner, address).select("#no-certificate").text()).contains("تا رفع تعلیق");
        register.reinstate(seal.id());
        pdf(address + "/certificate.pdf");
    }

    private byte[] pdf(String path) throws Exception {
        return panels.open(owner, path).andExpect(status().isOk())
            .andExpect(content().contentType(MediaType.APPLICATION_PDF)).andReturn().getResponse()
            .getContentAsByteArray();
    }

    /** What a telephone reads off the printed page, without the host. */
    private static String scan(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var page = new PDFRenderer(document).renderImageWithDPI(0, 300);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                Map.of(DecodeHintType.TRY_HARDER, true)).getText()
                .replaceFirst("https?://[^/]+", "");
        }
    }
}
