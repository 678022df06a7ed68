package org.namad.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;

import org.namad.complaint.Indicators;
import org.namad.conduct.Supervision;
import org.namad.party.Business;
import org.namad.seal.Seal;

/** What the profile page says of a seal; the complaints stand first there, too (R3). */
@Schema(name = "Profile", description = "What the profile page of the seal says.")
record SealProfile(
        @Schema(description = "The number of the seal.", example = "1001") long id,
        @Schema(description = "The name of the shop as its customers know it.") String title,
        @Schema(description = "The registered host name: lower case, ASCII (punycode), without `www.`. A page on another "
            + "host that shows this seal shows a seal that is not its own.", example = "shop.example") String domain,
        @Schema(description = "The home page of the shop.") String url,
        State status,
        @Schema(description = "Why it was suspended or revoked.", nullable = true) String statusReason,
        @Schema(description = "When it was suspended, reinstated, revoked or issued last.") Instant statusChangedAt,
        Conduct conduct,
        Holder holder,
        @Schema(description = "Its line of business.", example = "clothing") String activity,
        @Schema(description = "The number of the trade licence; null if the registry knows the holder without one.",
            nullable = true) String licence,
        @Schema(description = "When it was issued last.") Instant issuedAt,
        @Schema(description = "The end of its term. An active seal is expired from this moment on.") Instant expiresAt,
        @Schema(description = "0 (not rated) or 2 to 5.") int stars) {

    static SealProfile of(Seal seal, Indicators record, Instant now) {
        return new SealProfile(seal.id(), seal.title(), seal.domain(), seal.url(), State.of(seal, now),
            seal.statusReason(), seal.statusChangedAt(), Conduct.of(record), Holder.of(seal.business()), seal.activity(),
            seal.licenceNumber(), seal.issuedAt(), seal.expiresAt(), seal.stars());
    }

    /** How the business deals with complaints. */
    @Schema(description = "How the business deals with complaints. Those that wait for screening or were screened out "
        + "count for nothing.")
    record Conduct(
            @Schema(description = "Complaints whose deadline passed and that still have no answer.") int unanswered,
            @Schema(description = "Mean time from registration to answer, in seconds; null if none was answered yet.",
                nullable = true) Long meanAnswerSeconds,
            @Schema(description = "The time within which half of the answers came, in seconds; null if none was answered "
                + "yet.", nullable = true) Long medianAnswerSeconds,
            @Schema(description = "Share of complaints answered in time, 0 to 1, from `scoredFrom` on; null if there are "
                + "none.", nullable = true) Double responseRate,
            @Schema(description = "Share of answers that the consumer accepted, 0 to 1, from `scoredFrom` on; null if "
                + "there is no verdict yet.", nullable = true) Double satisfaction,
            @Schema(description = "Negative points that stand, from `scoredFrom` on.") int points,
            @Schema(description = "All complaints ever registered.") int total,
            @Schema(description = "Those not closed yet.") int open,
            @Schema(description = "Those closed with an answer that was accepted or left undisputed.") int settled,
            @Schema(description = "Those ruled to be right.") int upheld,
            @Schema(description = "Those ruled to be unfounded.") int dismissed,
            @Schema(description = "Complaints of the last twelve months per 1,000 transactions; null if the business "
                + "declares none.", nullable = true) Double perThousandTransactions,
            @Schema(description = "CLOSER if the business is published as needing more supervision.")
            Supervision.Level supervision,
            @Schema(description = "What led to closer supervision.") Supervision.Because supervisionBecause,
            @Schema(description = "The day from which answers and points count.") LocalDate scoredFrom) {

        private static Conduct of(Indicators record) {
            return new Conduct(record.unanswered(), seconds(record.meanDelay()), seconds(record.medianDelay()),
                record.responseRate(), record.satisfaction(), record.points(), record.total(), record.open(),
                record.settled(), record.upheld(), record.dismissed(), record.perThousand(),
                record.supervision().level(), record.supervision().because(), record.scoredFrom());
        }

        private static Long seconds(Duration time) {
            return time == null ? null : time.toSeconds();
        }
    }

    /** Who holds the seal: public for every seal (R17). */
    @Schema(description = "Who holds the seal.")
    record Holder(
            @Schema(description = "The name of the business.") String name,
            @Schema(description = "Whether it is a person's or a company's.") Business.Kind kind,
            @Schema(description = "The natural person behind it or acting for it.") String owner,
            @Schema(description = "National legal ID of a company.", nullable = true) String legalId,
            @Schema(nullable = true) String province,
            @Schema(nullable = true) String city,
            @Schema(nullable = true) String address,
            @Schema(nullable = true) String phone) {

        private static Holder of(Business business) {
            return new Holder(business.name(), business.kind(), business.owner().fullName(), business.legalId(),
                business.province(), business.city(), business.address(), business.phone());
        }
    }
}
