package org.namad.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The process of a rehearsal as such; RehearsalIT plays in it. */
class SandboxTest {

    private static final Map<String, byte[]> FILE = Map.of("complaint.bpmn", new byte[] {1});

    @Test
    @DisplayName("N17 A rehearsal that takes too long is stopped, and nothing of it stays")
    void timeLimit() throws Exception {
        Path folder;
        try (Sandbox sandbox = new Sandbox("64m")) {
            folder = sandbox.folder();
            sandbox.lay("draft", FILE);
            assertThat(sandbox.run(Duration.ofMillis(1))).isFalse();
        }
        assertThat(folder).doesNotExist();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)
            .noneMatch(child -> child.info().commandLine().orElse("").contains(folder.toString()))).isTrue();
    }

    @Test
    @DisplayName("N17 A process that cannot start ends by itself and leaves its log")
    void cannotStart() throws Exception {
        try (Sandbox sandbox = new Sandbox("1k")) {
            assertThat(sandbox.run(Duration.ofMinutes(1))).isTrue();
            assertThat(sandbox.endOfLog()).containsIgnoringCase("heap");
            assertThat(sandbox.left("draft.json")).isNull();
        }
    }

    @Test
    @DisplayName("N17 The name of a file does not lead out of the sandbox")
    void names() {
        try (Sandbox sandbox = new Sandbox("64m")) {
            for (String name : List.of("../a.bpmn", "b/../../a.bpmn")) {
                assertThatThrownBy(() -> sandbox.lay("draft", Map.of(name, new byte[0])))
                    .isInstanceOf(IllegalArgumentException.class);
            }
            sandbox.lay("draft", FILE);
            assertThat(Files.exists(sandbox.folder().resolve("draft/complaint.bpmn"))).isTrue();
        }
    }
}
