package org.namad.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.namad.modelling.MailTexts;
import org.springframework.core.io.ClassPathResource;

/** The mails that Namad brings along, for tests without an engine to deploy others to. */
class ShippedMailTexts implements MailTexts {

    @Override
    public Optional<String> find(String template, String language) {
        ClassPathResource file = new ClassPathResource("mails/" + template + "." + language + ".html");
        try {
            return file.exists() ? Optional.of(file.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
