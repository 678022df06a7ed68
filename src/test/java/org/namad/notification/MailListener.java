package org.namad.notification;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.namad.casefile.CaseKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A module that wants to know what becomes of its mails, for tests. */
@Component
class MailListener {

    private final Map<CaseKey, List<Object>> told = new ConcurrentHashMap<>();
    private final ConcurrentMap<CaseKey, Integer> failures = new ConcurrentHashMap<>();

    @EventListener
    void on(MailAccepted accepted) {
        hear(accepted.key(), accepted);
    }

    @EventListener
    void on(MailRefused refused) {
        hear(refused.key(), refused);
    }

    private void hear(CaseKey key, Object event) {
        if (failures.replace(key, 0, 1)) {
            throw new IllegalStateException("not now");
        }
        told.computeIfAbsent(key, unknown -> new CopyOnWriteArrayList<>()).add(event);
    }

    void failOnce(CaseKey key) {
        failures.put(key, 0);
    }

    int failures(CaseKey key) {
        return failures.getOrDefault(key, 0);
    }

    List<Object> told(CaseKey key) {
        return told.getOrDefault(key, List.of());
    }
}
