package org.namad.demo.simulators;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The identity, licence and police registries. By default they confirm every claim, except where the number asked for
 * (national ID, licence number) begins with one of the prefixes in {@link #RULES}.
 */
public final class RegistrySimulator {

    /** How long a slow answer takes: longer than anybody waits. */
    public static final Duration SLOW = Duration.ofSeconds(30);

    /** What a garbled answer may be: no JSON, nothing at all, JSON of something else, a finding that nobody knows. */
    public static final List<String> GARBLED = List.of("<html><body>Bad gateway</body></html>", "", "{}", "null",
        "{\"finding\":\"perhaps\",\"reference\":\"I-1\",\"note\":\"\"}",
        "{\"finding\":\"confirmed\",\"reference\":null,\"note\":\"\"}");

    /** By registry: the first three digits of the number, and how it is answered. */
    public static final Map<String, Map<String, Behaviour>> RULES = Map.of(
        "identity", Map.of("990", Behaviour.MISMATCH, "991", Behaviour.UNKNOWN, "992", Behaviour.SLOW,
            "993", Behaviour.FAILING, "994", Behaviour.NEGATIVE),
        "licence", Map.of("990", Behaviour.MISMATCH, "991", Behaviour.UNKNOWN, "992", Behaviour.SLOW,
            "993", Behaviour.FAILING, "994", Behaviour.NEGATIVE),
        "police", Map.of("995", Behaviour.NEGATIVE, "996", Behaviour.UNKNOWN, "997", Behaviour.SLOW,
            "998", Behaviour.FAILING));

    private static final Map<String, String> NUMBER_FIELDS = Map.of("identity", "nationalId",
        "licence", "licenceNumber", "police", "nationalId");
    private static final Map<String, String> NOTES = Map.of(
        "identity-MISMATCH", "نام یا تاریخ تولد با این شماره ملی نمی‌خواند.",
        "identity-UNKNOWN", "این شماره ملی ثبت نشده است.",
        "identity-NEGATIVE", "صاحب این شماره ملی درگذشته است.",
        "licence-MISMATCH", "این پروانه به نام شخص دیگری یا برای رسته دیگری است.",
        "licence-UNKNOWN", "پروانه‌ای با این شماره صادر نشده است.",
        "licence-NEGATIVE", "این پروانه باطل شده است.",
        "police-UNKNOWN", "پرونده‌ای با این شماره ملی در دست نیست.",
        "police-NEGATIVE", "صلاحیت متقاضی برای این رسته تأیید نشده است.");

    private final Map<String, Behaviour> programmed = new ConcurrentHashMap<>();
    private final AtomicLong references = new AtomicLong(1);
    private final AtomicLong garbled = new AtomicLong();

    /**
     * Answers for one number in this way from now on.
     *
     * @param registry {@code identity}, {@code licence} or {@code police}
     * @param number   the national ID or licence number
     */
    public void answer(String registry, String number, Behaviour behaviour) {
        programmed.put(key(registry, number), behaviour);
    }

    /** Answers for one number by the rules again. */
    public void reset(String registry, String number) {
        programmed.remove(key(registry, number));
    }

    private static String key(String registry, String number) {
        if (!RULES.containsKey(registry)) {
            throw new IllegalArgumentException("no registry " + registry);
        }
        return registry + "/" + number;
    }

    void handle(Call call) throws IOException, InterruptedException {
        String registry = call.path().split("/")[1];
        JsonNode number = call.json().path(NUMBER_FIELDS.get(registry));
        if (!call.method().equals("POST")) {
            call.text(405, "POST only");
        } else if (call.header("Authorization") == null) {
            call.json(401, Map.of("error", "unauthorised"));
        } else if (!number.isTextual()) {
            call.json(400, Map.of("error", NUMBER_FIELDS.get(registry) + " is missing"));
        } else {
            reply(call, registry, behaviour(registry, number.asText()));
        }
    }

    private Behaviour behaviour(String registry, String number) {
        Behaviour byRule = number.length() < 3 ? null : RULES.get(registry).get(number.substring(0, 3));
        return programmed.getOrDefault(registry + "/" + number, byRule == null ? Behaviour.CONFIRMED : byRule);
    }

    private void reply(Call call, String registry, Behaviour behaviour) throws IOException, InterruptedException {
        if (behaviour == Behaviour.FAILING) {
            call.json(500, Map.of("error", "internal error"));
            return;
        }
        if (behaviour == Behaviour.GARBLED) {
            call.malformed(GARBLED.get((int) (garbled.getAndIncrement() % GARBLED.size())));
            return;
        }
        if (behaviour == Behaviour.SLOW) {
            Thread.sleep(SLOW.toMillis());
        }
        Behaviour finding = behaviour == Behaviour.SLOW ? Behaviour.CONFIRMED : behaviour;
        call.json(200, Map.of("finding", finding.name().toLowerCase(java.util.Locale.ROOT),
            "reference", registry.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + "-"
                + (10_000_000 + references.getAndIncrement()),
            "note", NOTES.getOrDefault(registry + "-" + finding, "")));
    }
}
