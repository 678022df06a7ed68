package org.namad.amendment;

import java.text.NumberFormat;
import java.util.Locale;

import org.namad.language.Digits;
import org.namad.seal.Domains;
import org.namad.seal.Places;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts registered values into words: numbers with their reader's digits, keys by their names. */
@Component
public class Wording {

    private final MessageSource messages;
    private final Places places;
    private final Digits digits;

    Wording(MessageSource messages, Places places, Digits digits) {
        this.places = places;
        this.digits = digits;
        this.messages = messages;
    }

    /** The value for a reader of {@code language}; of one that is not there, that it is not. */
    public String of(Subject subject, Datum datum, Locale language) {
        if (!datum.isPresent()) {
            return messages.getMessage("amendment.none", null, language);
        }
        return switch (subject) {
            case ACTIVITY -> messages.getMessage("seal.activity." + datum.text(), null, language);
            case TRANSACTIONS -> NumberFormat.getIntegerInstance(language).format(Long.parseLong(datum.text()));
            case ADDRESS -> places.line(datum.province(), datum.city(), datum.text(), language);
            case PHONE, LICENCE -> digits.of(datum.text(), language);
            case DOMAIN -> Domains.shown(datum.text());
            default -> datum.text();
        };
    }
}
