package org.namad.enforcement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.enforcement.StatedGround;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class OpenCasePageTest {

    private static final String PAGE = "/staff/enforcement/new";
    private static final String EVIDENCE = "صفحهٔ کالا خالی است";

    @Autowired MockMvc http;
    @Autowired EnforcementCases cases;
    @Autowired SealRegister register;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;

    private Seal seal;

    @BeforeEach
    void issue() {
        seal = data.issuedSeal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer1", "supervisor1", "admin"})
    @DisplayName("R25 Staff open a case by hand from any form of the address; the letter goes to the holder")
    void open(String who) throws Exception {
        MockHttpSession staff = signIn(who);
        http.perform(get("/staff").session(staff)).andExpect(content().string(containsString(PAGE)));
        http.perform(get(PAGE).session(staff)).andExpect(status().isOk())
            .andExpect(content().string(containsString("DISQUALIFIED_BY_POLICE")))
            .andExpect(content().string(not(containsString("TOO_MANY_COMPLAINTS"))))
            .andExpect(content().string(not(containsString("WITHDRAWAL_LEVEL"))));

        Object told = send(staff, "https://WWW." + seal.domain() + "/shop?p=1", "PRODUCTS_NOT_SHOWN", EVIDENCE)
            .andExpect(redirectedUrl(PAGE)).andReturn().getFlashMap().get("opened");

        EnforcementCase opened = cases.findByOpenSealId(seal.id()).orElseThrow();
        assertThat(cases.stated(seal.id(), Ground.PRODUCTS_NOT_SHOWN, opened.openedAt())).isTrue();
        assertThat(cases.findWithDossierById(opened.id()).orElseThrow().grounds()).singleElement()
            .returns(StatedBy.staff(who), StatedGround::statedBy);
        assertThat(told).asString().contains(opened.key().toString(), seal.domain());
        assertThat(mailbox.await(data.ownerOf(seal).email(), "enforcement-letter").text()).contains(EVIDENCE);
        http.perform(get(PAGE).session(staff).flashAttr("opened", told))
            .andExpect(content().string(containsString((String) told)))
            .andExpect(content().string(containsString("/camunda/app/tasklist/")));
    }

    @Test
    @DisplayName("R25 A further ground joins the open case; one that it has already is refused, not silently dropped")
    void further() throws Exception {
        MockHttpSession staff = signIn("officer1");
        send(staff, seal.domain(), "PRODUCTS_NOT_SHOWN", EVIDENCE);
        EnforcementCase opened = cases.findByOpenSealId(seal.id()).orElseThrow();
        send(staff, seal.domain(), "DISQUALIFIED_BY_POLICE", "نامهٔ ۱۲")
            .andExpect(flash().attribute("opened", containsString("افزوده شد")));
        assertThat(cases.stated(seal.id(), Ground.DISQUALIFIED_BY_POLICE, opened.openedAt())).isTrue();
        refused(send(staff, seal.domain(), "PRODUCTS_NOT_SHOWN", "باز هم"), "همین دلیل را دارد");
    }

    @Test
    @DisplayName("R25 A site without an issued seal, or whose seal was taken away, is explained and the form kept")
    void noSuchSeal() throws Exception {
        MockHttpSession staff = signIn("officer1");
        refused(send(staff, TestData.domain(), "GOODS_DIFFER", EVIDENCE), "نمادی صادر نشده است")
            .andExpect(content().string(containsString(EVIDENCE)))
            .andExpect(content().string(containsString("value=\"GOODS_DIFFER\" selected")));
        refused(send(staff, "نشانی نیست", "GOODS_DIFFER", EVIDENCE), "نمادی صادر نشده است");
        String pending = TestData.domain();
        register.prepare(data.business(), "در انتظار", pending, "http://" + pending + "/", "clothing");
        refused(send(staff, pending, "GOODS_DIFFER", EVIDENCE), "نمادی صادر نشده است");
        register.revoke(seal.id(), "سلب شد");
        refused(send(staff, seal.domain(), "GOODS_DIFFER", EVIDENCE), "پیش‌تر سلب شده است");
        http.perform(post(PAGE).param("lang", "en").session(staff).with(csrf()).param("site", seal.domain()))
            .andExpect(content().string(containsString("has been revoked")));
        assertThat(cases.findBySealIdOrderByOpenedAtDesc(seal.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GOODS_DIFFER, '  ', بر چه استوار است", "'', دیدم, یکی از دلیل‌ها را", "TOO_MANY_COMPLAINTS, دیدم, یکی از دلیل‌ها را"})
    @DisplayName("R25 Nothing is opened without evidence or without a ground that staff can state")
    void incomplete(String ground, String evidence, String message) throws Exception {
        refused(send(signIn("officer1"), seal.domain(), ground, evidence), message)
            .andExpect(content().string(containsString(seal.domain())));
        assertThat(cases.existsByOpenSealId(seal.id())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "owner1"})
    @DisplayName("R25 Other staff neither find the page nor get in")
    void others(String who) throws Exception {
        MockHttpSession staff = signIn(who);
        http.perform(get("/staff").session(staff)).andExpect(content().string(not(containsString(PAGE))));
        http.perform(get(PAGE).session(staff)).andExpect(status().isForbidden());
        send(staff, seal.domain(), "GOODS_DIFFER", EVIDENCE).andExpect(status().isForbidden());
        assertThat(cases.existsByOpenSealId(seal.id())).isFalse();
    }

    private ResultActions send(MockHttpSession staff, String site, String ground, String evidence) throws Exception {
        return http.perform(post(PAGE).session(staff).with(csrf()).param("site", site).param("ground", ground)
            .param("evidence", evidence));
    }

    private static ResultActions refused(ResultActions sent, String why) throws Exception {
        return sent.andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(why)));
    }

    private MockHttpSession signIn(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", "Namad-demo-1")).andReturn().getRequest().getSession();
    }
}
