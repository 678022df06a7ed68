package org.namad.signature;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign profiles. The first is made when it is first needed, the next a year later; a new key is published
 * {@link #ANNOUNCED} before it signs, so that those who keep the published keys know it in time, and an old one stays
 * published as long as something signed with it holds. All nodes read the same table (docs/adr/0012).
 */
@Component
class SigningKeys {

    static final Duration TERM = Duration.ofDays(365);
    static final Duration ANNOUNCED = Duration.ofDays(7);
    /** Longer than any signed profile holds. */
    static final Duration OUTLIVED = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** A key whose private part this node can read. */
    private record Own(ECKey pair, Instant createdAt) {
    }

    private final EntityManager database;
    private final KeyVault vault;
    private final Clock clock;
    private final TransactionTemplate apart;

    SigningKeys(EntityManager database, KeyVault vault, Clock clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The pair to sign with now. */
    ECKey current() {
        List<SigningKey> all = all();
        List<Own> own = own(all);
        if (own.isEmpty() || !clock.instant().isBefore(own.get(own.size() - 1).createdAt().plus(TERM))) {
            add(all.isEmpty() ? 1 : all.get(all.size() - 1).id() + 1);
            own = own(all());
        }
        List<Instant> ages = own.stream().map(Own::createdAt).toList();
        return own.get(signing(ages, clock.instant())).pair();
    }

    /** The public keys by which everything can be checked that holds now or will be signed in the next days. */
    JWKSet published() {
        current();
        List<SigningKey> all = all();
        List<Instant> ages = all.stream().map(SigningKey::createdAt).toList();
        return new JWKSet(all.subList(signing(ages, clock.instant().minus(OUTLIVED)), all.size()).stream()
            .map(key -> parse(key.publicKey())).toList());
    }

    /** The place of the key that signs at {@code now}: the latest that has been announced, or else the first. */
    private static int signing(List<Instant> createdAt, Instant now) {
        int place = createdAt.size() - 1;
        while (place > 0 && createdAt.get(place).plus(ANNOUNCED).isAfter(now)) {
            place--;
        }
        return place;
    }

    private List<Own> own(List<SigningKey> all) {
        return all.stream().flatMap(key -> vault.open(key.privateKey()).stream()
            .map(pair -> new Own(pair, key.createdAt()))).toList();
    }

    private List<SigningKey> all() {
        return database.createQuery("select k from SigningKey k order by k.id", SigningKey.class).getResultList();
    }

    /** Two nodes may find at the same moment that a key is due; the number lets only one of them add it. */
    private void add(long number) {
        SigningKey key = make(number);
        try {
            apart.executeWithoutResult(transaction -> database.persist(key));
            LOG.info("Made key {} that signs profiles", number);
        } catch (DataIntegrityViolationException anotherNodeWasFaster) {
            LOG.info("Another node has made key {} that signs profiles", number);
        }
    }

    private SigningKey make(long number) {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint(true).generate();
            return new SigningKey(number, pair.toPublicJWK().toJSONString(), vault.seal(pair), clock.instant());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has P-256 and AES-GCM", e);
        }
    }

    private static JWK parse(String publicKey) {
        try {
            return JWK.parse(publicKey);
        } catch (ParseException e) {
            throw new IllegalStateException("signing_key holds a public key that is none", e);
        }
    }
}
