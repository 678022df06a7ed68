package org.namad.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.demo.ReceivedMail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@NamadTest
class SignInTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger(871_000_000);

    @Autowired SignIn signIn;
    @Autowired People people;
    @Autowired SignedLinks links;
    @Autowired TestMailbox mailbox;
    @Autowired NamadClock clock;
    @Autowired WebApplicationContext context;

    private final NationalId nationalId = newNationalId();
    private final String email = "p" + nationalId + "@sign-in.example";
    private final String network = "net-" + nationalId;
    private MockMvc mvc;

    @BeforeEach
    void browser() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    @DisplayName("The code from the mail signs its reader in, once")
    void code() {
        register();
        Challenge challenge = signIn.ask(nationalId, network);
        String code = code("sign-in-code");

        assertThat(signIn.confirm(challenge, code).nationalId()).isEqualTo(nationalId);
        assertRefused(CodeRefused.Reason.OVER, challenge, code);
    }

    @Test
    @DisplayName("A code expires after five minutes")
    void expires() {
        register();
        Challenge challenge = signIn.ask(nationalId, network);
        String code = code("sign-in-code");
        clock.moveBy(Duration.ofMinutes(5));

        assertRefused(CodeRefused.Reason.OVER, challenge, code);
    }

    @Test
    @DisplayName("After five wrong tries the right code is refused, too")
    void wrongFiveTimes() {
        register();
        Challenge challenge = signIn.ask(nationalId, network);
        String code = code("sign-in-code");
        for (int i = 0; i < 5; i++) {
            assertRefused(CodeRefused.Reason.WRONG, challenge, "wrong" + i);
        }

        assertRefused(CodeRefused.Reason.OVER, challenge, code);
    }

    @Test
    @DisplayName("A code of one request does not fit another")
    void otherRequest() {
        register();
        signIn.ask(nationalId, network);
        String code = code("sign-in-code");
        Challenge other = signIn.ask(nationalId, network);
        mailbox.await(email, "sign-in-code", 2);

        assertThatThrownBy(() -> signIn.confirm(other, code)).isInstanceOf(CodeRefused.class);
    }

    @Test
    @DisplayName("Nobody can ask for more than five codes for a national ID in a quarter of an hour, registered or not")
    void tooMany() {
        for (int i = 0; i < 5; i++) {
            signIn.ask(nationalId, network);
        }

        assertThatThrownBy(() -> signIn.ask(nationalId, "another network")).isInstanceOf(TooManyCodes.class);
        clock.moveBy(Duration.ofMinutes(15));
        signIn.ask(nationalId, network);
    }

    @Test
    @DisplayName("Sign-in looks the same whether the national ID is registered or not")
    void revealsNothing() throws Exception {
        register();
        assertThat(answersTo(nationalId)).isEqualTo(answersTo(newNationalId()));
    }

    @Test
    @DisplayName("R4 Registration refuses what is no national ID, date or address, and keeps the rest of the form")
    void invalidRegistration() throws Exception {
        mvc.perform(post("/register").with(csrf()).param("nationalId", "1111111111").param("fullName", "سارا محمدی")
                .param("birthDate", "1365/13/40").param("email", "nobody").param("mobile", "12").param("language", "fa"))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("سارا محمدی")))
            .andExpect(content().string(containsString("این کد ملی درست نیست")))
            .andExpect(content().string(containsString("این تاریخ درست نیست")))
            .andExpect(content().string(containsString("این نشانی ایمیل درست نیست")))
            .andExpect(content().string(containsString("شمارهٔ تلفن همراه یازده رقم")));
    }

    @Test
    @DisplayName("Somebody new registers with a Jalali birth date and Persian digits, is signed in, and comes where they wanted")
    void registration() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get("/register").param("next", "/complaints/new?domain=shop.example").session(session))
            .andExpect(status().isOk());
        mvc.perform(post("/register").with(csrf()).session(session).param("nationalId", nationalId.value())
                .param("fullName", "سارا محمدی").param("birthDate", "۱۳۶۵/۰۴/۱۲").param("email", email)
                .param("mobile", "۰۹۱۲۳۴۵۶۷۸۹").param("language", "fa"))
            .andExpect(redirectedUrl("/register/code"));
        assertThat(people.findByNationalId(nationalId.value())).as("before the code").isEmpty();
        mvc.perform(post("/register/code").with(csrf()).session(session).param("code", code("registration-code")))
            .andExpect(redirectedUrl("/complaints/new?domain=shop.example"));

        Person person = people.findByNationalId(nationalId.value()).orElseThrow();
        assertThat(person.birthDate()).isEqualTo(LocalDate.of(1986, 7, 3));
        assertThat(person.mobile()).isEqualTo("09123456789");
        mvc.perform(get("/").session(session)).andExpect(content().string(containsString("سارا محمدی")));
        mvc.perform(post("/sign-out").with(csrf()).session(session)).andExpect(redirectedUrl("/"));
        mvc.perform(get("/panel").session(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    @DisplayName("The sign-in page says in the reader's language why one is there")
    void why() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get("/panel").accept(MediaType.TEXT_HTML).session(session).with(request -> {
            request.setRequestedSessionId("long-gone");
            request.setRequestedSessionIdValid(false);
            return request;
        })).andExpect(redirectedUrl("/sign-in?over"));
        mvc.perform(get("/sign-in?over").session(session)).andExpect(content().string(allOf(
            containsString("زمان نشست شما تمام شده است"), containsString("همین که وارد شوید، به همان صفحه می‌روید"))));
        mvc.perform(get("/sign-in?ended&lang=en")).andExpect(content().string(allOf(
            containsString("Your sessions were ended from elsewhere"), not(containsString("The page that you asked for")))));
    }

    @Test
    @DisplayName("Who is registered already gets a mail that says so, and no second record")
    void registeredAlready() {
        register();
        signIn.askToRegister(newcomer("somebody-else@sign-in.example"), network);

        mailbox.await(email, "already-registered");
        assertThat(mailbox.all("somebody-else@sign-in.example")).isEmpty();
    }

    @Test
    @DisplayName("After sign-in nobody is led to another site")
    void noOpenRedirect() throws Exception {
        register();
        for (String elsewhere : new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example"}) {
            MockHttpSession session = new MockHttpSession();
            mvc.perform(get("/sign-in").param("next", elsewhere).session(session)).andExpect(status().isOk());
            assertThat(session.getAttribute("NAMAD_NEXT")).as(elsewhere).isNull();
        }
    }

    @Test
    @DisplayName("A link from a mail that has expired or was altered leads to a page that says what to do")
    void refusedLinks() throws Exception {
        String path = "/answer/letters/1";
        String expired = links.sign(path, clock.instant()).replaceFirst("^https?://[^/]+", "");

        mvc.perform(get(URI.create(expired))).andExpect(status().isGone())
            .andExpect(content().string(containsString("مهلت این پیوند به پایان رسیده است")));
        mvc.perform(get(URI.create(expired + "x")).param("lang", "en")).andExpect(status().isForbidden())
            .andExpect(content().string(containsString("This link does not open")));
    }

    private String answersTo(NationalId asked) throws Exception {
        MockHttpSession session = new MockHttpSession();
        String first = mvc.perform(post("/sign-in").with(csrf()).session(session).param("nationalId", asked.value()))
            .andExpect(redirectedUrl("/sign-in/code")).andReturn().getResponse().getContentAsString();
        String second = mvc.perform(get("/sign-in/code").session(session)).andReturn().getResponse()
            .getContentAsString();
        String third = mvc.perform(post("/sign-in/code").with(csrf()).session(session).param("code", "wrong"))
            .andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString();
        return (first + second + third).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private void register() {
        people.save(new Person(nationalId, "سارا محمدی", LocalDate.of(1986, 7, 3), email, null, "fa",
            clock.instant()));
    }

    private NewPerson newcomer(String address) {
        return new NewPerson(nationalId.value(), "سارا محمدی", LocalDate.of(1986, 7, 3), address, null, "fa");
    }

    private void assertRefused(CodeRefused.Reason reason, Challenge challenge, String code) {
        assertThatThrownBy(() -> signIn.confirm(challenge, code))
            .isInstanceOfSatisfying(CodeRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String code(String template) {
        ReceivedMail mail = mailbox.await(email, template);
        Matcher code = Pattern.compile("\\b\\d{6}\\b").matcher(mail.text());
        assertThat(code.find()).as("a code in %s", mail.text()).isTrue();
        return code.group();
    }

    private static NationalId newNationalId() {
        String digits = String.valueOf(PEOPLE.incrementAndGet());
        for (int check = 0; check < 10; check++) {
            if (NationalId.isValid(digits + check)) {
                return new NationalId(digits + check);
            }
        }
        throw new IllegalStateException("some check digit fits " + digits);
    }
}
