package org.namad.notification.process;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.springframework.stereotype.Component;

/** A kind of case for {@link SendMailTest}. */
@Component
class LoopingCaseFile implements CaseFile {

    static final String ADDRESS = "reader@send-mail.example";

    @Override
    public String kind() {
        return "looping";
    }

    @Override
    public Map<String, String> facts(long id, Locale language) {
        return Map.of("signInLink", "https://namad.example/sign-in");
    }

    @Override
    public Optional<Attachment> attachment(long id, String name, Locale language) {
        return name.equals("deadline.ics")
            ? Optional.of(new Attachment(name, "text/calendar", ("entry " + id + " " + language).getBytes()))
            : Optional.empty();
    }

    @Override
    public Recipient recipient(long id, String role) {
        if (!role.equals("reader")) {
            throw new IllegalArgumentException("no such role: " + role);
        }
        return new Recipient("Sara", id + ADDRESS, Locale.ENGLISH);
    }
}
