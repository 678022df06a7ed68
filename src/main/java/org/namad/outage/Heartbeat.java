package org.namad.outage;

import java.time.Duration;
import java.time.Instant;

import org.namad.calendar.NamadClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices outages (N7): every node at work leaves the time in one row of the database. Whoever finds it older than
 * {@code namad.outages.noticed-after} logs an outage since then. At a start this is done before timers are let run, so
 * that no deadline passes that ran out while nobody could keep it. The machines' time counts, not the demo's clock.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Heartbeat implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final OutageDesk desk;
    private final NamadClock clock;
    private final Duration noticedAfter;

    Heartbeat(JdbcTemplate jdbc, TransactionTemplate transaction, OutageDesk desk, NamadClock clock,
            @Value("${namad.outages.noticed-after:PT10M}") Duration noticedAfter) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.desk = desk;
        this.clock = clock;
        this.noticedAfter = noticedAfter;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            beat();
        } catch (RuntimeException failure) {
            // Staying away would make the outage longer; the next beat tries again.
            LOG.error("The outage before this start could not be made up for", failure);
        }
    }

    /** Leaves the time, and makes up for an outage if there was one. */
    @Scheduled(fixedDelayString = "${namad.outages.beat-every:PT30S}")
    synchronized void beat() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.machineTime();
            Long last = jdbc.queryForObject("select beat_millis from heartbeat where id = 1 for update", Long.class);
            if (last != null && Instant.ofEpochMilli(last).plus(noticedAfter).isBefore(now)) {
                Instant since = Instant.ofEpochMilli(last);
                LOG.warn("The platform was out of reach from {} to {}: running clocks are moved", since, now);
                desk.logNoticed(since.plus(clock.offset()), now.plus(clock.offset()));
            }
            jdbc.update("update heartbeat set beat_millis = ? where id = 1", now.toEpochMilli());
        });
        desk.moveClocks();
    }
}
