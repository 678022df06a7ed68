package org.namad.party;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

import org.namad.casefile.Attributable;

/** A natural person: a consumer, the owner of a business, or both. Known by national ID (R4). */
@Entity
@Attributable("person")
public class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
    @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 50)
    private Long id;
    private String nationalId;
    private String fullName;
    private LocalDate birthDate;
    private String email;
    private String mobile;
    private String language;
    private Instant registeredAt;
    private int sessionsEnded;

    protected Person() {
    }

    /** Registers a person who reads Persian ({@code fa}) or English ({@code en}). */
    public Person(NationalId nationalId, String fullName, LocalDate birthDate, String email, String mobile,
            String language, Instant registeredAt) {
        this.nationalId = nationalId.value();
        this.fullName = fullName;
        this.birthDate = birthDate;
        this.email = email;
        this.mobile = mobile;
        this.language = language;
        this.registeredAt = registeredAt;
    }

    /** Changes the mobile number (null for none) and the language of mails. */
    void reachBy(String newMobile, String newLanguage) {
        mobile = newMobile;
        language = newLanguage;
    }

    /** Mails go to this address from now on. */
    void reachAt(String newEmail) {
        email = newEmail;
    }

    /** Whoever is signed in as this person has to sign in again. */
    void endSessions() {
        sessionsEnded++;
    }

    public Long id() {
        return id;
    }

    public NationalId nationalId() {
        return new NationalId(nationalId);
    }

    public String fullName() {
        return fullName;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    public String email() {
        return email;
    }

    public String mobile() {
        return mobile;
    }

    /** The language of this person's mails: {@code fa} or {@code en}. */
    public String language() {
        return language;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    /** How often all sessions were ended; a session belongs to the number that it began with. */
    public int sessionsEnded() {
        return sessionsEnded;
    }
}
