package org.namad.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.language.PersianText;
import org.namad.party.SignedLinks;
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

/** How a complaint stands, for whoever has its link: the consumer, or a program that the consumer gave the link to. */
@RestController
@RequestMapping(path = "/api/v1/complaints", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Complaints", description = "Following one's own complaint.")
@ApiResponse(responseCode = "400", description = "A parameter is missing.",
    content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(responseCode = "429", description = "Too many requests; Retry-After says in how many seconds to come again.",
    content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
class ComplaintsApi {

    private final Complaints complaints;
    private final SignedLinks links;

    ComplaintsApi(Complaints complaints, SignedLinks links) {
        this.complaints = complaints;
        this.links = links;
    }

    /** How one complaint stands; nothing in it tells who the consumer is or what was said. */
    @Schema(name = "Complaint", description = "How a complaint stands.")
    record Progress(
            @Schema(example = "1234567890") String tracking,
            @Schema(description = "The number of the seal that it is about.") long sealId,
            @Schema(description = "The host name of the shop.", example = "shop.example") String domain,
            @Schema(description = "What it is about.") ComplaintReason reason,
            @Schema(description = """
                SET_ASIDE staff look at it before the clock of the business starts; AWAITING_ANSWER; UNREACHED the \
                deadline passed, but nothing proves that the business knows; OVERDUE unanswered, a late answer is still \
                taken; AWAITING_VERDICT answered, the consumer's turn; DISPUTED staff will rule; and closed: SETTLED, \
                CLOSED_WITHOUT_VERDICT, UPHELD, DISMISSED, CLOSED_UNANSWERED, SCREENED_OUT.""") ComplaintStatus status,
            @Schema(description = "Whether nothing is left to do, unless a side reopens it or appeals.") boolean closed,
            Instant registeredAt,
            @Schema(description = "By when the business answers; null while its clock does not run.", nullable = true)
            Instant answerDue,
            @Schema(description = "When it answered last.", nullable = true) Instant answeredAt,
            @Schema(description = "Whether the answer came after the deadline.") boolean answeredLate,
            @Schema(description = "By when the consumer says whether the answer settles it.", nullable = true)
            Instant verdictDue,
            @Schema(nullable = true) Instant closedAt) {

        private static Progress of(Complaint complaint) {
            return new Progress(complaint.tracking(), complaint.seal().id(), complaint.seal().domain(),
                complaint.reason(), complaint.status(), complaint.status().isClosed(), complaint.registeredAt(),
                complaint.answerDue(), complaint.answeredAt(), complaint.answeredLate(), complaint.verdictDue(),
                complaint.closedAt());
        }
    }

    @GetMapping("/{tracking}")
    @Operation(operationId = "getComplaint", summary = "Read how a complaint stands",
        description = "By the link to the complaint's page that stands in the mails: its tracking number and both of its "
            + "parameters, as they are.")
    @ApiResponse(responseCode = "200", description = "How it stands.")
    @ApiResponse(responseCode = "403", description = "The link was altered, or is another complaint's.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "404", description = "There is no such complaint.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "410", description = "The link has expired.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<Progress> progress(
            @Parameter(description = "The tracking number: ten digits.", example = "1234567890")
            @PathVariable String tracking,
            @Parameter(description = "When the link expires.", example = "1795000000") @RequestParam String until,
            @Parameter(description = "The signature of the link.") @RequestParam String signature) {
        String digits = PersianText.digits(tracking);
        links.require("/complaints/" + digits, until, signature);
        return complaints.findByTracking(digits)
            .map(found -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Progress.of(found)))
            .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "noSuchComplaint"));
    }
}
