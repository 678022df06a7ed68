package org.namad.demo;

import java.time.Duration;

import org.namad.calendar.NamadClock;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps how far the demo's clock was moved ahead across restarts, so that no stored time lies in the future (N17). */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class DemoClock {

    DemoClock(JdbcTemplate jdbc, NamadClock clock) {
        clock.setOffset(Duration.ofMillis(jdbc.queryForObject("select offset_millis from demo_state", Long.class)));
        clock.follow(offset -> jdbc.update("update demo_state set offset_millis = ?", offset.toMillis()));
    }
}
