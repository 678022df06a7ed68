package org.namad.party;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** A one-time code that was issued for a national ID, registered or not; the code itself is kept only as a hash. */
@Entity
class OneTimeCode {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "one_time_code_seq")
    @SequenceGenerator(name = "one_time_code_seq", sequenceName = "one_time_code_seq", allocationSize = 50)
    private Long id;
    private String nationalId;
    private String remoteAddress;
    private String salt;
    private String hash;
    private Instant issuedAt;
    private Instant expiresAt;
    private int tries;
    private Instant usedAt;

    protected OneTimeCode() {
    }

    OneTimeCode(NationalId nationalId, String remoteAddress, String salt, String hash, Instant issuedAt,
            Instant expiresAt) {
        this.nationalId = nationalId.value();
        this.remoteAddress = remoteAddress;
        this.salt = salt;
        this.hash = hash;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    Long id() {
        return id;
    }

    String salt() {
        return salt;
    }

    String hash() {
        return hash;
    }
}
