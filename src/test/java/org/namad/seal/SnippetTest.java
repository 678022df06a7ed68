package org.namad.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class SnippetTest {

    @Autowired
    TestData data;

    @Test
    @DisplayName("R16 The snippet leads to the profile, shows the badge and lets both see where they are embedded")
    void snippet() {
        Seal seal = data.issuedSeal();
        String query = "?id=" + seal.id() + "&Code=" + seal.code();
        assertThat(Snippet.of(seal, "https://namad.example/")).isEqualTo(
            "<a referrerpolicy='origin' target='_blank' href='https://namad.example/profile" + query + "'>"
                + "<img referrerpolicy='origin' src='https://namad.example/badge.svg" + query + "' alt='' "
                + "style='cursor:pointer' code='" + seal.code() + "'></a>");
        assertThat(Snippet.inEnglish(seal, "https://namad.example/")).isEqualTo(
            Snippet.of(seal, "https://namad.example/").replace(query, query + "&lang=en"));
    }
}
