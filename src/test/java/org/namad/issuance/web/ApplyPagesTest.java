package org.namad.issuance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.TaskService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.demo.simulators.Behaviour;
import org.namad.demo.simulators.Simulators;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.Applications;
import org.namad.issuance.Stage;
import org.namad.issuance.Submissions;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class ApplyPagesTest {

    @Autowired MockMvc mvc;
    @Autowired TestData data;
    @Autowired Applications applications;
    @Autowired TimeTravel travel;
    @Autowired TaskService tasks;
    @Autowired SealRegister register;
    @Autowired FiledComplaints complaints;
    @Autowired Simulators simulators;

    private Person applicant;
    private String domain;

    @BeforeEach
    void newcomer() {
        applicant = data.person();
        domain = TestData.domain();
    }

    @Test
    @DisplayName("R11 The questions are open to everybody; a blog hears that it needs no seal before anything is asked")
    void eligibility() throws Exception {
        mvc.perform(get("/apply")).andExpect(status().isOk()).andExpect(content().string(containsString("درگاه پرداخت")));
        mvc.perform(get("/apply").param("answered", "1")).andExpect(status().isOk())
            .andExpect(content().string(containsString("به هر دو پرسش پاسخ دهید")));
        mvc.perform(get("/apply").param("sellsToVisitors", "false")).andExpect(status().isOk())
            .andExpect(content().string(containsString("سایت شما به نماد نیاز ندارد")));
        mvc.perform(get("/apply").param("sellsToVisitors", "true").param("paymentGateway", "false"))
            .andExpect(content().string(containsString("نخست درگاه پرداخت")));
        mvc.perform(get("/apply").param("sellsToVisitors", "true").param("paymentGateway", "true"))
            .andExpect(redirectedUrl("/apply/form?sellsToVisitors=true&paymentGateway=true"));
        mvc.perform(get("/apply/form").param("sellsToVisitors", "true").param("paymentGateway", "true"))
            .andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/apply/form").with(signedIn(applicant))).andExpect(redirectedUrl("/apply"));
        mvc.perform(get("/apply/form").param("sellsToVisitors", "true").param("paymentGateway", "true")
            .with(signedIn(applicant))).andExpect(status().isOk())
            .andExpect(content().string(containsString(TestData.persian(applicant.nationalId().value()))));
    }

    @Test
    @DisplayName("R12, N9 A complete form becomes an application, whose page tells its progress; sent again it stays one")
    void submitted() throws Exception {
        String submission = UUID.randomUUID().toString();
        for (int times = 0; times < 2; times++) {
            send(form(submission).file(png("NATIONAL_CARD")).file(png("BIRTH_CERTIFICATE")))
                .andExpect(redirectedUrlPattern("/panel/applications/*"));
        }
        Application application = onlyOne();
        assertThat(application.domain()).isEqualTo(domain);
        assertThat(application.particulars().licenceNumber()).isEqualTo("123-456");
        assertThat(application.particulars().monthlyTransactions()).isEqualTo(1500);

        String refresh = "http-equiv=\"refresh\"";
        String news = "/panel/applications/" + application.id() + "/progress";
        page(application).andExpect(content().string(containsString(refresh)))
            .andExpect(content().string(containsString(news + "?seen=CHECKS-0-false")));
        mvc.perform(get(news + "?seen=CHECKS-0-false").with(signedIn(applicant))).andExpect(status().isNoContent())
            .andExpect(content().string(""));
        travel.runDueJobs();
        mvc.perform(get(news + "?seen=CHECKS-0-false").with(signedIn(applicant))).andExpect(status().isOk())
            .andExpect(content().string(containsString("/payments/"))).andExpect(content().string(not(containsString("hx-get"))))
            .andExpect(content().string(not(containsString("<html"))));
        page(application).andExpect(content().string(not(containsString(refresh))))
            .andExpect(content().string(not(containsString("hx-get"))))
            .andExpect(content().string(containsString("/payments/" + applications.findById(application.id())
                .orElseThrow().invoiceNumber())))
            .andExpect(content().string(containsString("۱۷۵٬۰۰۰ تومان")));
        Document shown = Jsoup.parse(page(application).andReturn().getResponse().getContentAsString());
        assertThat(shown.select("dl.facts").last().text()).contains("۱٬۵۰۰", application.particulars().title());
        String card = shown.select(".gallery a").first().attr("href");
        mvc.perform(get(card).with(signedIn(applicant))).andExpect(status().isOk()).andExpect(content().bytes(Submissions.PNG));
        mvc.perform(get(card).with(signedIn(data.person()))).andExpect(status().isNotFound());
        mvc.perform(get("/panel/applications/" + application.id()).with(signedIn(data.person())))
            .andExpect(status().isNotFound());
        mvc.perform(post("/panel/applications/" + application.id() + "/check").with(signedIn(applicant)).with(csrf()))
            .andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("R20 Who applies anew for an expired seal that complaints stand against reads until when")
    void blocked() throws Exception {
        Seal expired = register.prepare(data.business(applicant), "پوشاک", domain, "http://" + domain + "/", "clothing");
        register.issue(expired.id(), Period.ZERO);
        complaints.unanswered(expired, 1);
        send(form(UUID.randomUUID().toString()).file(png("NATIONAL_CARD")).file(png("BIRTH_CERTIFICATE")))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(matchesPattern("(?s).*پایان یافته است و تا [۰-۹]+ \\S+ ۱۴[۰-۹]{2} به سبب.*")));
    }

    @Test
    @DisplayName("R12 Wrong checksum, missing and wrong documents, bad address: each is named, the form comes back filled in")
    void mistakes() throws Exception {
        send(form(UUID.randomUUID().toString(), Map.of("kind", "LEGAL", "legalId", "10101010101", "domain", "not a site",
                "phone", "abc", "title", "", "monthlyTransactions", "many"))
            .file(new MockMultipartFile("files[NATIONAL_CARD]", "card.png", "image/png", "<html>".getBytes()))
            .file(png("BIRTH_CERTIFICATE")))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("شناسهٔ ملی شرکت درست نیست")))
            .andExpect(content().string(containsString("این نشانی درست نیست")))
            .andExpect(content().string(containsString("شمارهٔ تلفن درست نیست")))
            .andExpect(content().string(containsString("این فایل نه تصویر است و نه PDF")))
            .andExpect(content().string(containsString("این مدرک را پیوست کنید")))
            .andExpect(content().string(containsString("این را پر کنید")))
            .andExpect(content().string(containsString("value=\"10101010101\"")))
            .andExpect(content().string(containsString("value=\"not a site\"")))
            .andExpect(content().string(containsString("value=\"فروشگاه آزمون\"")));
        assertThat(applications.findByApplicantIdOrderByIdDesc(applicant.id())).isEmpty();
    }

    @Test
    @DisplayName("R12 In English the mistakes are told in English")
    void english() throws Exception {
        send(form(UUID.randomUUID().toString(), Map.of("lang", "en"))).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("Please attach this document.")));
    }

    @Test
    @DisplayName("R28 A second application for the domain is refused in the form")
    void secondApplication() throws Exception {
        send(form(UUID.randomUUID().toString()).file(png("NATIONAL_CARD")).file(png("BIRTH_CERTIFICATE")))
            .andExpect(status().is3xxRedirection());
        send(form(UUID.randomUUID().toString()).file(png("NATIONAL_CARD")).file(png("BIRTH_CERTIFICATE")))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("برای این دامنه درخواستی در جریان است")));
        onlyOne();
    }

    @Test
    @DisplayName("R15 The correction form shows what was submitted and the officer's words, and sends it back to the checks")
    void correction() throws Exception {
        String licence = "L" + applicant.nationalId();
        simulators.registries().answer("licence", licence, Behaviour.UNKNOWN);
        send(form(UUID.randomUUID().toString(), Map.of("licenceNumber", licence)).file(png("NATIONAL_CARD"))
            .file(png("BIRTH_CERTIFICATE"))).andExpect(status().is3xxRedirection());
        travel.runDueJobs();
        Application application = onlyOne();
        String review = tasks.createTaskQuery().processInstanceBusinessKey(application.key().toString()).singleResult()
            .getId();
        tasks.complete(review, Map.of("reviewDecision", "correct", "reviewReason", "شماره پروانه <b>نادرست</b> است"));
        travel.runDueJobs();

        page(application).andExpect(content().string(containsString("شماره پروانه &lt;b&gt;نادرست")));
        String correction = "/panel/applications/" + application.id() + "/correction";
        mvc.perform(get(correction).with(signedIn(applicant))).andExpect(status().isOk())
            .andExpect(content().string(containsString("value=\"" + licence + "\"")))
            .andExpect(content().string(containsString("NATIONAL_CARD.png")));
        mvc.perform(fields(multipart(correction), Map.of("licenceNumber", "")).with(signedIn(applicant)).with(csrf()))
            .andExpect(status().isUnprocessableEntity());
        for (int times = 0; times < 2; times++) {
            mvc.perform(fields(multipart(correction), Map.of()).with(signedIn(applicant)).with(csrf()))
                .andExpect(times == 0 ? redirectedUrl("/panel/applications/" + application.id())
                    : content().string(containsString("دیگر در انتظار اصلاح نیست")));
        }
        assertThat(onlyOne().stage()).isEqualTo(Stage.CHECKS);
    }

    private Application onlyOne() {
        assertThat(applications.findByApplicantIdOrderByIdDesc(applicant.id())).hasSize(1);
        return applications.findByApplicantIdOrderByIdDesc(applicant.id()).get(0);
    }

    private ResultActions page(Application application) throws Exception {
        return mvc.perform(get("/panel/applications/" + application.id()).with(signedIn(applicant)))
            .andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
    }

    private MockMultipartHttpServletRequestBuilder form(String submission) {
        return form(submission, Map.of());
    }

    private MockMultipartHttpServletRequestBuilder form(String submission, Map<String, String> changes) {
        var request = fields(multipart("/apply/form"), changes);
        request.param("submissionId", submission).param("sellsToVisitors", "true").param("paymentGateway", "true");
        return request;
    }

    private MockMultipartHttpServletRequestBuilder fields(MockMultipartHttpServletRequestBuilder request,
            Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>(Map.of("domain", "https://WWW." + domain + "/home",
            "title", "پوشاک آزمون", "activity", "clothing", "kind", "NATURAL", "businessName", "فروشگاه آزمون",
            "licenceNumber", "۱۲۳-۴۵۶", "province", "تهران", "city", "تهران", "address", "خیابان انقلاب",
            "phone", "۰۲۱۶۶۰۰۰۰۰۰"));
        fields.put("monthlyTransactions", "۱٬۵۰۰");
        fields.putAll(changes);
        fields.forEach(request::param);
        return request;
    }

    private static MockMultipartFile png(String purpose) {
        return new MockMultipartFile("files[" + purpose + "]", purpose + ".png", "image/png", Submissions.PNG);
    }

    private ResultActions send(MockMultipartHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedIn(applicant)).with(csrf()));
    }

    private static RequestPostProcessor signedIn(Person person) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
