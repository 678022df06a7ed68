package org.namad.signature;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A pair of keys that signs profiles, the private one encrypted (docs/adr/0012). */
@Entity
class SigningKey {

    @Id
    private Long id;
    private String publicKey;
    private String privateKey;
    private Instant createdAt;

    protected SigningKey() {
    }

    SigningKey(long id, String publicKey, String privateKey, Instant createdAt) {
        this.id = id;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    /** As JWK. */
    String publicKey() {
        return publicKey;
    }

    /** As JWK, encrypted by {@link KeyVault}. */
    String privateKey() {
        return privateKey;
    }

    Instant createdAt() {
        return createdAt;
    }
}
