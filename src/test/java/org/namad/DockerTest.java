package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files with which an image is built are those of a build by hand. */
class DockerTest {

    private static final Path TOP = Path.of("");

    @Test
    @DisplayName("Everything that Maven packages reaches the build of the image, Persian names of tasks and tables included")
    void everythingIsThere() throws Exception {
        List<Path> packaged = packaged();
        assertThat(packaged).contains(Path.of("processes/i18n/complaint.fa.properties"),
            Path.of("processes/decisions/i18n/fee.fa.properties"), Path.of("processes/complaint.bpmn"),
            Path.of("src/main/resources/application.yaml"));

        assertThat(packaged).filteredOn(file -> !reachesDocker(file)).isEmpty();
        assertThat(reachesDocker(Path.of("pom.xml"))).isTrue();
    }

    @Test
    @DisplayName("Neither secrets nor what was built or downloaded here gets into an image")
    void nothingElse() {
        assertThat(Stream.of("docker/.env", "data/namad.mv.db", "target/namad.jar", ".git/config",
            "processes/node_modules/bpmnlint/package.json")).noneMatch(file -> reachesDocker(Path.of(file)));
    }

    /** Docker's rules: a pattern meets a file or a folder above it, and the last one that does decides. */
    private static boolean reachesDocker(Path file) {
        boolean reaches = true;
        for (String line : lines()) {
            boolean lets = line.startsWith("!");
            PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + line.substring(lets ? 1 : 0));
            if (Stream.iterate(file, path -> path != null, Path::getParent).anyMatch(pattern::matches)) {
                reaches = lets;
            }
        }
        return reaches;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(TOP.resolve(".dockerignore")).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The files of the resources in {@code pom.xml}. */
    private static List<Path> packaged() throws Exception {
        NodeList resources = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml")
            .getElementsByTagName("resource");
        List<Path> packaged = new ArrayList<>();
        for (int i = 0; i < resources.getLength(); i++) {
            Element resource = (Element) resources.item(i);
            String folder = resource.getElementsByTagName("directory").item(0).getTextContent();
            NodeList includes = resource.getElementsByTagName("include");
            List<PathMatcher> patterns = new ArrayList<>();
            for (int j = 0; j < includes.getLength(); j++) {
                patterns.add(FileSystems.getDefault().getPathMatcher(
                    "glob:" + folder + "/" + includes.item(j).getTextContent()));
            }
            try (Stream<Path> files = Files.walk(TOP.resolve(folder))) {
                files.filter(Files::isRegularFile).filter(file -> patterns.isEmpty()
                    || patterns.stream().anyMatch(pattern -> pattern.matches(file))).forEach(packaged::add);
            }
        }
        return packaged;
    }
}
