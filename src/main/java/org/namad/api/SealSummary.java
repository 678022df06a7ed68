package org.namad.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

import org.namad.seal.Seal;

/** A seal, as one of many. */
@Schema(name = "Seal", description = "A seal in short.")
record SealSummary(
        @Schema(description = "The number of the seal, `id` in the shop's snippet.", example = "1001") long id,
        @Schema(description = "The code of the seal, `Code` in the shop's snippet.", example = "aB3dE5gH7jK9mN2pQ4rS")
        String code,
        @Schema(description = "The name of the shop as its customers know it.") String title,
        @Schema(description = "The registered host name: lower case, ASCII (punycode), without `www.`.",
            example = "shop.example") String domain,
        State status,
        @Schema(description = "Who holds it.") String holder,
        @Schema(description = "Its line of business.", example = "clothing") String activity,
        @Schema(description = "The holder's province, in Persian.", nullable = true) String province,
        @Schema(description = "0 (not rated) or 2 to 5.") int stars,
        @Schema(description = "The end of its term. An active seal is expired from this moment on.") Instant expiresAt) {

    static SealSummary of(Seal seal, Instant now) {
        return new SealSummary(seal.id(), seal.code(), seal.title(), seal.domain(), State.of(seal, now),
            seal.business().name(), seal.activity(), seal.business().province(), seal.stars(), seal.expiresAt());
    }
}
