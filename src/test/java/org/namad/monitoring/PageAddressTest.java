package org.namad.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.seal.Seal;

class PageAddressTest {

    private static Seal seal() {
        return seal("shop.example");
    }

    private static Seal seal(String domain) {
        Seal seal = mock(Seal.class);
        when(seal.domain()).thenReturn(domain);
        when(seal.url()).thenReturn("https://www." + domain + "/");
        return seal;
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://www.shop.example/",
        "/about, https://www.shop.example/about",
        "shop.example, https://shop.example/",
        "' WWW.Shop.Example/a?b=1#c ', https://www.shop.example/a?b=1",
        "http://shop.example:80/x, http://shop.example:80/x",
        "https://shop.example?q=فرش, https://shop.example/?q=%D9%81%D8%B1%D8%B4",
        "//shop.example/a b, https://shop.example/a%20b"})
    @DisplayName("N1 A page may be named in full, without scheme, or by its path alone")
    void understood(String typed, String address) throws NotExamined {
        assertThat(PageAddress.of(typed, seal())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "سلام دوست من, ADDRESS", "http://127.0.0.1/, ADDRESS", "http://localhost/, ADDRESS", "http://[::1]/, ADDRESS",
        "http://169.254.169.254/latest/meta-data/, ADDRESS", "file:///etc/passwd, ADDRESS",
        "ftp://shop.example/, ADDRESS", "javascript:alert(1), ADDRESS", "https://shop.example:22/, ADDRESS",
        "https://shop.example@evil.example/, ADDRESS", "https://shop.example\\@evil.example/, ADDRESS",
        "https://evil.example/shop.example, OTHER_SITE", "https://shop.example.evil.example/, OTHER_SITE",
        "https://blog.shop.example/, OTHER_SITE", "/%zz, ADDRESS"})
    @DisplayName("N1 What is no address of the registered site is refused before anything is fetched")
    void refused(String typed, NotExamined.Reason reason) {
        assertThat(catchThrowableOfType(NotExamined.class, () -> PageAddress.of(typed, seal())).reason())
            .isEqualTo(reason);
    }

    @Test
    @DisplayName("N1 An address longer than browsers take is refused")
    void tooLong() throws NotExamined {
        String longest = "/" + "a".repeat(PageAddress.MAX_LENGTH - 1);
        assertThat(PageAddress.of(longest, seal())).endsWith(longest);
        assertThat(catchThrowableOfType(NotExamined.class, () -> PageAddress.of(longest + "a", seal())).reason())
            .isEqualTo(NotExamined.Reason.ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "shop12.example, http://shop۱۲.example/x, http://shop12.example/x",
        "shop12.example, WWW.shop١٢.example, https://www.shop12.example/",
        "xn--mgbacgw9lh19es68o.example, http://کتاب‌خانه.example/x, http://xn--mgbacgw9lh19es68o.example/x"})
    @DisplayName("N15 The page that is visited is one of the registered site, however its name was typed")
    void folded(String domain, String typed, String address) throws NotExamined {
        assertThat(PageAddress.of(typed, seal(domain))).isEqualTo(address);
    }
}
