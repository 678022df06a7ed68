package org.namad.issuance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.demo.simulators.Behaviour;
import org.namad.demo.simulators.Simulators;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.Applications;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.DraftDesk;
import org.namad.issuance.Submissions;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class DraftPagesTest {

    @Autowired MockMvc mvc;
    @Autowired TestData data;
    @Autowired ApplicationDesk desk;
    @Autowired DraftDesk drafts;
    @Autowired Simulators simulators;
    @Autowired StaffWork staff;
    @Autowired Applications applications;
    @Autowired Documents documents;
    @Autowired TimeTravel travel;

    private final String token = UUID.randomUUID().toString();
    private final String form = "/apply/form/" + token;
    private final String domain = TestData.domain();
    private Person applicant;

    @BeforeEach
    void newcomer() {
        applicant = data.person();
    }

    @Test
    @DisplayName("R11 What is typed is kept as it is typed, right or wrong, and offered wherever its owner comes back")
    void savedAsTyped() throws Exception {
        type(Map.of("domain", domain, "title", "نی و نوا")).andExpect(status().isOk())
            .andExpect(header().string("HX-Replace-Url", form))
            .andExpect(content().string(matchesPattern("ذخیره شد، ساعت [۰-۹]{2}:[۰-۹]{2}")));
        type(Map.of("domain", domain, "title", "نی و نوا", "phone", "۰۲۱ هنوز نه", "kind", "LEGAL", "legalId", "12"))
            .andExpect(status().isOk());
        for (String page : List.of("/apply", "/panel")) {
            mvc.perform(get(page).with(signedIn(applicant))).andExpect(content().string(allOf(
                containsString("نی و نوا"), containsString(domain), containsString(form), not(containsString("??")))));
        }
        mvc.perform(get(form).with(signedIn(applicant))).andExpect(status().isOk()).andExpect(content().string(allOf(
            containsString("value=\"نی و نوا\""), containsString("value=\"۰۲۱ هنوز نه\""),
            containsString("value=\"12\""), containsString("ذخیره شد، ساعت"), not(containsString("??")))));
        mvc.perform(get("/apply").with(signedIn(data.person()))).andExpect(content().string(not(containsString(domain))));
    }

    @Test
    @DisplayName("R12 A draft and its documents are their owner's alone, also before staff")
    void ownersOnly() throws Exception {
        choose("NATIONAL_CARD", Submissions.PNG).andExpect(status().isOk());
        Document card = card();
        mvc.perform(get("/documents/" + card.id()).with(signedIn(applicant))).andExpect(status().isOk());
        Person other = data.person();
        mvc.perform(get("/documents/" + card.id()).with(signedIn(other))).andExpect(status().isNotFound());
        mvc.perform(get("/staff/documents/" + card.id()).with(user("officer1").roles("staff", "case-officer")))
            .andExpect(status().isNotFound());
        mvc.perform(get(form).with(signedIn(other))).andExpect(status().isNotFound());
        mvc.perform(htmx(post("/apply/form/save").param("submissionId", token).param("title", "از آنِ من"))
            .with(signedIn(other))).andExpect(status().isNotFound());
        mvc.perform(post(form + "/discard").with(signedIn(other)).with(csrf()));
        assertThat(drafts.find(token, applicant.id())).isPresent();
        mvc.perform(htmx(post("/apply/form/save"))).andExpect(status().isUnauthorized());
    }

    @Test
    @DisplayName("R12 A document is kept the moment it is chosen, shown, replaced, taken back; a wrong one is explained")
    void documents() throws Exception {
        choose("NATIONAL_CARD", Submissions.PNG).andExpect(content().string(allOf(
            containsString("NATIONAL_CARD.png"), containsString("<img"), containsString("۱ کیلوبایت"),
            containsString("ذخیره شد"), not(containsString("??")))));
        Document first = card();
        choose("NATIONAL_CARD", "<html>".getBytes()).andExpect(status().isUnprocessableEntity()).andExpect(
            content().string(allOf(containsString("نه تصویر است و نه PDF"), containsString("/documents/" + first.id()))));
        choose("NATIONAL_CARD", "%PDF-1.4".getBytes()).andExpect(content().string(containsString(">PDF</span>")));
        assertThat(documents.find(first.id())).isEmpty();
        assertThat(drafts.documents(token, applicant.id())).hasSize(1);
        mvc.perform(htmx(post("/apply/form/save?document=NATIONAL_CARD").param("submissionId", token)
            .param("drop", "NATIONAL_CARD")).with(signedIn(applicant))).andExpect(status().isOk());
        assertThat(drafts.documents(token, applicant.id())).isEmpty();
    }

    @Test
    @DisplayName("R12 Without scripts buttons save and take back; an error loses nothing; what is kept goes with the application")
    void withoutScripts() throws Exception {
        send("/apply/form/save", Map.of("title", "پوشاک آزمون"), "NATIONAL_CARD").andExpect(redirectedUrl("/panel"));
        Document card = card();
        send("/apply/form", Map.of("phone", "abc"), "BIRTH_CERTIFICATE").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("شمارهٔ تلفن درست نیست"),
                containsString("NATIONAL_CARD.png"), containsString("BIRTH_CERTIFICATE.png"),
                not(containsString("این مدرک را پیوست کنید")))));
        send("/apply/form/save", Map.of("drop", "BIRTH_CERTIFICATE"), null).andExpect(status().isOk())
            .andExpect(content().string(not(containsString("BIRTH_CERTIFICATE.png"))));
        send("/apply/form", Map.of(), null).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("این مدرک را پیوست کنید")));
        send("/apply/form", Map.of("kind", "NATURAL"), "BIRTH_CERTIFICATE")
            .andExpect(redirectedUrlPattern("/panel/applications/*"));

        Application application = applications.findBySubmissionId(token).orElseThrow();
        assertThat(documents.of(application.key().toString())).extracting(Document::id).contains(card.id()).hasSize(2);
        assertThat(drafts.find(token, applicant.id())).isEmpty();
        // A last change that was still under way, and the page that is still open somewhere.
        type(Map.of("title", "دیرآمده")).andExpect(status().isOk());
        assertThat(drafts.find(token, applicant.id())).isEmpty();
        mvc.perform(get(form).with(signedIn(applicant)))
            .andExpect(redirectedUrl("/panel/applications/" + application.id()));
    }

    @Test
    @DisplayName("R14 The fee is itemised before anything is submitted, with the extra services that are ticked")
    void fee() throws Exception {
        mvc.perform(get("/apply/form?sellsToVisitors=true&paymentGateway=true").with(signedIn(applicant)))
            .andExpect(content().string(allOf(containsString("۱۷۵٬۰۰۰ تومان"), containsString("۲۵٬۰۰۰ تومان"),
                containsString("۶۰٬۰۰۰ تومان"), not(containsString("۲۳۵٬۰۰۰ تومان")))));
        mvc.perform(get("/apply/fee?placementHelp=true").with(signedIn(applicant)))
            .andExpect(content().string(allOf(containsString("۲۳۵٬۰۰۰ تومان"), not(containsString("۲۵٬۰۰۰ تومان")))));
        mvc.perform(get("/apply/fee?placementHelp=true&postalValidation=true&lang=en").with(signedIn(applicant)))
            .andExpect(content().string(containsString("260,000 toman")));
    }

    @Test
    @DisplayName("R12 Its owner discards a draft; one that nobody comes back to is forgotten after 90 days, documents and all")
    void forgotten() throws Exception {
        choose("NATIONAL_CARD", Submissions.PNG);
        Document card = card();
        mvc.perform(post(form + "/discard").with(signedIn(applicant)).with(csrf())).andExpect(redirectedUrl("/apply"));
        assertThat(drafts.find(token, applicant.id())).isEmpty();
        assertThat(documents.find(card.id())).isEmpty();

        choose("NATIONAL_CARD", Submissions.PNG);
        card = card();
        travel.by(Duration.ofDays(89));
        drafts.sweep();
        assertThat(drafts.ofOwner(applicant.id())).hasSize(1);
        travel.by(Duration.ofDays(2));
        assertThat(drafts.ofOwner(applicant.id())).isEmpty();
        drafts.sweep();
        assertThat(drafts.find(token, applicant.id())).isEmpty();
        assertThat(documents.find(card.id())).isEmpty();
    }

    @Test
    @DisplayName("R12 One person has ten unfinished applications at most; what is typed into another stays on its page")
    void notTooMany() throws Exception {
        List<String> tokens = Stream.generate(() -> UUID.randomUUID().toString()).limit(DraftDesk.MOST).toList();
        tokens.forEach(other -> drafts.save(other, null, applicant.id(), Map.of("title", "پیشین"), List.of(), List.of()));
        type(Map.of("title", "یازدهمی")).andExpect(status().isOk()).andExpect(header().doesNotExist("HX-Replace-Url"))
            .andExpect(content().string(containsString("ذخیره نشد")));
        choose("NATIONAL_CARD", Submissions.PNG).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("این فایل نگه داشته نشد")));
        for (String address : List.of("/apply/form", "/apply/form/save")) {
            send(address, Map.of("title", "یازدهمی"), "NATIONAL_CARD").andExpect(content().string(allOf(
                containsString("value=\"یازدهمی\""), containsString("ذخیره نشد"), not(containsString("??")))));
        }
        assertThat(drafts.find(token, applicant.id())).isEmpty();
        mvc.perform(get("/apply/form?sellsToVisitors=true&paymentGateway=true").with(signedIn(applicant)))
            .andExpect(redirectedUrl("/apply"));
        mvc.perform(get("/apply").with(signedIn(applicant))).andExpect(content().string(allOf(
            containsString("۱۰ درخواست نیمه‌کاره"), not(containsString("name=\"answered\"")))));
        // One of those that there are is kept as ever, and whoever discards one has room again.
        drafts.save(tokens.get(0), null, applicant.id(), Map.of("title", "ادامه"), List.of(), List.of());
        drafts.discard(tokens.get(1), applicant.id());
        type(Map.of("title", "یازدهمی")).andExpect(content().string(containsString("ذخیره شد")));
    }

    @Test
    @DisplayName("R15 A correction is kept as it is typed, too: a new document waits until it is sent and can be taken back")
    void correction() throws Exception {
        String licence = "L" + applicant.nationalId();
        simulators.registries().answer("licence", licence, Behaviour.UNKNOWN);
        Application application = desk.submit(Submissions.of(applicant, domain, "clothing", licence),
            Submissions.documents(Business.Kind.NATURAL));
        travel.runDueJobs();
        staff.complete(application.key(), "officer1",
            Map.of("reviewDecision", "correct", "reviewReason", "شمارهٔ پروانه نادرست است."));
        String correction = "/panel/applications/" + application.id() + "/correction";
        mvc.perform(htmx(multipart(correction + "/save?document=NATIONAL_CARD")
            .file(new MockMultipartFile("files[NATIONAL_CARD]", "new-card.png", null, Submissions.PNG))
            .param("licenceNumber", "۹۸۷").param("submissionId", token)).with(signedIn(applicant)))
            .andExpect(status().isOk()).andExpect(header().doesNotExist("HX-Replace-Url"))
            .andExpect(content().string(containsString("new-card.png")));
        mvc.perform(get(correction).with(signedIn(applicant))).andExpect(content().string(allOf(
            containsString("value=\"۹۸۷\""), containsString("new-card.png"),
            containsString("BIRTH_CERTIFICATE.png"), containsString("پیش‌تر فرستاده‌اید"), not(containsString("??")))));
        mvc.perform(get("/apply").with(signedIn(applicant))).andExpect(content().string(not(containsString("۹۸۷"))));
        mvc.perform(htmx(post(correction + "/save")).with(signedIn(data.person()))).andExpect(status().isNotFound());

        send(correction, Map.of("licenceNumber", "12345"), null)
            .andExpect(redirectedUrl("/panel/applications/" + application.id()));
        assertThat(desk.documents(application)).extracting(Document::fileName)
            .containsExactlyInAnyOrder("new-card.png", "BIRTH_CERTIFICATE.png");
        assertThat(applications.findById(application.id()).orElseThrow().particulars().licenceNumber())
            .isEqualTo("12345");
        assertThat(drafts.find(DraftDesk.tokenOfCorrection(application.id(), applicant.id()), applicant.id())).isEmpty();
    }

    private Document card() {
        return drafts.documents(token, applicant.id()).get(DocumentPurpose.NATIONAL_CARD);
    }

    private ResultActions type(Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/apply/form/save").param("submissionId", token)
            .param("sellsToVisitors", "true").param("paymentGateway", "true");
        fields.forEach(request::param);
        return mvc.perform(htmx(request).with(signedIn(applicant)));
    }

    private ResultActions choose(String purpose, byte[] content) throws Exception {
        return mvc.perform(htmx(multipart("/apply/form/save?document=" + purpose)
            .file(new MockMultipartFile("files[" + purpose + "]", purpose + ".png", null, content))
            .param("submissionId", token)).with(signedIn(applicant)));
    }

    private ResultActions send(String address, Map<String, String> changes, String purpose) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(address);
        if (purpose != null) {
            request.file(new MockMultipartFile("files[" + purpose + "]", purpose + ".png", null, Submissions.PNG));
        }
        Map<String, String> fields = new HashMap<>(Map.of("submissionId", token, "sellsToVisitors", "true",
            "paymentGateway", "true", "domain", domain, "title", "پوشاک آزمون", "activity", "clothing",
            "businessName", "فروشگاه آزمون", "licenceNumber", "۱۲۳-۴۵۶", "province", "تهران", "city", "تهران"));
        fields.putAll(Map.of("address", "خیابان انقلاب", "phone", "۰۲۱۶۶۰۰۰۰۰۰"));
        fields.putAll(changes);
        fields.forEach(request::param);
        return mvc.perform(request.with(signedIn(applicant)).with(csrf()));
    }

    private static <B extends MockHttpServletRequestBuilder> B htmx(B request) {
        request.header("HX-Request", "true").with(csrf());
        return request;
    }

    private static RequestPostProcessor signedIn(Person person) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
