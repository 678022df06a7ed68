package org.namad.enforcement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.document.Documents;
import org.namad.document.Drafts;
import org.namad.document.Upload;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.RemedyReport;
import org.namad.enforcement.StatedBy;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class EnforcementPagesTest {

    @Autowired MockMvc pages;
    @Autowired EnforcementDesk desk;
    @Autowired EnforcementCases cases;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired StaffWork staff;
    @Autowired Drafts drafts;
    @Autowired Documents documents;

    private Person owner;
    private long id;
    private String page;

    @BeforeEach
    void open() {
        Seal seal = data.issuedSeal();
        owner = seal.business().owner();
        id = desk.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحهٔ کالا خالی است",
            StatedBy.staff("officer1")).id();
        page = "/panel/enforcement/" + id;
    }

    @Test
    @DisplayName("R25 The holder reads the letter in the panel and replies once")
    void reply() throws Exception {
        pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("صفحهٔ کالا خالی است")))
            .andExpect(content().string(containsString("نمایش ندادن کالا")));
        pages.perform(post(page + "/reply").param("text", "کالاها را گذاشتیم").with(signedIn(owner)).with(csrf()))
            .andExpect(redirectedUrl(page)).andExpect(flash().attribute("message", containsString("دریافت شد")));
        assertThat(cases.get(id).reply()).isEqualTo("کالاها را گذاشتیم");
        pages.perform(get(page).with(signedIn(owner)))
            .andExpect(content().string(containsString("کالاها را گذاشتیم")))
            .andExpect(content().string(not(containsString("<textarea"))));
        pages.perform(post(page + "/reply").param("text", "باز هم").with(signedIn(owner)).with(csrf()))
            .andExpect(flash().attribute("message", containsString("دیگر منتظر")));
        assertThat(cases.get(id).reply()).isEqualTo("کالاها را گذاشتیم");
    }

    @Test
    @DisplayName("R25 An empty or overlong reply is explained, the form kept, nothing written")
    void badReply() throws Exception {
        pages.perform(post(page + "/reply").param("text", "  ").with(signedIn(owner)).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("چیزی ننوشته‌اید")));
        pages.perform(post(page + "/reply").param("text", "ن".repeat(3001)).with(signedIn(owner)).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("کوتاه‌ترش کنید")))
            .andExpect(content().string(containsString("aria-describedby=\"text-reply-hint text-reply-error\"")))
            .andExpect(content().string(containsString("ن".repeat(3001))));
        assertThat(cases.get(id).reply()).isNull();
    }

    @Test
    @DisplayName("Nobody else sees the case: neither another holder nor a visitor")
    void others() throws Exception {
        pages.perform(get(page).with(signedIn(data.person()))).andExpect(status().isNotFound());
        pages.perform(post(page + "/reply").param("text", "…").with(signedIn(data.person())).with(csrf()))
            .andExpect(status().isNotFound());
        pages.perform(get(page)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    @DisplayName("R25 The link of the mail lets the holder reply without signing in, until the deadline")
    void link() throws Exception {
        URI link = URI.create(TestMailbox.button(mailbox.await(owner.email(), "enforcement-letter")));
        String path = link.getPath();
        String query = "?" + link.getQuery();
        pages.perform(get(path + query)).andExpect(status().isOk())
            .andExpect(content().string(containsString("صفحهٔ کالا خالی است")))
            .andExpect(content().string(containsString(path + "/reply?until=")));
        pages.perform(get(path + query + "0")).andExpect(status().is4xxClientError())
            .andExpect(content().string(not(containsString("صفحهٔ کالا خالی است"))));
        pages.perform(post(path + "/reply" + query).param("text", "کالاها را گذاشتیم").with(csrf()))
            .andExpect(redirectedUrl(path + query));
        assertThat(cases.get(id).reply()).isEqualTo("کالاها را گذاشتیم");
        travel.by(Duration.ofDays(11));
        pages.perform(get(path + query)).andExpect(status().is4xxClientError());
    }

    @Test
    @DisplayName("N10 The holder reads the dossier in the panel and by the link; nobody else does")
    void dossier() throws Exception {
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString(page + "/dossier")))
            .andExpect(content().string(containsString("زمان باقی‌مانده: ")))
            .andExpect(content().string(containsString("کارشناس نظارت"))).andExpect(content().string(not(containsString("officer1"))));
        byte[] pdf = pages.perform(get(page + "/dossier").with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().contentType("application/pdf")).andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(pdf, 0, 5)).isEqualTo("%PDF-");
        pages.perform(get(page + "/dossier").with(signedIn(data.person()))).andExpect(status().isNotFound());
        URI link = URI.create(TestMailbox.button(mailbox.await(owner.email(), "enforcement-letter")));
        pages.perform(get(link.getPath() + "/dossier?" + link.getQuery())).andExpect(status().isOk());
        pages.perform(get(link.getPath() + "/dossier?" + link.getQuery() + "0")).andExpect(status().is4xxClientError());
    }

    @Test
    @DisplayName("N10 The holder ticks and comments the checklist and attaches proof; errors keep what was typed")
    void remedy() throws Exception {
        measure("suspend");
        RemedyItem item = cases.findWithDossierById(id).orElseThrow().checklist().get(0);
        String field = "items[" + item.id() + "]";
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString(field + ".done")))
            .andExpect(content().string(containsString("اعتراض به تصمیم")));
        pages.perform(multipart(page + "/remedy").file(new MockMultipartFile("files", "a.txt", null, "متن".getBytes()))
                .param("text", "انجام شد").param(field + ".done", "true").param(field + ".comment", "د".repeat(501))
                .with(signedIn(owner)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("بیش از ۵۰۰ نویسه")))
            .andExpect(content().string(containsString("د".repeat(501)))).andExpect(content().string(containsString("انجام شد</textarea>")));
        assertThat(cases.findWithDossierById(id).orElseThrow().remedies()).isEmpty();
        pages.perform(multipart(page + "/remedy")
                .file(new MockMultipartFile("files", "proof.pdf", null, "%PDF-1.4 proof".getBytes()))
                .param("text", "انجام شد").param(field + ".done", "true").param(field + ".comment", "در صفحهٔ نخست")
                .with(signedIn(owner)).with(csrf()))
            .andExpect(redirectedUrl(page)).andExpect(flash().attribute("message", containsString("دریافت شد")));
        assertThat(cases.findWithDossierById(id).orElseThrow().checklist().get(0))
            .returns(true, RemedyItem::done).returns("در صفحهٔ نخست", RemedyItem::comment);
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString("proof.pdf")))
            .andExpect(content().string(containsString("در صفحهٔ نخست")));
    }

    @Test
    @DisplayName("R25 A file chosen for the reply outlives an error, is shown, can be taken back, and goes with the reply")
    void filesKept() throws Exception {
        String token = UUID.randomUUID().toString();
        pages.perform(multipart(page + "/reply").file(proof("a.pdf")).file(proof("b.pdf")).param("token", token)
                .param("text", "").with(signedIn(owner)).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("چیزی ننوشته‌اید")))
            .andExpect(content().string(containsString("a.pdf"))).andExpect(content().string(containsString(token)));
        long unwanted = drafts.of(token).get(0).id();
        pages.perform(multipart(page + "/reply").param("token", token).param("drop", String.valueOf(unwanted))
                .param("text", "").with(signedIn(owner)).with(csrf()))
            .andExpect(status().isOk()).andExpect(content().string(not(containsString("چیزی ننوشته‌اید"))))
            .andExpect(content().string(not(containsString("a.pdf"))));
        pages.perform(multipart(page + "/reply").param("token", token).param("text", "کالاها را گذاشتیم")
            .with(signedIn(owner)).with(csrf())).andExpect(redirectedUrl(page));
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString("b.pdf")))
            .andExpect(content().string(not(containsString("a.pdf"))));
        assertThat(drafts.of(token)).isEmpty();
    }

    @Test
    @DisplayName("R25 What came with a reply can be opened again, by the holder alone; other papers of the case by nobody")
    void sentFiles() throws Exception {
        pages.perform(multipart(page + "/reply").file(proof("b.pdf")).param("text", "کالاها را گذاشتیم")
            .with(signedIn(owner)).with(csrf())).andExpect(redirectedUrl(page));
        String file = Jsoup.parse(pages.perform(get(page).with(signedIn(owner))).andReturn().getResponse()
            .getContentAsString()).select(".gallery a").attr("href");
        assertThat(file).startsWith(page + "/files/");
        pages.perform(get(file).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string("%PDF-1.4 proof"));
        pages.perform(get(file).with(signedIn(data.person()))).andExpect(status().isNotFound());
        long internal = documents.store("enforcement-" + id, "dossier", new Upload("d.pdf", "%PDF-1.4".getBytes()), null).id();
        pages.perform(get(page + "/files/" + internal).with(signedIn(owner))).andExpect(status().isNotFound());
    }

    private static MockMultipartFile proof(String name) {
        return new MockMultipartFile("files", name, null, "%PDF-1.4 proof".getBytes());
    }

    @Test
    @DisplayName("R26 The holder of a revoked seal appeals once, on the page or by the mail's link")
    void appeal() throws Exception {
        measure("revoke");
        URI link = URI.create(TestMailbox.button(mailbox.await(owner.email(), "enforcement-revoked")));
        String query = "?" + link.getQuery();
        pages.perform(get(link.getPath() + query)).andExpect(content().string(containsString("دلایل اعتراض")));
        pages.perform(post(link.getPath() + "/appeal" + query).param("text", "").with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("چیزی ننوشته‌اید")));
        pages.perform(post(link.getPath() + "/appeal" + query).param("text", "سند دیده نشده").with(csrf()))
            .andExpect(redirectedUrl(link.getPath() + query));
        pages.perform(post(page + "/appeal").param("text", "دوباره").with(signedIn(owner)).with(csrf()))
            .andExpect(flash().attribute("message", containsString("دیگر منتظر")));
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString("سند دیده نشده")))
            .andExpect(content().string(containsString("رسیدگی می‌شود"))).andExpect(content().string(not(containsString("<textarea"))));
    }

    @Test
    @DisplayName("R26 The holder reads a revocation for want of remedy when a second person has confirmed it, not before")
    void revocationConfirmed() throws Exception {
        measure("suspend");
        desk.reportRemedy(id, new RemedyReport("انجام شد", Map.of(), List.of()));
        staff.complete(cases.get(id).key(), "officer1", Map.of("remedyVerdict", "revoke", "remedyReasons", "چیزی ندیدیم"));
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString("این گزارش را بررسی می‌کند")))
            .andExpect(content().string(not(containsString("چیزی ندیدیم"))))
            .andExpect(content().string(not(containsString("نماد سلب شد"))))
            .andExpect(content().string(not(containsString("کارشناس: هنوز کافی نیست"))));
        staff.complete(cases.get(id).key(), "supervisor1", Map.of("revocationConfirmation", "confirm"));
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString("چیزی ندیدیم")))
            .andExpect(content().string(containsString("نفر دوم در ")))
            .andExpect(content().string(containsString("کارشناس: هنوز کافی نیست")))
            .andExpect(content().string(not(containsString("supervisor1"))));
        pages.perform(get(page).param("lang", "en").with(signedIn(owner)))
            .andExpect(content().string(containsString("A second person confirmed this on ")));
    }

    private void measure(String measure) {
        desk.reply(id, "…", List.of());
        staff.complete(cases.get(id).key(), "officer1", Map.of("measure", measure, "reasons", "دلایل"));
        staff.complete(cases.get(id).key(), "supervisor1", Map.of("confirmation", "confirm"));
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(new UsernamePasswordAuthenticationToken(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
