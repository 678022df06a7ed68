package org.namad.complaint.web;

import java.util.Locale;

/** The language in which a deadline is told a second time, for its calendar (N5). */
final class OtherLanguage {

    private OtherLanguage() {
    }

    static Locale than(Locale language) {
        return "fa".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.forLanguageTag("fa");
    }
}
