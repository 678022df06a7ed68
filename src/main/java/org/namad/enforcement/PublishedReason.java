package org.namad.enforcement;

import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names the grounds of a case, for those concerned and for the public. */
@Component
public class PublishedReason {

    private final MessageSource messages;
    private final Locale language;

    PublishedReason(MessageSource messages, @Value("${namad.language}") Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /** Why the seal is suspended or revoked, as the profile says it: the grounds, and nothing said in confidence. */
    public String of(EnforcementCase enforcement) {
        return of(enforcement, language);
    }

    String of(EnforcementCase enforcement, Locale reader) {
        return enforcement.grounds().stream().map(stated -> name(stated.ground(), reader))
            .collect(Collectors.joining(messages.getMessage("enforcement.ground.separator", null, reader)));
    }

    String name(Ground ground, Locale reader) {
        return messages.getMessage("enforcement.ground." + ground, null, reader);
    }
}
