package org.namad.renewal;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.namad.casefile.Attributable;
import org.namad.casefile.CaseKey;
import org.namad.language.Texts;
import org.namad.seal.Seal;

/** The renewal of one seal at the end of one term (R18–R21); the database sees to it that there is only one. */
@Entity
@Attributable("renewal")
public class Renewal {

    /** The kind of case that this is, see {@link CaseKey#kind()}. */
    public static final String KIND = "renewal";

    /** Where the renewal stands. */
    public enum Status {
        /** The holder is to bring the data up to date; nothing has been decided yet. */
        OPEN,
        /** A person looks at it. */
        IN_REVIEW,
        /** A complaint stands against it, by the table or by review. */
        BLOCKED,
        /** The seal has a new term. */
        RENEWED,
        /** The term ended without renewal. */
        LAPSED,
        /** The seal was taken away meanwhile. */
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "renewal_seq")
    @SequenceGenerator(name = "renewal_seq", sequenceName = "renewal_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Seal seal;
    private Instant termEnd;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant openedAt;
    private Instant dataUpdatedAt;
    @Embedded
    private Assessment assessment;
    private String reviewReasons;
    private String reviewedBy;
    private Instant reviewedAt;
    private Instant renewedUntil;
    private Instant closedAt;

    protected Renewal() {
    }

    /** Opens the renewal of {@code seal} at the end of its present term. */
    public Renewal(Seal seal, Instant now) {
        this.seal = seal;
        this.termEnd = seal.expiresAt();
        this.status = Status.OPEN;
        this.openedAt = now;
    }

    /** The holder has brought the data up to date (R18). */
    public void dataUpdated(Instant now) {
        dataUpdatedAt = now;
    }

    /** The record of complaints was looked at. */
    public void assess(Assessment found) {
        assessment = found;
    }

    /** The decision table was asked about the assessment. */
    public void decide(Decision drawn) {
        assessment = assessment.decided(drawn);
        status = switch (drawn) {
            case AUTOMATIC -> Status.OPEN;
            case REVIEW -> Status.IN_REVIEW;
            case BLOCKED -> Status.BLOCKED;
        };
    }

    /**
     * An officer has looked at it.
     *
     * @throws IllegalArgumentException if the reasons are blank or longer than 3000 characters
     */
    public void review(boolean approved, String reasons, String officer, Instant now) {
        reviewReasons = Texts.required("reasons", reasons, 3000);
        reviewedBy = officer;
        reviewedAt = now;
        status = approved ? Status.OPEN : Status.BLOCKED;
    }

    /** The seal has a new term, to {@code until}. */
    public void renewed(Instant until, Instant now) {
        renewedUntil = until;
        close(Status.RENEWED, now);
    }

    /** The term ended without renewal (R21). */
    public void lapse(Instant now) {
        close(Status.LAPSED, now);
    }

    /** The seal was taken away: there is nothing to renew. */
    public void close(Instant now) {
        close(Status.CLOSED, now);
    }

    private void close(Status outcome, Instant now) {
        if (closedAt != null) {
            throw new IllegalStateException(key() + " is closed: " + status);
        }
        status = outcome;
        closedAt = now;
    }

    public Long id() {
        return id;
    }

    /** The renewal's name as a case, which is also the business key of its process. */
    public CaseKey key() {
        return new CaseKey(KIND, id);
    }

    public Seal seal() {
        return seal;
    }

    /** The end of the term that is to be renewed. */
    public Instant termEnd() {
        return termEnd;
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When the holder last brought the data up to date; null if never in this term. */
    public Instant dataUpdatedAt() {
        return dataUpdatedAt;
    }

    /** What the record said when it was last looked at; null before. */
    public Assessment assessment() {
        return assessment;
    }

    /** Why the officer approved or refused; null if nobody had to. */
    public String reviewReasons() {
        return reviewReasons;
    }

    /** The user name of the officer. */
    public String reviewedBy() {
        return reviewedBy;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    /** The end of the new term; null if there is none. */
    public Instant renewedUntil() {
        return renewedUntil;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
