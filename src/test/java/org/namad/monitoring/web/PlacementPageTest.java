package org.namad.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.demo.simulators.Simulators;
import org.namad.engine.TimeTravel;
import org.namad.monitoring.Fault;
import org.namad.monitoring.NotExamined;
import org.namad.monitoring.PlacementDoctor;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

@NamadTest
class PlacementPageTest {

    @Autowired MockMvc pages;
    @Autowired TestData data;
    @Autowired Simulators simulators;
    @Autowired MessageSource messages;
    @Autowired TimeTravel travel;
    @Value("${namad.base-url}") String baseUrl;

    private Seal seal;
    private Person owner;
    private String page;

    @BeforeEach
    void seal() {
        seal = data.issuedSeal();
        owner = data.ownerOf(seal);
        page = "/panel/seals/" + seal.id() + "/placement";
    }

    @Test
    @DisplayName("N1 The owner finds the page on the panel; it proposes the home page")
    void asked() throws Exception {
        pages.perform(get("/panel/seals/" + seal.id()).with(signedIn(owner))).andExpect(content().string(containsString(page)));
        pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("value=\"" + seal.url() + "\"")));
    }

    @Test
    @DisplayName("N1 The fault is named with its evidence, why it matters, and the snippet that is right, in both languages")
    void faulty() throws Exception {
        String noreferrer = Snippet.of(seal, baseUrl).replace("<a ", "<a rel='noreferrer' ");
        simulators.shops().place(seal.domain(), noreferrer);
        examine("/about").andExpect(status().isOk()).andExpect(content().string(allOf(
            containsString("data-fault=\"REFERRER_SUPPRESSED\""), containsString("یک ایراد پیدا شد"),
            containsString("http://" + seal.domain() + "/about"), containsString("rel=&quot;noreferrer&quot;"),
            containsString("واژه noreferrer را از rel همان پیوند بردارید"),
            containsString(messages.getMessage("monitoring.why.REFERRER_SUPPRESSED", null, Locale.forLanguageTag("fa"))),
            containsString(HtmlUtils.htmlEscape(Snippet.of(seal, baseUrl))))));
        pages.perform(post(page).param("address", "").param("lang", "en").with(signedIn(owner)).with(csrf()))
            .andExpect(content().string(allOf(containsString("One thing is wrong"),
                containsString("Why it matters"), containsString("The right code"))));
    }

    @Test
    @DisplayName("N1 A page that says that it is in English gets the snippet in English")
    void englishPage() throws Exception {
        simulators.shops().serve(seal.domain(), "<html lang=en-GB><p>Welcome</p></html>");
        examine("").andExpect(content().string(allOf(containsString("صفحه شما به زبان انگلیسی است"),
            containsString(HtmlUtils.htmlEscape(Snippet.inEnglish(seal, baseUrl))))));
        simulators.shops().serve(seal.domain(), "<html lang=fa><p>خوش آمدید</p></html>");
        examine("").andExpect(content().string(allOf(not(containsString("به زبان انگلیسی")),
            containsString(HtmlUtils.htmlEscape(Snippet.of(seal, baseUrl))))));
    }

    @Test
    @DisplayName("N1 An address longer than any browser takes is refused")
    void tooLong() throws Exception {
        examine("/" + "a".repeat(2000)).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("این نشانی یک صفحه در اینترنت نیست")));
    }

    @Test
    @DisplayName("N1 A seal in place is confirmed, with nothing to correct")
    void placed() throws Exception {
        simulators.shops().place(seal.domain(), Snippet.of(seal, baseUrl));
        examine(seal.url()).andExpect(status().isOk()).andExpect(content().string(allOf(
            containsString("data-fault=\"NONE\""), containsString("همه چیز درست است"), not(containsString("کد درست")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/camunda", "http://localhost/", "http://169.254.169.254/", "file:///etc/passwd",
        "نشانی ندارم"})
    @DisplayName("N1 A bad or internal address is refused without a visit; what was typed is kept")
    void badAddress(String address) throws Exception {
        examine(address).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
            containsString("این نشانی یک صفحه در اینترنت نیست"), containsString("value=\"" + address + "\""),
            not(containsString("data-fault")))));
    }

    @Test
    @DisplayName("N1 A page of another site is refused; R16 so is a site that leads into an internal network")
    void elsewhere() throws Exception {
        examine("https://elsewhere.example/").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("این صفحه از سایت " + seal.domain() + " نیست")));
        simulators.shops().redirect(seal.domain(), "file:///etc/passwd");
        examine("").andExpect(status().isOk())
            .andExpect(content().string(containsString("data-fault=\"ADDRESS_REFUSED\"")));
    }

    @Test
    @DisplayName("N1 Nobody can make Namad ask a site without end")
    void tooOften() throws Exception {
        for (int i = 0; i < PlacementDoctor.PAGES; i++) {
            examine("/" + i).andExpect(status().isOk());
        }
        examine("/more").andExpect(status().isTooManyRequests()).andExpect(content().string(allOf(
            containsString("value=\"/more\""), containsString("۱ دقیقه صبر کنید"))));
        travel.by(PlacementDoctor.PAUSE);
        examine("/more").andExpect(status().isOk());
    }

    @Test
    @DisplayName("N1 The page of somebody else's seal is not there")
    void foreign() throws Exception {
        Person other = data.ownerOf(data.issuedSeal());
        pages.perform(get(page).with(signedIn(other))).andExpect(status().isNotFound());
        pages.perform(post(page).with(signedIn(other)).with(csrf())).andExpect(status().isNotFound());
        pages.perform(get("/panel/seals/999999999/placement").with(signedIn(owner))).andExpect(status().isNotFound());
        pages.perform(get(page)).andExpect(redirectedUrl("/sign-in"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @DisplayName("N1 Of every fault it is told why it matters, in both languages; N2 never as a forgery")
    void why(Fault fault) {
        assertThat(messages.getMessage("monitoring.why." + fault, null, Locale.forLanguageTag("fa")))
            .isNotBlank().doesNotContain("جعل");
        assertThat(messages.getMessage("monitoring.why." + fault, null, Locale.ENGLISH))
            .isNotBlank().doesNotContainIgnoringCase("forge");
    }

    @ParameterizedTest
    @EnumSource(NotExamined.Reason.class)
    @DisplayName("N1 Every refusal is explained in both languages")
    void refusals(NotExamined.Reason reason) {
        Object[] facts = {"shop.example", 10L};
        for (String language : new String[] {"fa", "en"}) {
            assertThat(messages.getMessage("monitoring.doctor.refused." + reason, facts, Locale.forLanguageTag(language)))
                .isNotBlank().doesNotContain("{");
        }
    }

    private ResultActions examine(String address) throws Exception {
        return pages.perform(post(page).param("address", address).with(signedIn(owner)).with(csrf()));
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(new UsernamePasswordAuthenticationToken(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
