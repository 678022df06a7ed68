package org.namad.modelling;

import java.util.Optional;

/** The texts of mails as they are live: what came with the newest deployment, else what Namad brings along. */
public interface MailTexts {

    /**
     * The template's HTML in a language, or empty if there is none.
     *
     * @param template its name, such as {@code complaint-notice}
     * @param language {@code fa} or {@code en}
     */
    Optional<String> find(String template, String language);
}
