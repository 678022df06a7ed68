package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}",
        "{\"name\":\"a\",\"orQueries\":[{\"name\":\"b\"},{\"dueBeforeExpression\":\"${x}\"}]}",
        "{\"query\":{\"orQueries\":[{\"a\":[{\"candidateGroupInExpression\":\"${x}\"}]}]}}",
        "{\"\\u006frQueries\":[{\"assigneeE\\u0078pression\":\"${x}\"}]}",
        "{\"orQueries\":{\"assigneeExpression\":\"${x}\"}}",
        "{\"orQueries\":[],\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}",
        "[{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}]"
    })
    @DisplayName("CVE-2026-109432 An expression inside orQueries is found, however deep or disguised")
    void found(String body) throws Exception {
        assertThat(ExpressionGuard.hasExpression(body.getBytes(StandardCharsets.UTF_8), false)).isTrue();
        assertThat(ExpressionGuard.hasExpression(body.getBytes(StandardCharsets.UTF_16BE), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "{\"orQueries\":[{\"assignee\":\"officer1\"}],\"sorting\":[]}",
        "{\"orQueries\":[{\"name\":\"a\"}],\"assigneeExpression\":\"${currentUser()}\"}",
        "{\"variables\":{\"regularExpression\":{\"value\":\"a*\"}}}"
    })
    @DisplayName("Everything else passes")
    void passes(String body) throws Exception {
        assertThat(ExpressionGuard.hasExpression(body.getBytes(StandardCharsets.UTF_8), false)).isFalse();
    }
}
