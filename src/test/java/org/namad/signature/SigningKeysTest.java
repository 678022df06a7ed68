package org.namad.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.persistence.EntityManager;

import com.nimbusds.jose.jwk.JWK;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Each {@link SigningKeys} made here stands for a node. */
@NamadTest
class SigningKeysTest {

    private static final String SECRET = "a secret of at least thirty-two characters";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Autowired
    EntityManager database;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void noKeys() {
        jdbc.update("delete from signing_key");
    }

    @Test
    @DisplayName("N14 Nodes that start at the same moment sign with the same key")
    void together() throws Exception {
        List<Callable<String>> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            SigningKeys node = node(SECRET, START);
            nodes.add(() -> node.current().getKeyID());
        }
        ExecutorService pool = Executors.newFixedThreadPool(nodes.size());
        try {
            String first = null;
            for (Future<String> key : pool.invokeAll(nodes)) {
                first = first == null ? key.get() : first;
                assertThat(key.get()).isEqualTo(first);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(jdbc.queryForObject("select count(*) from signing_key", Long.class)).isEqualTo(1);
    }

    @Test
    @DisplayName("N14 After a year a new key is published a week before it signs, and the old one until nothing of it holds")
    void replaced() throws Exception {
        String old = node(SECRET, START).current().getKeyID();

        Instant due = START.plus(SigningKeys.TERM);
        assertThat(published(due)).hasSize(2).startsWith(old);
        String next = published(due).get(1);
        assertThat(signing(due)).isEqualTo(old);
        assertThat(signing(due.plus(SigningKeys.ANNOUNCED).minusSeconds(1))).isEqualTo(old);

        Instant change = due.plus(SigningKeys.ANNOUNCED);
        assertThat(signing(change)).isEqualTo(next);
        assertThat(published(change.plus(Duration.ofHours(25)))).containsExactly(old, next);
        assertThat(published(change.plus(SigningKeys.OUTLIVED))).containsExactly(next);
    }

    @Test
    @DisplayName("N14 With a changed secret another key signs at once, and what was signed before can still be checked")
    void changedSecret() throws Exception {
        String old = node(SECRET, START).current().getKeyID();
        SigningKeys changed = node("another secret of at least thirty-two characters", START.plusSeconds(60));
        String next = changed.current().getKeyID();
        assertThat(next).isNotEqualTo(old);
        assertThat(changed.published().getKeys()).extracting(JWK::getKeyID).containsExactly(old, next);
        assertThat(changed.current().getKeyID()).isEqualTo(next);
    }

    @Test
    @DisplayName("N14 A key that was deleted since it was stolen is published no more, and another one signs")
    void stolen() throws Exception {
        String old = node(SECRET, START).current().getKeyID();
        jdbc.update("delete from signing_key");
        assertThat(published(START.plusSeconds(60))).hasSize(1).doesNotContain(old);
    }

    @Test
    @DisplayName("N14 The database does not tell the private key")
    void encrypted() throws Exception {
        String secret = node(SECRET, START).current().getD().toString();
        String stored = jdbc.queryForObject("select private_key from signing_key", String.class);
        assertThat(stored).doesNotContain(secret).matches("[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(jdbc.queryForObject("select public_key from signing_key", String.class)).doesNotContain("\"d\"");
        assertThat(new KeyVault(SECRET).open(stored)).isPresent();
        assertThat(new KeyVault(SECRET + "!").open(stored)).isEmpty();
    }

    private String signing(Instant now) throws GeneralSecurityException {
        return node(SECRET, now).current().getKeyID();
    }

    private List<String> published(Instant now) throws GeneralSecurityException {
        return node(SECRET, now).published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private SigningKeys node(String secret, Instant now) throws GeneralSecurityException {
        return new SigningKeys(database, new KeyVault(secret), Clock.fixed(now, NamadClock.TEHRAN), transactions);
    }
}
