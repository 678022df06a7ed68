package org.namad.demo;

import org.flywaydb.core.Flyway;
import org.namad.configuration.WrongConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Begins the demo anew on an empty database if it was stopped while its two years were being made: half a past, with
 * cases open in the middle of it, is none from which its clock could go on.
 */
@Component
@Profile("demo")
class DemoBeginning implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(DemoBeginning.class);
    /** Older databases tell it by the clock, which stands in the past only while data is made. */
    private static final String INTERRUPTED = "select count(*) > 0 from demo_state "
        + "where loading or (not data_loaded and offset_millis < 0)";

    @Override
    public void migrate(Flyway flyway) {
        flyway.migrate();
        JdbcTemplate database = new JdbcTemplate(flyway.getConfiguration().getDataSource());
        if (Boolean.TRUE.equals(database.queryForObject(INTERRUPTED, Boolean.class))) {
            if (!isEmbedded(database)) {
                throw new WrongConfiguration("The demo was stopped while its data was being made: empty its database, "
                    + "and start it again.");
            }
            LOG.info("The demo was stopped while its data was being made; it begins anew");
            database.execute("drop all objects");
            flyway.migrate();
        }
    }

    private static boolean isEmbedded(JdbcTemplate database) {
        return "H2".equals(database.execute((ConnectionCallback<String>) connection ->
            connection.getMetaData().getDatabaseProductName()));
    }
}
