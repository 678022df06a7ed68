package org.namad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.namad.configuration.WrongConfiguration;

/** An installation as {@code docker/compose.yaml} describes it: MariaDB, nothing of the demo. */
class ProductionIT {

    private static final String[] SETTINGS = {
        "--server.port=0",
        "--spring.datasource.username=root",
        "--spring.datasource.password=",
        "--spring.mail.host=localhost",
        "--namad.mail.from=namad@namad.example",
        "--namad.signing-key=a secret of at least thirty-two characters",
        "--namad.base-url=http://localhost:8080",
        "--namad.payment.gateway-url=http://localhost:1",
        "--namad.payment.merchant-id=00000000-0000-4000-8000-000000000000",
        "--namad.registries.url=http://localhost:1",
        "--namad.registries.token=token",
        "--namad.admin.user=first"
    };
    private static final String PASSWORD = "Correct-Horse-7-Battery";

    @Test
    @DisplayName("Namad starts on an empty MariaDB, with one administrator and without the demo")
    void starts() {
        try (ConfigurableApplicationContext namad = start(MariaDb.newDatabase(), PASSWORD)) {
            TestRestTemplate http = new TestRestTemplate();
            String address = "http://localhost:" + namad.getEnvironment().getProperty("local.server.port");

            assertThat(http.getForObject(address + "/actuator/health/readiness", String.class)).contains("UP");
            assertThat(http.getForEntity(address + "/demo", String.class).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(namad.getBean(IdentityService.class).createUserQuery().list()).extracting(User::getId)
                .containsExactly("first");
        }
    }

    @Test
    @DisplayName("Without an administrator Namad does not start")
    void noAdministrator() {
        assertThatThrownBy(() -> start(MariaDb.newDatabase(), ""))
            .isInstanceOf(WrongConfiguration.class)
            .hasMessage("Nobody administers Namad yet: set NAMAD_ADMIN_USER and NAMAD_ADMIN_PASSWORD.");
    }

    @Test
    @DisplayName("A database that would lose Persian text or the case of letters is refused before tables are made")
    void collation() {
        String url = MariaDb.newDatabase();
        JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
        database.execute("alter database character set latin1 collate latin1_swedish_ci");

        assertThatThrownBy(() -> start(url, PASSWORD)).hasRootCauseInstanceOf(WrongConfiguration.class)
            .rootCause().message().startsWith("Change the database's collation from latin1_swedish_ci");
        assertThat(database.queryForList("show tables like 'seal'")).isEmpty();
    }

    private static ConfigurableApplicationContext start(String url, String password) {
        Stream<String> own = Stream.of("--spring.datasource.url=" + url, "--namad.admin.password=" + password);
        return new SpringApplicationBuilder(NamadApplication.class).profiles("production")
            .run(Stream.concat(Stream.of(SETTINGS), own).toArray(String[]::new));
    }
}
