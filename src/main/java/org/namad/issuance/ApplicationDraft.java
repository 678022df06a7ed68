package org.namad.issuance;

import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;

/** An application, or a correction of one, that is being filled in: what its owner has typed so far, right or wrong. */
@Entity
public class ApplicationDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application_draft_seq")
    @SequenceGenerator(name = "application_draft_seq", sequenceName = "application_draft_seq", allocationSize = 50)
    private Long id;
    private String token;
    private Long ownerId;
    private Long applicationId;
    @Lob
    @Column(length = 16777215)
    private byte[] typed;
    private Instant savedAt;

    protected ApplicationDraft() {
    }

    ApplicationDraft(String token, long ownerId, Long applicationId, Map<String, String> typed, Instant now) {
        this.token = token;
        this.ownerId = ownerId;
        this.applicationId = applicationId;
        type(typed, now);
    }

    /** The form as it stands now takes the place of what it was. */
    void type(Map<String, String> newTyped, Instant now) {
        typed = TypedFields.write(newTyped);
        savedAt = now;
    }

    /** Made with the form; the application that comes of it has it as its submission id. */
    public String token() {
        return token;
    }

    long ownerId() {
        return ownerId;
    }

    /** What stands in each field of the form that is not empty. */
    public Map<String, String> typed() {
        return TypedFields.read(typed);
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** When it is forgotten unless its owner comes back to it. */
    public Instant keptUntil() {
        return savedAt.plus(DraftDesk.KEPT);
    }
}
