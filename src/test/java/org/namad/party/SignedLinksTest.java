package org.namad.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class SignedLinksTest {

    private static final String KEY = "a key of at least thirty-two characters";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String PATH = "/answer/C-17";

    private final Map<String, String> link = query(links(KEY, NOW).sign(PATH, TOMORROW));
    private final String until = link.get("until");
    private final String signature = link.get("signature");

    @Test
    @DisplayName("A signed link leads to this installation and opens its page until it expires")
    void valid() {
        assertThat(links(KEY, NOW).sign(PATH, TOMORROW)).startsWith("https://namad.example/answer/C-17?");
        assertThat(links(KEY, NOW).valid(PATH, until, signature)).isTrue();
        assertThat(links(KEY, TOMORROW.minusSeconds(1)).valid(PATH, until, signature)).isTrue();
        assertThatCode(() -> links(KEY, NOW).require(PATH, until, signature)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("An expired link is refused as expired")
    void expired() {
        assertThat(links(KEY, TOMORROW).valid(PATH, until, signature)).isFalse();
        assertRefused(LinkRefused.Reason.EXPIRED, TOMORROW, PATH, until, signature);
    }

    @Test
    @DisplayName("A link whose path, time or signature was altered or left out is refused as altered")
    void altered() {
        String later = String.valueOf(TOMORROW.getEpochSecond() + 1);
        assertRefused(LinkRefused.Reason.ALTERED, NOW, "/answer/C-18", until, signature);
        assertRefused(LinkRefused.Reason.ALTERED, NOW, PATH, later, signature);
        assertRefused(LinkRefused.Reason.ALTERED, NOW, PATH, "never", signature);
        assertRefused(LinkRefused.Reason.ALTERED, NOW, PATH, until, signature + "A");
        assertRefused(LinkRefused.Reason.ALTERED, NOW, PATH, until, null);
        assertRefused(LinkRefused.Reason.ALTERED, NOW, PATH, null, signature);
        assertThat(links("another key of at least thirty-two characters", NOW).valid(PATH, until, signature)).isFalse();
    }

    @Test
    @DisplayName("A signing key that is missing or short stops the start with a clear sentence")
    void shortKey() {
        assertThatThrownBy(() -> new Signer("short")).hasMessage(
            "namad.signing-key must be set to a secret of at least 32 characters");
    }

    private static void assertRefused(LinkRefused.Reason reason, Instant now, String path, String until,
            String signature) {
        assertThatThrownBy(() -> links(KEY, now).require(path, until, signature))
            .isInstanceOfSatisfying(LinkRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static SignedLinks links(String key, Instant now) {
        return new SignedLinks(new Signer(key), Clock.fixed(now, ZoneOffset.UTC), "https://namad.example");
    }

    private static Map<String, String> query(String link) {
        return UriComponentsBuilder.fromUriString(link).build().getQueryParams().toSingleValueMap();
    }
}
