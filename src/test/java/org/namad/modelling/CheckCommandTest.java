package org.namad.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namad.Modeler;
import org.namad.NamadApplication;
import org.namad.engine.StaffRoles;

/** The check without a server: as a process of its own, as a process owner or a build calls it. */
class CheckCommandTest {

    @TempDir
    private Path folder;

    /** What the command said, and its exit code. */
    private record Said(int code, String text) {
    }

    @Test
    @DisplayName("The command finds what the server finds: a good model ends with 0, a bad one with 1 and its sentences")
    void process() throws Exception {
        assertThat(ownProcess("en", shipped("complaint.bpmn", "", ""))).satisfies(good -> {
            assertThat(good.text()).isEqualToIgnoringNewLines("Nothing was found. These files can be deployed.");
            assertThat(good.code()).isZero();
        });
        assertThat(ownProcess("fa", shipped("complaint.bpmn", ">PT96H<", ">96 hours<"))).satisfies(bad -> {
            assertThat(bad.text()).contains("complaint.bpmn: «Answer deadline passed» (Event_AnswerDeadlinePassed): زمان «96 hours»");
            assertThat(bad.code()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("All shipped models stand the command together, also without the processes and tables that they call")
    void shippedModels() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            for (String model : models.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn"))
                .toList()) {
                files.putAll(Modeler.shipped(model));
            }
        }
        files.remove("enforcement-check.bpmn");
        assertThat(here(write(files))).satisfies(said -> assertThat(said.code()).as(said.text()).isZero());
    }

    @Test
    @DisplayName("Steps, mails, pages, groups, tables and processes that this release lacks are told without a server")
    void unknown() throws IOException {
        Map<String, String> files = Modeler.shipped("complaint.bpmn");
        files.computeIfPresent("complaint.bpmn", (name, model) -> model.replace("${markUnanswered}", "${punishBusiness}")
            .replace(">complaint-reminder<", ">complaint-shout<").replace("page:/panel/complaints/{id}", "page:/panel/wishes/{id}")
            .replace("camunda:candidateGroups=\"case-officer\"", "camunda:candidateGroups=\"judges\"")
            .replace("calledElement=\"enforcement-check\"", "calledElement=\"enforcement-chek\""));
        files.put("renewal-decision.dmn", Modeler.shipped("renewal-decision.dmn").get("renewal-decision.dmn")
            .replace("\"blocked\"", "\"frozen\""));

        assertThat(here(write(files))).satisfies(said -> {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text()).contains("punishBusiness", "complaint-shout", "/panel/wishes/{id}", "judges",
                "enforcement-chek", "decision = frozen").doesNotContain("Gateway_Approved");
        });
    }

    @Test
    @DisplayName("Without files, with one that is not there, or in an unknown language, it says how it is used and ends with 2")
    void misuse() {
        assertThat(here(List.of()).code()).isEqualTo(2);
        assertThat(here(List.of("no-such.bpmn")).text()).contains("no-such.bpmn");
        assertThat(here(List.of("no-such.bpmn")).code()).isEqualTo(2);
        assertThat(here(List.of("--namad.language=de", "x.bpmn")).code()).isEqualTo(2);
    }

    private List<String> shipped(String model, String old, String changed) throws IOException {
        Map<String, String> files = Modeler.shipped(model);
        files.computeIfPresent(model, (name, content) -> old.isEmpty() ? content : content.replace(old, changed));
        return write(files);
    }

    private List<String> write(Map<String, String> files) throws IOException {
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            written.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()).toString());
        }
        return written;
    }

    private static Said here(List<String> files) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new CheckCommand(new PrintStream(said, true, StandardCharsets.UTF_8), StaffRoles.all()).run(
            Stream.concat(Stream.of("check"), files.stream()).toArray(String[]::new));
        return new Said(code, said.toString(StandardCharsets.UTF_8));
    }

    private static Said ownProcess(String language, List<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dnamad.language=" + language, "-cp", System.getProperty("java.class.path"),
            NamadApplication.class.getName(), "check"));
        command.addAll(files);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
