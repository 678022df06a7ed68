package org.namad.party;

import org.namad.language.PersianText;

/**
 * The national identifier of a legal person: eleven digits of which the last is a checksum (R12).
 *
 * @param value eleven ASCII digits
 */
public record LegalId(String value) {

    private static final int[] WEIGHTS = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};

    /** @throws InvalidIdentifier if the checksum does not fit or all digits are the same */
    public LegalId {
        value = PersianText.digits(value).strip().replace("-", "");
        if (!isValid(value)) {
            throw new InvalidIdentifier("legalId", value);
        }
    }

    /** Whether {@code text}, after folding of digits, is a legal ID with a correct checksum. */
    public static boolean isValid(String text) {
        String digits = text == null ? "" : PersianText.digits(text).strip().replace("-", "");
        if (!digits.matches("\\d{11}") || digits.chars().distinct().count() == 1) {
            return false;
        }
        int tens = digits.charAt(9) - '0' + 2;
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (digits.charAt(i) - '0' + tens) * WEIGHTS[i];
        }
        int remainder = sum % 11;
        return digits.charAt(10) - '0' == (remainder == 10 ? 0 : remainder);
    }

    @Override
    public String toString() {
        return value;
    }
}
