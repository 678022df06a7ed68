package org.namad.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an inquiry found. */
@Schema(description = "What was found, the likeliest first.")
record Inquiry(
        @Schema(description = "The host name that was asked for, in its registered form; null if `q` is not an address.",
            nullable = true, example = "shop.example") String domain,
        @Schema(description = "The seal of this site, whatever else was asked for: of exactly this host name, or of the "
            + "domain above it, whose `domain` is then another than was asked for. Missing if there is none: then the site "
            + "has no seal, however much the others look like it.")
        @JsonInclude(JsonInclude.Include.NON_NULL) SealSummary exact,
        @Schema(description = "One page, 20 at most, of the seals that fit.") List<SealSummary> seals,
        @Schema(description = "How many fit in all; exact up to 1,000.") long total,
        @Schema(description = "The number of this page, from 0.") int page,
        @Schema(description = "Whether there is another page.") boolean more) {
}
