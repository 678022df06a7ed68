package org.namad.renewal;

import org.namad.language.PersianText;

/**
 * What the holder brings up to date for the renewal (R18). What else is registered, such as the name of the shop, takes a
 * change of its own (R17).
 *
 * @param phone digits, blanks and a leading plus, as ASCII
 * @param monthlyTransactions how many transactions the shop has in a month (N9); null if not declared
 */
public record ShopData(String phone, String province, String city, String address, Integer monthlyTransactions) {

    /** @throws IllegalArgumentException if something is missing or too long, or a number is none */
    public ShopData {
        phone = required(PersianText.digits(phone), 20);
        if (!phone.matches("\\+?[0-9][0-9 -]{4,18}")) {
            throw new IllegalArgumentException("not a telephone number: " + phone);
        }
        province = required(province, 60);
        city = required(city, 60);
        address = required(address, 500);
        if (monthlyTransactions != null && monthlyTransactions < 0) {
            throw new IllegalArgumentException("not a number of transactions: " + monthlyTransactions);
        }
    }

    private static String required(String text, int longest) {
        if (text == null || text.isBlank() || text.strip().length() > longest) {
            throw new IllegalArgumentException("text of 1 to " + longest + " characters expected");
        }
        return text.strip();
    }
}
