package org.namad.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.demo.simulators.Simulators;
import org.namad.seal.Seal;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;

@NamadTest
class PlacementCheckTest {

    @Autowired
    TestData data;
    @Autowired
    PlacementCheck placementCheck;
    @Autowired
    Simulators simulators;
    @Autowired
    MessageSource messages;
    @Value("${namad.base-url}")
    String baseUrl;

    @Test
    @DisplayName("R16 A shop that pastes its snippet has it in place; before, it has not")
    void placed() {
        Seal seal = data.issuedSeal();
        assertThat(placementCheck.check(seal.id()).fault()).isEqualTo(Fault.NO_SNIPPET);
        simulators.shops().place(seal.domain(), Snippet.of(seal, baseUrl));
        Placement placement = placementCheck.check(seal.id());
        assertThat(placement.placed()).isTrue();
        assertThat(placement.fault()).isEqualTo(Fault.NONE);
        assertThat(placement.evidence()).contains(seal.code());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        NONE                 | <div><p>x</p>{snippet}</div>
        NONE                 | <a href='{profile}'><img src='{badge}'></a>
        NONE                 | {english}
        NONE                 | <meta name=referrer content=no-referrer>{snippet}
        NONE                 | <a rel='noreferrer' href='{profile}'><img src='{badge}'></a>{snippet}
        NO_SNIPPET           | <p>خوش آمدید</p>
        NO_SNIPPET           | <a href='https://elsewhere.example/profile?id={id}&Code=other'><img src='/logo.png'></a>
        SNIPPET_NOT_RENDERED | <pre>&lt;a href='{profile}'&gt;</pre>
        SNIPPET_NOT_RENDERED | <div><!-- {snippet} --></div>
        LINK_MISSING         | <img referrerpolicy='origin' src='{badge}'>
        IMAGE_MISSING        | <a href='{profile}'>نماد</a>
        IMAGE_COPIED         | <a href='{profile}'><img src='/images/seal.png' code='{code}'></a>
        IMAGE_COPIED         | <a href='{profile}'><img src='data:image/png;base64,AAAA'></a>
        IMAGE_COPIED         | <img src='/images/seal.png' code='{code}'>
        WRONG_ID_OR_CODE     | <a href='{base}/profile?id={id}&Code=WRONG'><img src='{badge}'></a>
        WRONG_ID_OR_CODE     | <a href='{base}/profile?id=1&Code={code}'><img src='{badge}'></a>
        WRONG_ID_OR_CODE     | <a href='{profile}'><img src='{base}/badge.svg?id=1&Code=x'></a>
        WRONG_ID_OR_CODE     | <img src='{base}/badge.svg?id=1&Code=x'>
        REFERRER_SUPPRESSED  | <a rel='noopener noreferrer' referrerpolicy='origin' href='{profile}'><img src='{badge}'></a>
        REFERRER_SUPPRESSED  | <a referrerpolicy='no-referrer' href='{profile}'><img src='{badge}'></a>
        REFERRER_SUPPRESSED  | <a href='{profile}'><img referrerpolicy='no-referrer' src='{badge}'></a>
        REFERRER_SUPPRESSED  | <meta name='Referrer' content='same-origin'><a href='{profile}'><img src='{badge}'></a>
        """)
    @DisplayName("N1 The check names the exact fault of a page")
    void corpus(Fault fault, String html) {
        Seal seal = data.issuedSeal();
        simulators.shops().serve(seal.domain(), html.replace("{snippet}", Snippet.of(seal, baseUrl))
            .replace("{english}", Snippet.inEnglish(seal, baseUrl))
            .replace("{profile}", Snippet.profileUrl(seal, baseUrl)).replace("{badge}", Snippet.badgeUrl(seal, baseUrl))
            .replace("{id}", String.valueOf(seal.id())).replace("{code}", seal.code()).replace("{base}", baseUrl));
        Placement placement = placementCheck.check(seal.id());
        assertThat(placement.fault()).as(placement.evidence()).isEqualTo(fault);
        assertThat(placement.placed()).isEqualTo(fault == Fault.NONE);
        assertThat(placement.evidence()).isNotBlank();
    }

    @Test
    @DisplayName("N1 A site that is out of order, elsewhere, in a circle or too large is told apart")
    void sites() {
        Seal seal = data.issuedSeal();
        simulators.shops().fail(seal.domain(), 503);
        assertThat(placementCheck.check(seal.id())).isEqualTo(
            Placement.faulty(Fault.UNREACHABLE, seal.url() + ": HTTP 503"));

        Seal other = data.issuedSeal();
        simulators.shops().place(other.domain(), Snippet.of(seal, baseUrl));
        simulators.shops().redirect(seal.domain(), other.url());
        assertThat(placementCheck.check(seal.id()).fault()).isEqualTo(Fault.OTHER_SITE);

        simulators.shops().redirect(seal.domain(), "/again");
        assertThat(placementCheck.check(seal.id()).evidence()).contains("5 redirects");

        simulators.shops().redirect(seal.domain(), "file:///etc/passwd");
        assertThat(placementCheck.check(seal.id()).fault()).isEqualTo(Fault.ADDRESS_REFUSED);

        simulators.shops().serve(seal.domain(), "x".repeat(2 * 1024 * 1024 + 1));
        assertThat(placementCheck.check(seal.id()).fault()).isEqualTo(Fault.NOT_A_PAGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        REL       | <a rel='noopener noreferrer' referrerpolicy='origin' href='{profile}'><img src='{badge}'></a>
        ATTRIBUTE | <a referrerpolicy='no-referrer' href='{profile}'><img src='{badge}'></a>
        ATTRIBUTE | <a href='{profile}'><img referrerpolicy='no-referrer' src='{badge}'></a>
        META      | <meta name='Referrer' content='same-origin'><a href='{profile}'><img src='{badge}'></a>
        """)
    @DisplayName("N1 Where the referrer is suppressed, the advice is about the very cause, in both languages")
    void cause(ReferrerRules.Cause cause, String html) {
        Seal seal = data.issuedSeal();
        simulators.shops().serve(seal.domain(), html.replace("{profile}", Snippet.profileUrl(seal, baseUrl))
            .replace("{badge}", Snippet.badgeUrl(seal, baseUrl)));
        assertThat(placementCheck.check(seal.id()).advice()).isEqualTo("REFERRER_SUPPRESSED." + cause);
    }

    @ParameterizedTest
    @EnumSource(ReferrerRules.Cause.class)
    @DisplayName("N1 Every cause has an advice of its own in both languages")
    void causes(ReferrerRules.Cause cause) {
        String key = "monitoring.fault.REFERRER_SUPPRESSED";
        for (Locale language : new Locale[] {Locale.forLanguageTag("fa"), Locale.ENGLISH}) {
            assertThat(messages.getMessage(key + "." + cause, null, language)).isNotBlank()
                .isNotEqualTo(messages.getMessage(key, null, language));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @DisplayName("N1 Every fault has an advice in both languages; N2 none speaks of forgery")
    void advice(Fault fault) {
        String key = "monitoring.fault." + fault;
        assertThat(messages.getMessage(key, null, Locale.forLanguageTag("fa"))).isNotBlank().doesNotContain("جعل");
        assertThat(messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank().doesNotContainIgnoringCase("forge");
    }
}
