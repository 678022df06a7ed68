package org.namad.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    @DisplayName("R17 An English reader finds the province in English, with English commas; what owners wrote stays as it is")
    void line() {
        assertThat(places.line("تهران", "ری", "خیابان بهار", Locale.forLanguageTag("fa"))).isEqualTo("تهران، ری، خیابان بهار");
        assertThat(places.line("خراسان رضوی", "مشهد", "خیابان بهار", Locale.ENGLISH))
            .isEqualTo("Razavi Khorasan, مشهد, خیابان بهار");
        assertThat(places.line("ناکجا", null, "خیابان بهار", Locale.ENGLISH)).isEqualTo("ناکجا, خیابان بهار");
        assertThat(places.line(null, null, null, Locale.ENGLISH)).isEmpty();
    }
}
