package org.namad.notification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The mails to a person's address in the person's name, which others may not read who share the address, with their
 * delivery logs; of those with a one-time code only that they were sent.
 */
@Component
@Order(13)
class OwnMessages implements OwnData {

    private final Mails mails;

    OwnMessages(Mails mails) {
        this.mails = mails;
    }

    @Override
    public String part() {
        return "messages";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        Map<Long, List<Map<String, Object>>> delivery = new HashMap<>();
        mails.attemptsFor(subject.email(), subject.name()).forEach(one ->
            delivery.computeIfAbsent(one.mailId(), mail -> new ArrayList<>()).add(new OwnRecord()
                .with("attemptedAt", one.attempt().attemptedAt())
                .with("outcome", Term.of("web.messages.log.", one.attempt().outcome()))
                .with("reply", one.attempt().reply()).fields()));
        return mails.postedTo(subject.email(), subject.name()).stream().map(mail -> new OwnRecord()
            .with("subject", mail.subject()).with("file", mail.secret() ? null : path(mail))
            .with("case", mail.caseKey()).with("postedAt", mail.postedAt())
            .with("status", Term.of("web.messages.status.", mail.status())).with("sentAt", mail.sentAt())
            .with("delivery", delivery.getOrDefault(mail.id(), List.of())).fields()).toList();
    }

    @Override
    public List<OwnFile> files(Subject subject) {
        return mails.postedTo(subject.email(), subject.name()).stream().filter(mail -> !mail.secret())
            .map(mail -> new OwnFile(path(mail), () -> html(mail.id()))).toList();
    }

    private byte[] html(long id) {
        return mails.findWithAttemptsById(id).orElseThrow().html().getBytes(StandardCharsets.UTF_8);
    }

    private static String path(Mails.Posted mail) {
        return "messages/" + mail.id() + ".html";
    }
}
