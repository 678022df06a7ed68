package org.namad.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.TestData;
import org.namad.demo.simulators.Behaviour;
import org.namad.demo.simulators.RegistrySimulator;
import org.namad.demo.simulators.Simulators;
import org.namad.party.NationalId;
import org.springframework.web.client.RestClient;

class HttpRegistriesTest {

    private static final LocalDate BORN = LocalDate.of(1990, 5, 4);
    private static Simulators simulators;
    private static HttpRegistries registries;

    @BeforeAll
    static void start() {
        simulators = Simulators.start("localhost", 0);
        registries = registries(URI.create(simulators.url()));
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    private static HttpRegistries registries(URI url) {
        return new HttpRegistries(RestClient.builder(),
            new RegistrySettings(url, "token", Duration.ofMillis(500), Duration.ofMillis(500)));
    }

    @Test
    @DisplayName("R15 The civil registry confirms a person, with a reference to prove it")
    void confirmed() {
        Answer answer = registries.check(TestData.nationalId(), "سارا احمدی", BORN);
        assertThat(answer.finding()).isEqualTo(Finding.CONFIRMED);
        assertThat(answer.reference()).startsWith("I-");
        assertThat(answer.note()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"990, MISMATCH", "991, UNKNOWN", "994, NEGATIVE"})
    @DisplayName("R15 The civil registry may say otherwise, and why")
    void identityFindings(String prefix, Finding finding) {
        Answer answer = registries.check(TestData.withPrefix(prefix + "000001"), "سارا احمدی", BORN);
        assertThat(answer.finding()).isEqualTo(finding);
        assertThat(answer.note()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"123456, CONFIRMED", "990456, MISMATCH", "991456, UNKNOWN", "994456, NEGATIVE"})
    @DisplayName("R15 A licence is in force for its holder, or not")
    void licenceFindings(String number, Finding finding) {
        assertThat(registries.check(number, TestData.legalId().value(), "clothing").finding()).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({"401, CONFIRMED", "995, NEGATIVE", "996, UNKNOWN"})
    @DisplayName("R15 The police qualify a person for a trade, or not")
    void policeFindings(String prefix, Finding finding) {
        assertThat(registries.check(TestData.withPrefix(prefix + "000002"), "travel").finding()).isEqualTo(finding);
    }

    @Test
    @DisplayName("R15 A registry that fails or is too slow is unavailable, and soon")
    void unavailable() {
        for (String prefix : new String[] {"992", "993"}) {
            Instant start = java.time.Clock.systemUTC().instant();
            NationalId nationalId = TestData.withPrefix(prefix + "000003");
            assertThatThrownBy(() -> registries.check(nationalId, "سارا احمدی", BORN))
                .isInstanceOf(RegistryUnavailable.class).hasMessageContaining("identity");
            assertThat(start).isCloseTo(java.time.Clock.systemUTC().instant(),
                org.assertj.core.api.Assertions.within(3, java.time.temporal.ChronoUnit.SECONDS));
        }
    }

    @Test
    @DisplayName("R15 A registry that nobody listens at is unavailable")
    void unreachable() {
        assertThatThrownBy(() -> registries(URI.create("http://localhost:1")).check("123456", "1", "clothing"))
            .isInstanceOf(RegistryUnavailable.class);
    }

    @Test
    @DisplayName("R15 An answer that is no answer, cut off, of another form or with an unknown finding, decides nothing")
    void garbled() {
        NationalId nationalId = TestData.nationalId();
        simulators.registries().answer("identity", nationalId.value(), Behaviour.GARBLED);
        for (String answer : RegistrySimulator.GARBLED) {
            assertThatThrownBy(() -> registries.check(nationalId, "سارا احمدی", BORN)).as(answer)
                .isInstanceOf(RegistryUnavailable.class).hasMessageContaining("identity");
        }
        simulators.registries().reset("identity", nationalId.value());
        assertThat(registries.check(nationalId, "سارا احمدی", BORN).finding()).isEqualTo(Finding.CONFIRMED);
    }

    @Test
    @DisplayName("R15 A registry that fails first answers when it is asked again")
    void recovers() {
        NationalId nationalId = TestData.nationalId();
        simulators.registries().answer("police", nationalId.value(), Behaviour.FAILING);
        assertThatThrownBy(() -> registries.check(nationalId, "travel")).isInstanceOf(RegistryUnavailable.class);
        simulators.registries().reset("police", nationalId.value());
        assertThat(registries.check(nationalId, "travel").finding()).isEqualTo(Finding.CONFIRMED);
    }
}
