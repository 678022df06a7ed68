package org.namad.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.namad.complaint.ComplaintRecord;
import org.namad.language.PersianText;
import org.namad.seal.Activities;
import org.namad.seal.Domains;
import org.namad.seal.Provinces;
import org.namad.seal.Provinces.Province;
import org.namad.seal.Seal;
import org.namad.seal.SealQuery;
import org.namad.seal.SealSearch;
import org.namad.seal.SealSearch.Found;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks seals up, as the inquiry and profile pages do (R28, R3). */
@RestController
@RequestMapping(path = "/api/v1/seals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Seals", description = "Looking seals up.")
@ApiResponse(responseCode = "400", description = "A parameter is wrong.",
    content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(responseCode = "429", description = "Too many requests; Retry-After says in how many seconds to come again.",
    content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
class SealsApi {

    private static final int PAGE = 20;

    private final Seals seals;
    private final SealSearch search;
    private final ComplaintRecord record;
    private final Clock clock;

    SealsApi(Seals seals, SealSearch search, ComplaintRecord record, Clock clock) {
        this.seals = seals;
        this.search = search;
        this.record = record;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "findSeals", summary = "Find seals by address or name",
        description = "At least one of `q`, `status`, `stars`, `province` and `activity` says what to look for.")
    @ApiResponse(responseCode = "200", description = "What was found, possibly nothing.")
    ResponseEntity<Inquiry> find(
            @Parameter(description = "An address in any form (host, URL, Unicode or punycode), or part of a name, however "
                + "typed: two letters at least.", example = "shop.example")
            @RequestParam(defaultValue = "") @Size(max = 300) String q,
            @Parameter(description = "Only seals that are worth this.") @RequestParam(required = false) State status,
            @Parameter(description = "Only seals with at least so many stars.")
            @RequestParam(defaultValue = "0") @Min(0) @Max(5) int stars,
            @Parameter(description = "Only seals of holders in this province: its Persian or English name.",
                example = "Tehran")
            @RequestParam(defaultValue = "") @Size(max = 60) String province,
            @Parameter(description = "Only seals in this line of business.", schema = @Schema(allowableValues = {
                "clothing", "digital", "home", "food", "books", "toys", "handicrafts", "sports", "services", "education",
                "tourism", "cosmetics", "health", "jewellery", "vehicles"}))
            @RequestParam(defaultValue = "") String activity,
            @Parameter(description = "The page, from 0.")
            @RequestParam(defaultValue = "0") @Min(0) @Max(SealSearch.REACH / PAGE - 1) int page) {
        if (!activity.isEmpty() && !Activities.KEYS.contains(activity)) {
            throw Refusal.parameter("activity");
        }
        String domain = Domains.of(q).orElse(null);
        String text = domain == null ? q.strip() : Domains.shown(domain);
        SealQuery query = new SealQuery(text, status == null ? null : status.status(), stars, province(province), activity);
        if (query.isEmpty() || !text.isEmpty() && PersianText.fold(text).length() < 2) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "nothingAsked");
        }
        Instant now = clock.instant();
        Found found = search.find(query, page, PAGE);
        return fresh(new Inquiry(domain, exact(domain, now).orElse(null),
            found.seals().stream().filter(seal -> isIssued(seal, now)).map(seal -> SealSummary.of(seal, now)).toList(),
            found.total(), page, (page + 1) * PAGE < Math.min(found.total(), SealSearch.REACH)));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getProfile", summary = "Read the profile of a seal",
        description = "By the number and the code that stand in the shop's snippet.")
    @ApiResponse(responseCode = "200", description = "The profile.")
    @ApiResponse(responseCode = "404", description = "No seal with this number and code was ever issued: what shows them "
        + "is not genuine.", content = @Content(mediaType = "application/problem+json",
        schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<SealProfile> profile(
            @Parameter(description = "The number of the seal.", example = "1001") @PathVariable long id,
            @Parameter(description = "The code of the seal.", example = "aB3dE5gH7jK9mN2pQ4rS")
            @RequestParam @Size(max = 40) String code) {
        Instant now = clock.instant();
        Seal seal = seals.findByIdAndCode(id, code).filter(found -> isIssued(found, now))
            .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "noSuchSeal"));
        return fresh(SealProfile.of(seal, record.indicators(seal.id()), now));
    }

    private Optional<SealSummary> exact(String domain, Instant now) {
        return Optional.ofNullable(domain).flatMap(seals::findByHost)
            .flatMap(seal -> seals.findByIdAndCode(seal.id(), seal.code())).map(seal -> SealSummary.of(seal, now));
    }

    private static boolean isIssued(Seal seal, Instant now) {
        return seal.statusAt(now) != SealStatus.PENDING;
    }

    private static String province(String asked) {
        return Provinces.ALL.stream().filter(one -> one.english().equalsIgnoreCase(asked.strip())).map(Province::name)
            .findFirst().orElse(asked.strip());
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(ApiConfiguration.FRESH).cachePublic())
            .body(body);
    }
}
