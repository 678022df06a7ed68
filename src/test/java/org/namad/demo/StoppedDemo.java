package org.namad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

import org.awaitility.Awaitility;
import org.namad.NamadApplication;
import org.namad.seal.Seals;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts the demo on the test's database, before the test does, and stops it while its clock stands in the past. */
public class StoppedDemo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where the demo stands, in memory. */
    public static final String DATABASE = "jdbc:h2:mem:demo-data;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256";
    /** The stories of applications that have come to no seal yet, or never will. */
    static final Set<String> WITHOUT_SEAL = Set.of("not-needed", "review", "correction", "withdrawn", "rejected",
        "fee-due", "lapsed", "placing", "not-placed");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (ConfigurableApplicationContext stopped = new SpringApplicationBuilder(NamadApplication.class).run(
                "--server.port=0", "--namad.simulators.port=0", "--spring.datasource.url=" + DATABASE)) {
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> stopped.getBean(Seals.class).count() > 2);
        }
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("demo-data");
        JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(DATABASE, "sa", ""));
        assertThat(database.queryForObject("select loading and not data_loaded and offset_millis < 0 from demo_state",
            Boolean.class)).isTrue();
    }
}
