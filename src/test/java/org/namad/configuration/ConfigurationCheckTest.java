package org.namad.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.namad.NamadApplication;

/** Starts Namad as a production installation with one thing wrong. */
@ExtendWith(OutputCaptureExtension.class)
class ConfigurationCheckTest {

    private static final Map<String, String> RIGHT = Map.ofEntries(
        Map.entry("spring.datasource.url", "jdbc:mariadb://localhost/namad"),
        Map.entry("spring.mail.host", "mail.namad.example"),
        Map.entry("namad.mail.from", "namad@namad.example"),
        Map.entry("namad.signing-key", "a secret of at least thirty-two characters"),
        Map.entry("namad.base-url", "https://namad.example"),
        Map.entry("namad.payment.gateway-url", "https://gateway.example"),
        Map.entry("namad.payment.merchant-id", "00000000-0000-4000-8000-000000000000"),
        Map.entry("namad.registries.url", "https://registries.example"),
        Map.entry("namad.registries.token", "token"),
        Map.entry("namad.mail.bounces.host", "mail.namad.example"),
        Map.entry("namad.mail.bounces.address", "bounces@namad.example"),
        Map.entry("namad.mail.bounces.user", "bounces"),
        Map.entry("namad.mail.bounces.password", "secret"));

    @ParameterizedTest(name = "{0} = \"{1}\"")
    @DisplayName("A wrong setting stops the start with a sentence that says what to set")
    @CsvSource({
        "spring.mail.host, '', Name the mail server in SPRING_MAIL_HOST.",
        "namad.mail.from, '', Set the sender of all mails in NAMAD_MAIL_FROM.",
        "namad.signing-key, '', NAMAD_SIGNING_KEY.",
        "namad.signing-key, too short, NAMAD_SIGNING_KEY.",
        "namad.signing-key, demo-only-demo-only-demo-only-demo-only, NAMAD_SIGNING_KEY.",
        "namad.base-url, '', Set the address where people reach Namad",
        "namad.base-url, https://namad.example/seal/, Set the address where people reach Namad",
        "namad.payment.gateway-url, '', NAMAD_PAYMENT_GATEWAY_URL.",
        "namad.payment.merchant-id, '', NAMAD_PAYMENT_MERCHANT_ID.",
        "namad.registries.url, '', NAMAD_REGISTRIES_URL.",
        "namad.registries.token, '', NAMAD_REGISTRIES_TOKEN.",
        "namad.language, de, NAMAD_LANGUAGE must be fa or en",
        "namad.mail.bounces.address, bounces, NAMAD_MAIL_BOUNCES_ADDRESS",
        "namad.mail.bounces.address, boun+ces@namad.example, NAMAD_MAIL_BOUNCES_ADDRESS",
        "namad.mail.bounces.user, '', NAMAD_MAIL_BOUNCES_USER.",
        "namad.mail.bounces.password, '', NAMAD_MAIL_BOUNCES_PASSWORD.",
        "spring.datasource.url, '', Name the database in SPRING_DATASOURCE_URL",
        "spring.datasource.url, jdbc:mariadb://localhost:1/namad, 'The database jdbc:mariadb://localhost:1/namad cannot be reached: start it'",
        "spring.datasource.url, jdbc:mariadb://nowhere.invalid/namad, correct the host and port in SPRING_DATASOURCE_URL",
        "spring.datasource.url, jdbc:postgresql://localhost/namad?password=secret, localhost/namad\" is unknown",
        "spring.datasource.url, jdbc:mariadb://localhost/n?useBulkStmts=true, Take useBulkStmts=true out",
        "spring.datasource.hikari.transaction-isolation, TRANSACTION_SERIALIZABLE, must be TRANSACTION_READ_COMMITTED"
    })
    void oneSettingWrong(String name, String value, String sentence, CapturedOutput output) {
        Map<String, String> settings = new LinkedHashMap<>(RIGHT);
        settings.put(name, value);

        assertThat(failure(settings)).isInstanceOf(WrongConfiguration.class)
            .message().contains(sentence).hasLineCount(1);
        assertThat(output).contains("APPLICATION FAILED TO START").contains(sentence).doesNotContain("\tat org.");
    }

    @Test
    @DisplayName("Everything that is wrong is said at once")
    void everythingWrong() {
        assertThat(failure(Map.of())).isInstanceOf(WrongConfiguration.class)
            .message().hasLineCount(9);
    }

    private static Throwable failure(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return catchThrowable(() -> new SpringApplicationBuilder(NamadApplication.class).profiles("production")
            .run(arguments.toArray(String[]::new)));
    }
}
