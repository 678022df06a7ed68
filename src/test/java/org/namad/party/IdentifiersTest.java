package org.namad.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"0013542419", "0499370899", "0790419904", "0084575948", "۰۰۱۳۵۴۲۴۱۹", "٠٠١٣٥٤٢٤١٩",
        " 0013542419 ", "001-354241-9"})
    @DisplayName("R4 A national ID with a correct checksum is taken, in any digits")
    void nationalId(String text) {
        assertThat(NationalId.isValid(text)).isTrue();
        assertThat(new NationalId(text).value()).matches("[0-9]{10}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0013542418", "0013542491", "1111111111", "0000000000", "9999999999", "۱۱۱۱۱۱۱۱۱۱", "",
        "001354241", "00135424190", "00135A2419", "0013542419; drop"})
    @DisplayName("R4 A national ID with a wrong checksum, of one repeated digit or of wrong length is refused")
    void wrongNationalId(String text) {
        assertThat(NationalId.isValid(text)).isFalse();
        assertThatThrownBy(() -> new NationalId(text)).isInstanceOf(InvalidIdentifier.class)
            .extracting(e -> ((InvalidIdentifier) e).field()).isEqualTo("nationalId");
    }

    @Test
    @DisplayName("R4 Every single wrong digit of a national ID is noticed")
    void typingErrors() {
        String right = "0013542419";
        for (int position = 0; position < 10; position++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, position) + digit + right.substring(position + 1);
                assertThat(NationalId.isValid(typed)).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10380284790", "14007650912", "10100171920", "۱۰۳۸۰۲۸۴۷۹۰"})
    @DisplayName("R12 A legal ID with a correct checksum is taken, in any digits")
    void legalId(String text) {
        assertThat(LegalId.isValid(text)).isTrue();
        assertThat(new LegalId(text).value()).matches("[0-9]{11}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"10380284791", "01380284790", "11111111111", "۱۱۱۱۱۱۱۱۱۱۱", "", "1038028479", "103802847900"})
    @DisplayName("R12 A legal ID with a wrong checksum, of one repeated digit or of wrong length is refused")
    void wrongLegalId(String text) {
        assertThat(LegalId.isValid(text)).isFalse();
        assertThatThrownBy(() -> new LegalId(text)).isInstanceOf(InvalidIdentifier.class)
            .extracting(e -> ((InvalidIdentifier) e).field()).isEqualTo("legalId");
    }
}
