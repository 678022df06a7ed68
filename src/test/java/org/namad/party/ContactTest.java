package org.namad.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.trail.ChangeEntry;
import org.namad.trail.Changes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class ContactTest {

    private static final String PAGE = "/panel/me/contact";

    @Autowired MockMvc pages;
    @Autowired People people;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired NamadClock clock;
    @Autowired Changes changes;

    private final MockHttpSession browser = new MockHttpSession();
    private Person person;
    private String newEmail;

    @BeforeEach
    void signIn() {
        person = data.person();
        newEmail = "new-" + person.email();
    }

    @Test
    @DisplayName("A new e-mail address counts once the code sent to it is entered; the former one is told")
    void email() throws Exception {
        send(PAGE + "/email", "email", newEmail).andExpect(redirectedUrl(PAGE + "/email"));
        assertThat(now().email()).isEqualTo(person.email());
        assertThat(mailbox.of(person.email(), "email-code")).isEmpty();
        pages.perform(get(PAGE + "/email").session(browser).with(signedIn(person)))
            .andExpect(content().string(containsString(newEmail)));
        send(PAGE + "/email/code", "code", "000000x").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("این کد درست نیست")));
        assertThat(now().email()).isEqualTo(person.email());

        send(PAGE + "/email/code", "code", code()).andExpect(redirectedUrl(PAGE));
        assertThat(now().email()).isEqualTo(newEmail);
        assertThat(mailbox.await(person.email(), "email-changed").text()).contains("n…@mail.example")
            .doesNotContain(newEmail);
        ChangeEntry line = changes.findByCaseKeyOrderByIdDesc("person-" + person.id(), PageRequest.of(0, 5))
            .getContent().stream().filter(change -> change.field().equals("email")).findFirst().orElseThrow();
        assertThat(line.actor().name()).isEqualTo("person-" + person.id());
        // Whoever is signed in elsewhere, perhaps by a mail to the former address, is so no more.
        pages.perform(get(PAGE).with(signedIn(person))).andExpect(redirectedUrl("/sign-in?ended"));
        pages.perform(get(PAGE).session(browser)).andExpect(status().isOk())
            .andExpect(content().string(containsString(newEmail)));
        // What was sent to the former address stays with its reader.
        pages.perform(get("/panel/messages").session(browser))
            .andExpect(content().string(containsString("نشانی ایمیل شما در نماد عوض شد")));
        pages.perform(post(PAGE + "/email/code").param("code", code()).session(browser).with(csrf()))
            .andExpect(redirectedUrl(PAGE));
    }

    @Test
    @DisplayName("The code is over after five minutes, after five wrong tries, and for whoever else signs in there")
    void codeOver() throws Exception {
        send(PAGE + "/email", "email", newEmail);
        pages.perform(post(PAGE + "/email/code").param("code", code()).session(browser)
            .with(signedIn(data.person())).with(csrf())).andExpect(redirectedUrl(PAGE));
        for (int i = 0; i < 5; i++) {
            send(PAGE + "/email/code", "code", "wrong").andExpect(status().isUnprocessableEntity());
        }
        send(PAGE + "/email/code", "code", code()).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("دیگر معتبر نیست")));
        send(PAGE + "/email", "email", newEmail);
        mailbox.await(newEmail, "email-code", 2);
        clock.moveBy(Duration.ofMinutes(5));
        send(PAGE + "/email/code", "code", code()).andExpect(status().isUnprocessableEntity());
        assertThat(now().email()).isEqualTo(person.email());
    }

    @Test
    @DisplayName("What is no address, or the present one, is refused; nobody can have mails sent without end")
    void refused() throws Exception {
        for (String typed : new String[] {"", "no address", person.email().toUpperCase()}) {
            send(PAGE + "/email", "email", typed).andExpect(status().isUnprocessableEntity());
        }
        for (int i = 0; i < 5; i++) {
            send(PAGE + "/email", "email", newEmail).andExpect(redirectedUrl(PAGE + "/email"));
        }
        send(PAGE + "/email", "email", newEmail).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("۱۵")));
    }

    @Test
    @DisplayName("Whoever ends all other sessions stays signed in, and is so nowhere else")
    void otherSessions() throws Exception {
        pages.perform(get("/panel/me").session(browser).with(signedIn(person)))
            .andExpect(content().string(containsString("/panel/me/sessions/end")));
        pages.perform(post("/panel/me/sessions/end").session(browser).with(signedIn(person)).with(csrf()))
            .andExpect(redirectedUrl("/panel/me"));
        pages.perform(get("/panel/me").session(browser)).andExpect(status().isOk());
        for (String closed : new String[] {"/panel/me", "/panel", "/apply/form"}) {
            pages.perform(get(closed).with(signedIn(person))).andExpect(redirectedUrl("/sign-in?ended"));
        }
        pages.perform(get("/inquiry").with(signedIn(person))).andExpect(status().isOk())
            .andExpect(content().string(not(containsString(person.fullName()))));
    }

    @Test
    @DisplayName("N15 Mobile number, in whatever digits, and language change at once")
    void mobileAndLanguage() throws Exception {
        pages.perform(post(PAGE).param("mobile", "۰۹۱۲۳۴۵۶۷۸۹").param("language", "en").with(signedIn(person))
            .with(csrf())).andExpect(redirectedUrl(PAGE));
        assertThat(now().mobile()).isEqualTo("09123456789");
        assertThat(now().language()).isEqualTo("en");
        pages.perform(post(PAGE).param("mobile", "12").param("language", "").with(signedIn(person)).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("value=\"۱۲\"")));
        pages.perform(post(PAGE).param("mobile", "").param("language", "fa").with(signedIn(person)).with(csrf()));
        assertThat(now().mobile()).isNull();
        pages.perform(get(PAGE)).andExpect(redirectedUrl("/sign-in"));
    }

    private ResultActions send(String path, String field, String typed) throws Exception {
        return pages.perform(post(path).param(field, typed).session(browser).with(signedIn(person)).with(csrf()));
    }

    private String code() {
        Matcher code = Pattern.compile("\\b\\d{6}\\b").matcher(mailbox.await(newEmail, "email-code").text());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private Person now() {
        return people.findById(person.id()).orElseThrow();
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(new UsernamePasswordAuthenticationToken(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
