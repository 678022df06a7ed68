package org.namad.party;

import org.namad.language.PersianText;

/**
 * The national ID of a natural person: ten digits of which the last is a checksum (R4). Persian and Arabic digits are
 * accepted and stored as ASCII.
 *
 * @param value ten ASCII digits
 */
public record NationalId(String value) {

    /** @throws InvalidIdentifier if the checksum does not fit or all digits are the same */
    public NationalId {
        value = PersianText.digits(value).strip().replace("-", "");
        if (!isValid(value)) {
            throw new InvalidIdentifier("nationalId", value);
        }
    }

    /** Whether {@code text}, after folding of digits, is a national ID with a correct checksum. */
    public static boolean isValid(String text) {
        String digits = text == null ? "" : PersianText.digits(text).strip().replace("-", "");
        if (!digits.matches("\\d{10}") || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int remainder = sum % 11;
        int check = digits.charAt(9) - '0';
        return check == (remainder < 2 ? remainder : 11 - remainder);
    }

    @Override
    public String toString() {
        return value;
    }
}
