package org.namad.amendment;

import java.time.Instant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
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
import org.namad.monitoring.Placement;
import org.namad.monitoring.Fault;
import org.namad.seal.Seal;
import org.namad.verification.Answer;
import org.namad.verification.Finding;

/**
 * A change of registered data that a holder has asked for (R17). Of each subject only one is under way; the database
 * sees to that.
 */
@Entity
@Attributable("amendment")
public class Amendment {

    /** The kind of case that this is, see {@link CaseKey#kind()}. */
    public static final String KIND = "amendment";

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_REASONS = 3000;

    /** Where the change stands. */
    public enum Status {
        /** It was asked for; the registry is being asked, if it has to be. */
        CHECKING,
        /** A person looks at it. */
        IN_REVIEW,
        /** It is approved, and the seal is looked for on the site to which it is to move. */
        PLACEMENT,
        /** It is done. */
        APPLIED,
        /** An officer refused it. */
        REFUSED,
        /** The holder does not want it any more. */
        WITHDRAWN,
        /** The seal was not found on the new site in time. */
        NOT_PLACED,
        /** The seal was taken away meanwhile. */
        CLOSED;

        /** Whether it is under way. */
        public boolean isOpen() {
            return this == CHECKING || this == IN_REVIEW || this == PLACEMENT;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "amendment_seq")
    @SequenceGenerator(name = "amendment_seq", sequenceName = "amendment_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Seal seal;
    private Long askedBy;
    @Enumerated(EnumType.STRING)
    private Subject subject;
    private String openSubject;
    private String openDomain;
    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "formerly_text"))
    @AttributeOverride(name = "province", column = @Column(name = "formerly_province"))
    @AttributeOverride(name = "city", column = @Column(name = "formerly_city"))
    private Datum formerly;
    @Embedded
    @AttributeOverride(name = "text", column = @Column(name = "wanted_text"))
    @AttributeOverride(name = "province", column = @Column(name = "wanted_province"))
    @AttributeOverride(name = "city", column = @Column(name = "wanted_city"))
    private Datum wanted;
    private String why;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant askedAt;
    @Enumerated(EnumType.STRING)
    private Finding licenceFinding;
    private String licenceNote;
    private String reviewedBy;
    private Instant reviewedAt;
    private String reviewReasons;
    @Enumerated(EnumType.STRING)
    private Fault placementFault;
    private Instant placementCheckedAt;
    private Instant closedAt;

    protected Amendment() {
    }

    Amendment(NewAmendment wish, Seal seal, Instant now) {
        this.seal = seal;
        this.askedBy = wish.personId();
        this.subject = wish.subject();
        this.openSubject = (subject.isOfBusiness() ? "business-" + seal.business().id() : "seal-" + seal.id())
            + "/" + subject;
        this.openDomain = subject == Subject.DOMAIN ? wish.wanted().text() : null;
        this.formerly = subject.of(seal);
        this.wanted = wish.wanted();
        this.why = wish.why();
        this.status = Status.CHECKING;
        this.askedAt = now;
    }

    /** Reaches a state in which it is under way. */
    void enter(Status next) {
        if (!status.isOpen() || !next.isOpen()) {
            throw new IllegalStateException(key() + " cannot go from " + status + " to " + next);
        }
        status = next;
    }

    /** The registry of licences answered (R15). */
    void found(Answer answer) {
        licenceFinding = answer.finding();
        licenceNote = answer.note() == null || answer.note().length() <= LONGEST_NOTE ? answer.note()
            : answer.note().substring(0, LONGEST_NOTE);
    }

    /**
     * An officer has looked at it.
     *
     * @throws IllegalArgumentException if the reasons are blank or longer than 3000 characters
     */
    void review(boolean approved, String reasons, String officer, Instant now) {
        reviewReasons = Texts.required("reasons", reasons, LONGEST_REASONS);
        reviewedBy = officer;
        reviewedAt = now;
        if (!approved) {
            close(Status.REFUSED, now);
        }
    }

    /** The new site was looked at. */
    void placementChecked(Placement found, Instant now) {
        placementFault = found.fault();
        placementCheckedAt = now;
    }

    /** Ends it; another change of the same can be asked for. */
    void close(Status outcome, Instant now) {
        if (!status.isOpen() || outcome.isOpen()) {
            throw new IllegalStateException(key() + " cannot go from " + status + " to " + outcome);
        }
        status = outcome;
        openSubject = null;
        openDomain = null;
        closedAt = now;
    }

    public Long id() {
        return id;
    }

    /** Its name as a case, which is also the business key of its process. */
    public CaseKey key() {
        return new CaseKey(KIND, id);
    }

    public Seal seal() {
        return seal;
    }

    /** The person who asked for it. */
    public Long askedBy() {
        return askedBy;
    }

    public Subject subject() {
        return subject;
    }

    /** What nobody can ask for again while this is under way: the subject, of this seal or of this business. */
    String openSubject() {
        return openSubject;
    }

    /** What was registered when the change was asked for. */
    public Datum formerly() {
        return orNothing(formerly);
    }

    /** What shall be registered. */
    public Datum wanted() {
        return orNothing(wanted);
    }

    /** What has no part at all is read as null. */
    private static Datum orNothing(Datum datum) {
        return datum == null ? Datum.of(null) : datum;
    }

    /** The holder's reason; null if none was given. */
    public String why() {
        return why;
    }

    public Status status() {
        return status;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** What the registry of licences said; null if it was not asked. */
    public Finding licenceFinding() {
        return licenceFinding;
    }

    /** The registry's explanation for staff; null or empty where there is none. */
    public String licenceNote() {
        return licenceNote;
    }

    /** Why the officer approved or refused; null if nobody had to decide, or nobody has yet. */
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

    /** What the last look at the new site found; null before the first. */
    public Fault placementFault() {
        return placementFault;
    }

    public Instant placementCheckedAt() {
        return placementCheckedAt;
    }

    /** When it ended; null while it is under way. */
    public Instant closedAt() {
        return closedAt;
    }
}
