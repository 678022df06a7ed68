package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class TestDataTest {

    @Autowired
    TestData data;
    @Autowired
    Seals seals;
    @Autowired
    java.time.Clock clock;

    @Test
    @DisplayName("Test data: seals are in force and belong to different businesses")
    void seals() {
        Seal first = data.issuedSeal();
        Seal second = data.issuedSeal(data.company());

        assertThat(seals.findByDomain(first.domain()).orElseThrow().statusAt(clock.instant()))
            .isEqualTo(SealStatus.ACTIVE);
        assertThat(second.business().id()).isNotEqualTo(first.business().id());
    }
}
