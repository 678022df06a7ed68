package org.namad.amendment;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.namad.language.PersianText;
import org.namad.party.Business;
import org.namad.seal.Activities;
import org.namad.seal.Domains;
import org.namad.seal.Provinces;
import org.namad.seal.Seal;

/** What can be changed of the data that are registered about a seal and its holder. */
public enum Subject {
    /** The telephone that customers may call. */
    PHONE,
    /** Where the business sits. */
    ADDRESS,
    /** How many transactions the shop has in a month (N9). */
    TRANSACTIONS,
    /** The name of the shop as its customers know it. */
    TITLE,
    /** The line of business. */
    ACTIVITY,
    /** The number of the trade licence (R15). */
    LICENCE,
    /** The name of the business that holds the seal. */
    NAME,
    /** The site that shows the seal (R16). */
    DOMAIN;

    /** The name under which decision tables and addresses of pages know it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subject with this {@link #key()}. */
    public static Optional<Subject> of(String key) {
        for (Subject subject : values()) {
            if (subject.key().equals(key)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    /** Whether it is said of the business, and so of all its seals. */
    public boolean isOfBusiness() {
        return this == PHONE || this == ADDRESS || this == NAME;
    }

    /** What is registered at present. */
    public Datum of(Seal seal) {
        Business business = seal.business();
        return switch (this) {
            case PHONE -> Datum.of(business.phone());
            case ADDRESS -> new Datum(business.address(), business.province(), business.city());
            case TRANSACTIONS -> Datum.of(seal.monthlyTransactions() == null ? null
                : seal.monthlyTransactions().toString());
            case TITLE -> Datum.of(seal.title());
            case ACTIVITY -> Datum.of(seal.activity());
            case LICENCE -> Datum.of(seal.licenceNumber());
            case NAME -> Datum.of(business.name());
            case DOMAIN -> Datum.of(seal.domain());
        };
    }

    /** What was typed in the form in which it is registered (N15); empty if it cannot be registered. */
    public Optional<Datum> read(Datum typed) {
        return switch (this) {
            case PHONE -> text(typed, 20, PersianText::digits).filter(it -> it.text().matches("\\+?[0-9][0-9 -]{4,18}"));
            case ADDRESS -> text(typed, 500, UnaryOperator.identity())
                .filter(it -> isProvince(typed.province()) && isShort(typed.city()))
                .map(it -> new Datum(it.text(), typed.province(), typed.city().strip()));
            case TRANSACTIONS -> typed.text() == null || typed.text().isBlank() ? Optional.of(Datum.of(null))
                : text(typed, 20, text -> PersianText.digits(text).replaceAll("[\\s,٬،]", ""))
                    .filter(it -> it.text().matches("[0-9]{1,9}"))
                    .map(it -> Datum.of(Integer.valueOf(it.text()).toString()));
            case TITLE, NAME -> text(typed, 200, UnaryOperator.identity());
            case ACTIVITY -> text(typed, 40, UnaryOperator.identity()).filter(it -> Activities.KEYS.contains(it.text()));
            case LICENCE -> text(typed, 40, text -> PersianText.digits(text).replace(" ", ""));
            case DOMAIN -> Optional.ofNullable(typed.text()).flatMap(Domains::of).map(Datum::of);
        };
    }

    private static Optional<Datum> text(Datum typed, int longest, UnaryOperator<String> form) {
        return Optional.ofNullable(typed.text()).map(form).map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() <= longest).map(Datum::of);
    }

    private static boolean isProvince(String name) {
        return Provinces.ALL.stream().anyMatch(province -> province.name().equals(name));
    }

    private static boolean isShort(String city) {
        return city != null && !city.isBlank() && city.strip().length() <= 60;
    }
}
