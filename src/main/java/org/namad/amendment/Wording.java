package org.namad.amendment;

import java.text.NumberFormat;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts registered values into words: numbers with their reader's digits, keys by their names. */
@Component
public class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
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
            default -> datum.line();
        };
    }
}
