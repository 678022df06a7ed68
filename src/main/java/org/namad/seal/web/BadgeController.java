package org.namad.seal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The badge on the shop's page (R16). It follows the seal's status at once (R21, R26): nobody may keep it for longer
 * than {@link #FRESH}.
 */
@Controller
class BadgeController {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final String UNKNOWN = "unknown";

    private final Map<String, String> pictures = Stream.concat(Stream.of(UNKNOWN),
            Arrays.stream(SealStatus.values()).map(BadgeController::name))
        .collect(Collectors.toMap(Function.identity(), BadgeController::read));
    private final Seals seals;
    private final Clock clock;

    BadgeController(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @GetMapping("/badge.svg")
    ResponseEntity<String> badge(@RequestParam(required = false) String id,
            @RequestParam(name = "Code", required = false) String code) {
        String name = id != null && id.matches("\\d{1,18}") && code != null
            ? seals.findByIdAndCode(Long.valueOf(id), code).map(seal -> name(seal.statusAt(clock.instant())))
                .orElse(UNKNOWN)
            : UNKNOWN;
        return ResponseEntity.ok()
            .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
            .cacheControl(CacheControl.maxAge(FRESH).cachePublic().mustRevalidate())
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .eTag(name)
            .body(pictures.get(name));
    }

    private static String name(SealStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("badges/" + name + ".svg").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
