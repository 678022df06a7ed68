package org.namad.trail;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** One change of one field; never changed itself. Long texts are cut, and named by their length and hash. */
@Entity
@Immutable
public class ChangeEntry {

    /** The {@link #field()} of the line that says that something came to be. */
    public static final String CREATED = "created";
    /** The {@link #field()} of the line that says that something was removed. */
    public static final String REMOVED = "removed";

    @Id
    private Long id;
    private String caseKey;
    private String field;
    private String oldText;
    private String newText;
    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;
    private String actor;
    private String element;
    private Instant changedAt;

    protected ChangeEntry() {
    }

    public Long id() {
        return id;
    }

    /** What was changed, such as {@code complaint-17}. */
    public String caseKey() {
        return caseKey;
    }

    /** Which field, such as {@code status} or {@code payment.amount}; {@link #CREATED} or {@link #REMOVED}. */
    public String field() {
        return field;
    }

    /** What stood there; null if nothing did. */
    public String oldText() {
        return oldText;
    }

    /** What stands there since; null if nothing does. */
    public String newText() {
        return newText;
    }

    /** Who did it. */
    public Actor actor() {
        return new Actor(actorKind, actor, element);
    }

    public Instant changedAt() {
        return changedAt;
    }
}
