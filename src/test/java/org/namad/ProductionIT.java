package org.namad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.namad.configuration.WrongConfiguration;

/** An installation: MariaDB, nothing of the demo, and what is said of one that is not set up right. */
@ExtendWith(OutputCaptureExtension.class)
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
    @DisplayName("A weak password for the first administrator stops the start with a sentence that says what it takes")
    void weakPassword(CapturedOutput output) {
        assertThatThrownBy(() -> start(MariaDb.newDatabase(), "password")).isInstanceOf(WrongConfiguration.class)
            .message().startsWith("NAMAD_ADMIN_PASSWORD is too weak: take at least ten characters").hasLineCount(1);
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat org.namad");
    }

    @Test
    @DisplayName("A database that is not there, or refuses the user, stops the start with a sentence that says what to set")
    void noDatabase(CapturedOutput output) {
        String url = MariaDb.newDatabase();
        assertThatThrownBy(() -> start(url + "gone", PASSWORD)).isInstanceOf(WrongConfiguration.class)
            .message().startsWith("There is no database " + url + "gone that the user \"root\" may use").hasLineCount(1);
        assertThatThrownBy(() -> start(url, PASSWORD, "--spring.datasource.password=wrong"))
            .isInstanceOf(WrongConfiguration.class)
            .message().startsWith("The database " + url + " refuses the user \"root\"").hasLineCount(1);
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat org.");
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

    private static ConfigurableApplicationContext start(String url, String password, String... others) {
        Stream<String> own = Stream.of("--spring.datasource.url=" + url, "--namad.admin.password=" + password);
        return new SpringApplicationBuilder(NamadApplication.class).profiles("production")
            .run(Stream.of(Stream.of(others), Stream.of(SETTINGS), own).flatMap(all -> all)
                .toArray(String[]::new));
    }
}
