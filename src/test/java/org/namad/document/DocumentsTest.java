package org.namad.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class DocumentsTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Autowired
    TestData data;
    @Autowired
    Documents documents;
    @Autowired
    MockMvc http;

    @ParameterizedTest
    @CsvSource({"89504e470d0a1a0a00, PNG", "ffd8ffe000104a46, JPEG", "524946462400000057454250565038, WEBP",
        "255044462d312e37, PDF"})
    @DisplayName("R12 Images and PDF are recognised by their content")
    void recognised(String hex, DocumentType type) {
        assertThat(Documents.accept(HexFormat.of().parseHex(hex))).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4d5a90000300000004", "3c68746d6c3e", "3c7376673e", "504b0304", "5249464624000000415649"})
    @DisplayName("R12 A program, a page, an archive or a film under an image's name is refused")
    void wrongType(String hex) {
        Person person = data.person();
        assertThatThrownBy(() -> documents.store("application-1", "national-card",
            new Upload("card.png", HexFormat.of().parseHex(hex)), person.id()))
            .isInstanceOfSatisfying(DocumentRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.WRONG_TYPE));
    }

    @Test
    @DisplayName("R12 A document may have 5 MB, and must have something")
    void size() {
        assertThat(Documents.accept(Arrays.copyOf(PNG, Documents.MAX_BYTES))).isEqualTo(DocumentType.PNG);
        assertThatThrownBy(() -> Documents.accept(Arrays.copyOf(PNG, Documents.MAX_BYTES + 1)))
            .isInstanceOfSatisfying(DocumentRefused.class,
                refused -> assertThat(refused.messageKey()).isEqualTo("document.refused.tooLarge"));
        assertThatThrownBy(() -> Documents.accept(new byte[0]))
            .isInstanceOfSatisfying(DocumentRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.EMPTY));
    }

    @Test
    @DisplayName("R12 What is kept is what was sent, under a name that is safe to show")
    void kept() {
        String owner = "application-" + TestData.nationalId();
        byte[] large = Arrays.copyOf(PNG, Documents.MAX_BYTES);
        Document document = documents.store(owner, "national-card",
            new Upload("C:\\temp\\..\\کارت\u202e ملی\".png", large), data.person().id());
        assertThat(documents.content(document.id())).isEqualTo(large);
        assertThat(documents.of(owner)).extracting(Document::fileName, Document::size)
            .isEqualTo(List.of(org.assertj.core.groups.Tuple.tuple("کارت ملی.png", large.length)));
    }

    @Test
    @DisplayName("R12 A document is handed back to its sender and to staff, to nobody else, and cannot act as a page")
    void handedBack() throws Exception {
        Person sender = data.person();
        byte[] pdf = "%PDF-1.7 <script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        long id = documents.store("application-1", "licence", new Upload("پروانه.pdf", pdf), sender.id()).id();
        http.perform(get("/documents/" + id).with(authentication(party(sender))))
            .andExpect(status().isOk()).andExpect(content().bytes(pdf))
            .andExpect(content().contentType("application/pdf"))
            .andExpect(header().string("X-Content-Type-Options", "nosniff"))
            .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
            .andExpect(header().string("Content-Disposition", containsString("inline")));
        http.perform(get("/documents/" + id).with(authentication(party(data.person()))))
            .andExpect(status().isNotFound());
        http.perform(get("/documents/" + id)).andExpect(status().is3xxRedirection());
        http.perform(get("/staff/documents/" + id)).andExpect(status().is3xxRedirection());
        http.perform(get("/staff/documents/" + id).with(authentication(new UsernamePasswordAuthenticationToken("officer",
            null, AuthorityUtils.createAuthorityList("ROLE_staff", "ROLE_case-officer")))))
            .andExpect(content().bytes(pdf));
    }

    private static Authentication party(Person person) {
        return new UsernamePasswordAuthenticationToken(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY"));
    }
}
