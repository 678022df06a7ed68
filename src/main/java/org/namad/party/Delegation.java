package org.namad.party;

import java.time.Duration;
import java.time.Instant;

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

/**
 * The leave that the owner of a company gives somebody to act for it (R12): first an invitation to the holder of a
 * national ID, then, once accepted, in force until either of them ends it. A person has at most one that is open.
 */
@Entity
@Attributable(Delegation.KIND)
public class Delegation {

    /** The kind under which changes and mails are found. */
    public static final String KIND = "delegation";

    /** How long an invitation can be accepted. */
    public static final Duration INVITATION_LASTS = Duration.ofDays(7);

    /** What has become of it. */
    public enum State { INVITED, ACTIVE, DECLINED, ENDED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delegation_seq")
    @SequenceGenerator(name = "delegation_seq", sequenceName = "delegation_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Business business;
    private String nationalId;
    private String name;
    private String email;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person invitedBy;
    private Instant invitedAt;
    @Enumerated(EnumType.STRING)
    private State state;
    @ManyToOne(fetch = FetchType.LAZY)
    private Person delegate;
    private Instant answeredAt;
    private Instant endedAt;
    private String openNationalId;

    protected Delegation() {
    }

    Delegation(Business business, NewDelegate invited, Instant now) {
        if (business.kind() != Business.Kind.LEGAL) {
            throw new IllegalArgumentException("business " + business.id() + " is its owner's: nobody else acts for it");
        }
        this.business = business;
        this.nationalId = invited.nationalId();
        this.name = invited.name();
        this.email = invited.email();
        this.invitedBy = business.owner();
        this.invitedAt = now;
        this.state = State.INVITED;
        this.openNationalId = this.nationalId;
    }

    void accept(Person invited, Instant now) {
        require(State.INVITED);
        delegate = invited;
        state = State.ACTIVE;
        answeredAt = now;
    }

    void decline(Person invited, Instant now) {
        require(State.INVITED);
        delegate = invited;
        answeredAt = now;
        close(State.DECLINED, now);
    }

    /** The owner withdraws it, or the delegate steps down: from now on it gives leave to nothing. */
    void end(Instant now) {
        if (isOpen()) {
            close(State.ENDED, now);
        }
    }

    private void close(State outcome, Instant now) {
        state = outcome;
        endedAt = now;
        openNationalId = null;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("delegation " + id + " is " + state);
        }
    }

    /** Whether it is in force, or waits for an answer. */
    public boolean isOpen() {
        return openNationalId != null;
    }

    /** Whether it waits for an answer that can still be given. */
    public boolean isAwaited(Instant now) {
        return state == State.INVITED && now.isBefore(invitedUntil());
    }

    /** Until when the invitation can be accepted. */
    public Instant invitedUntil() {
        return invitedAt.plus(INVITATION_LASTS);
    }

    public Long id() {
        return id;
    }

    public Business business() {
        return business;
    }

    /** Who alone can accept: the holder of this national ID. */
    public NationalId nationalId() {
        return new NationalId(nationalId);
    }

    /** The delegate's name: until somebody has answered, as the owner wrote it. */
    public String name() {
        return delegate == null ? name : delegate.fullName();
    }

    /** Where the invitation went. */
    public String email() {
        return email;
    }

    public Person invitedBy() {
        return invitedBy;
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public State state() {
        return state;
    }

    /** Who has answered; null before that. */
    public Person delegate() {
        return delegate;
    }

    /** When it was accepted or declined; null before that. */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** When it ended, or was declined; null while open. */
    public Instant endedAt() {
        return endedAt;
    }
}
