package org.namad.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class PublicNarrativeTest {

    @Autowired MockMvc pages;
    @Autowired ComplaintDesk desk;
    @Autowired TestData data;

    @Test
    @DisplayName("R29 With consent everyone reads the redacted narrative, objection and answer; what was hidden is named")
    void withConsent() throws Exception {
        Seal seal = data.issuedSeal();
        Complaint complaint = file(seal, true);
        desk.answer(complaint.id(), "خانم احمدی، به ۰۹۱۲۱۲۳۴۵۶۷ زنگ زدیم و فاکتور F-9070 را فرستادیم");
        desk.dispute(complaint.id(), "به sara@mail.example هم چیزی نیامد");
        String profile = profile(seal);
        assertThat(profile).contains("سه هفته است که نرسیده", "نام پنهان شد، به تلفن پنهان شد زنگ زدیم",
            "شماره پنهان شد را فرستادیم", "به ایمیل پنهان شد هم چیزی نیامد");
        assertThat(profile).doesNotContain("احمدی،").doesNotContain("۰۹۱۲").doesNotContain("F-9070").doesNotContain("sara@");
    }

    @Test
    @DisplayName("R29 Without consent everyone reads the reason and the answer, not a word of the consumer")
    void withoutConsent() throws Exception {
        Seal seal = data.issuedSeal();
        Complaint complaint = file(seal, false);
        desk.answer(complaint.id(), "فرستادیم");
        desk.dispute(complaint.id(), "به دستم نرسید");
        assertThat(profile(seal)).contains("خریدار نخواسته است", "فرستادیم", "کالا یا خدمت تحویل نشده است")
            .doesNotContain("سه هفته").doesNotContain("به دستم");
    }

    private Complaint file(Seal seal, boolean consent) {
        return desk.register(new NewComplaint(data.person().id(), seal.domain(), "F-9070", null,
            ComplaintReason.NOT_DELIVERED, "سه هفته است که نرسیده. تلفنم ۰۹۱۲۱۲۳۴۵۶۷", null, consent, List.of()));
    }

    private String profile(Seal seal) throws Exception {
        return Jsoup.parse(pages.perform(get("/profile?id={id}&Code={code}", seal.id(), seal.code()))
            .andExpect(status().isOk()).andReturn().getResponse().getContentAsString()).select("article").text();
    }
}
