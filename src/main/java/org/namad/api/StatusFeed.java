package org.namad.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.namad.seal.Seal;
import org.namad.seal.SealBoard;
import org.namad.seal.Seals;
import org.springframework.data.domain.Limit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What payment gateways and the post poll to know what every seal is worth (N14). */
@RestController
@Tag(name = "Status feed", description = "Keeping a copy of what every seal is worth.")
class StatusFeed {

    private static final int MOST = 1000;

    private final Seals seals;
    private final Clock clock;

    StatusFeed(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** One page of the feed. */
    @Schema(name = "Changes", description = "Seals that changed, the earliest change first.")
    record Page(
            List<Entry> seals,
            @Schema(description = "The cursor to ask with next time. Keep it as it is.", example = "1795000000123000-1001")
            String next,
            @Schema(description = "Whether to ask again at once: there may be more.") boolean more) {
    }

    /** A seal in the feed. */
    @Schema(name = "Change", description = "A seal as it is now; it replaces whatever was known of its number.")
    record Entry(
            @Schema(description = "The number of the seal.", example = "1001") long id,
            @Schema(description = "The registered host name: lower case, ASCII (punycode), without `www.`.",
                example = "shop.example") String domain,
            @Schema(description = "The name of the shop as its customers know it.") String title,
            State status,
            @Schema(description = "The end of its term. An active seal is expired from this moment on; that is not a change, "
                + "so watch this time yourself.") Instant expiresAt,
            @Schema(description = "0 (not rated) or 2 to 5.") int stars,
            @Schema(description = "When it changed last.") Instant changedAt) {

        private static Entry of(Seal seal, Instant now) {
            return new Entry(seal.id(), seal.domain(), seal.title(), State.of(seal, now), seal.expiresAt(), seal.stars(),
                seal.changedAt());
        }
    }

    @GetMapping(path = "/api/v1/status-feed", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getChanges", summary = "Read which seals changed", description = """
        Seals that were issued, suspended, reinstated, revoked, renewed or renamed since the cursor, each once, at its last \
        change. Start without a cursor to read every seal; go on with `next`. A change shows here a minute after it was \
        made. Send the ETag of the last answer to the same address as If-None-Match: as long as nothing changed, the answer \
        is 304 without a body.""")
    @ApiResponse(responseCode = "200", description = "What changed, possibly nothing.",
        headers = @Header(name = "ETag", description = "For If-None-Match.", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "The same as last time.", content = @Content)
    @ApiResponse(responseCode = "400", description = "The cursor is none of ours, or the limit is out of range.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "429", description = "Too many requests; Retry-After says in how many seconds to come "
        + "again.", content = @Content(mediaType = "application/problem+json",
        schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<Page> changes(
            @Parameter(description = "`next` of an earlier answer; nothing to start at the beginning.",
                example = "1795000000123000-1001")
            @RequestParam(required = false) String since,
            @Parameter(description = "How many seals at most.")
            @RequestParam(defaultValue = "" + MOST) @Min(1) @Max(MOST) int limit) {
        Cursor cursor = since == null ? Cursor.START : Cursor.parse(since);
        Instant now = clock.instant();
        // What turned up behind a cursor would never be read.
        List<Seal> changed = seals.changesAfter(cursor.at(), cursor.sealId(), now.minus(SealBoard.SETTLED), Limit.of(limit));
        Cursor next = changed.isEmpty() ? cursor : Cursor.after(changed.get(changed.size() - 1));
        return ResponseEntity.ok()
            .cacheControl(CacheControl.maxAge(ApiConfiguration.FRESH).cachePublic())
            .body(new Page(changed.stream().map(seal -> Entry.of(seal, now)).toList(), next.toString(),
                changed.size() == limit));
    }
}
