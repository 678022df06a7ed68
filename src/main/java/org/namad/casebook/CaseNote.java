package org.namad.casebook;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

import org.hibernate.annotations.Immutable;
import org.namad.casefile.CaseKey;

/** What a staff member noted about a case for the others; never changed. */
@Entity
@Immutable
public class CaseNote {

    /** The longest note, in characters. */
    public static final int LONGEST = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_note_seq")
    @SequenceGenerator(name = "case_note_seq", sequenceName = "case_note_seq", allocationSize = 50)
    private Long id;
    private String caseKey;
    private String text;
    private String author;
    private Instant writtenAt;

    protected CaseNote() {
    }

    CaseNote(CaseKey key, String text, String author, Instant now) {
        this.caseKey = key.toString();
        this.text = text;
        this.author = author;
        this.writtenAt = now;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    /** The user id of whoever wrote it. */
    public String author() {
        return author;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
