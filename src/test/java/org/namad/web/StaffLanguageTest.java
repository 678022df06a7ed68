package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class StaffLanguageTest {

    @ParameterizedTest
    @CsvSource({"fa,,fa", "en,,en", "fa,en,en", "en,fa,fa", "en,'</script>',fa"})
    @DisplayName("Tasklist speaks the language that its reader chose on Namad's pages, else that of names and forms")
    void language(String namesAndForms, String chosen, String spoken) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "de");
        if (chosen != null) {
            request.setCookies(new Cookie(Languages.COOKIE, chosen));
        }
        assertThat(new StaffLanguage(Locale.forLanguageTag(namesAndForms)).language(request).getBody())
            .isEqualToIgnoringNewLines("export default '" + spoken + "';");
    }
}
