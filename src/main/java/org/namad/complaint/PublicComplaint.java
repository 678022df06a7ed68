package org.namad.complaint;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A complaint as everyone may read it (R29): what the consumer wrote only with consent, and nothing that tells who the
 * consumer is.
 *
 * @param reason       what it is about
 * @param status       how it stands
 * @param registeredAt when it was registered
 * @param answeredLate whether the answer came after the deadline
 * @param narrated     whether the consumer lets everyone read what happened
 * @param said         what may be read, the earliest first
 */
public record PublicComplaint(ComplaintReason reason, ComplaintStatus status, Instant registeredAt,
        boolean answeredLate, boolean narrated, List<Line> said) {

    /**
     * A public statement.
     *
     * @param kind   what sort of statement it is
     * @param madeAt when
     * @param text   its public version
     */
    public record Line(Statement.Kind kind, Instant madeAt, List<Redaction.Piece> text) {
    }

    private static final Set<Statement.Kind> CONSUMERS = EnumSet.of(Statement.Kind.DESCRIPTION, Statement.Kind.OBJECTION,
        Statement.Kind.REOPENING);
    private static final Set<Statement.Kind> OTHERS = EnumSet.of(Statement.Kind.ANSWER, Statement.Kind.RULING,
        Statement.Kind.APPEAL_RULING);

    /** The public side of {@code complaint}; of one that is set aside nothing is told before staff have looked (N16). */
    public static PublicComplaint of(Complaint complaint) {
        boolean narrated = complaint.consentToPublish() && complaint.status() != ComplaintStatus.SET_ASIDE
            && complaint.status() != ComplaintStatus.SCREENED_OUT;
        return new PublicComplaint(complaint.reason(), complaint.status(), complaint.registeredAt(),
            complaint.answeredLate(), narrated, complaint.statements().stream()
                .filter(said -> OTHERS.contains(said.kind()) || narrated && CONSUMERS.contains(said.kind()))
                .map(said -> new Line(said.kind(), said.madeAt(), Redaction.of(said.text(), complaint))).toList());
    }
}
