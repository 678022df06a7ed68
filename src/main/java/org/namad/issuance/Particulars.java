package org.namad.issuance;

import org.namad.language.PersianText;
import org.namad.party.Business;
import org.namad.party.InvalidIdentifier;
import org.namad.party.LegalId;
import org.namad.seal.Activities;

/**
 * What an applicant says about the business and may correct later.
 *
 * @param kind             a natural or a legal person's business (R12)
 * @param businessName     the name of the business
 * @param legalId          the company's legal ID; null for a natural person
 * @param title            the shop's name as its customers know it
 * @param activity         the line of business, one of {@link Activities#KEYS}
 * @param licenceNumber    the number of the trade licence, which the registry of licences knows
 * @param province         where the business sits
 * @param city             where the business sits
 * @param address          where the business sits
 * @param phone            the telephone that customers may call
 * @param postalValidation whether the post shall confirm the address, for an extra fee (R14)
 * @param placementHelp    whether Namad shall help to place the seal, for an extra fee (R14)
 * @param monthlyTransactions how many transactions the shop has in a month (N9); null if not declared
 */
public record Particulars(Business.Kind kind, String businessName, String legalId, String title, String activity,
        String licenceNumber, String province, String city, String address, String phone, boolean postalValidation,
        boolean placementHelp, Integer monthlyTransactions) {

    /**
     * @throws InvalidIdentifier        if the legal ID's checksum is wrong
     * @throws IllegalArgumentException if a required text is missing the activity is not known or the number
     *                                  of transactions is negative
     */
    public Particulars {
        businessName = required("businessName", businessName);
        legalId = kind == Business.Kind.LEGAL ? new LegalId(legalId).value() : null;
        title = required("title", title);
        licenceNumber = PersianText.digits(required("licenceNumber", licenceNumber)).replace(" ", "");
        province = required("province", province);
        city = required("city", city);
        address = required("address", address);
        phone = PersianText.digits(required("phone", phone)).replaceAll("[\\s-]", "");
        if (!Activities.KEYS.contains(activity)) {
            throw new IllegalArgumentException("not an activity: " + activity);
        }
        if (monthlyTransactions != null && monthlyTransactions < 0) {
            throw new IllegalArgumentException("not a number of transactions: " + monthlyTransactions);
        }
    }

    private static String required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text.strip();
    }
}
