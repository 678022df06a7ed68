package org.namad.seal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.seal.Seal;
import org.namad.seal.SealBoard;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class BadgeFolderTest {

    @Autowired
    SealBoard board;
    @Autowired
    SealRegister register;
    @Autowired
    TestData data;
    @Autowired
    NamadClock clock;
    @TempDir
    Path folder;

    private BadgeFolder badges;

    @BeforeEach
    void open() throws IOException {
        badges = new BadgeFolder(board, new BadgePictures(), folder);
    }

    @Test
    @DisplayName("R21 R26 The badge files follow suspension, reinstatement and the end of the term")
    void follow() throws IOException {
        Seal seal = data.issuedSeal();
        assertThat(file(seal, "fa")).contains("data-status=\"active\"");
        register.suspend(seal.id(), "reason");
        assertThat(file(seal, "fa")).contains("data-status=\"suspended\"");
        assertThat(file(seal, "en")).contains("Namad trust seal: suspended");
        register.reinstate(seal.id());
        clock.moveTo(register.get(seal.id()).expiresAt().plus(Duration.ofSeconds(1)));
        assertThat(file(seal, "fa")).contains("data-status=\"expired\"");
    }

    @Test
    @DisplayName("R26 After a restart files of seals that are gone are taken away, and the others are right")
    void restart() throws IOException {
        Seal kept = data.issuedSeal();
        String domain = TestData.domain();
        Seal dropped = register.prepare(data.business(), "فروشگاه", domain, "http://" + domain + "/", "clothing");
        badges.follow();
        assertThat(link(dropped, "fa")).exists();
        register.discard(dropped.id());
        register.revoke(kept.id(), "reason");
        open();
        assertThat(file(kept, "fa")).contains("data-status=\"revoked\"");
        assertThat(link(dropped, "fa")).doesNotExist();
        assertThat(link(dropped, "en.gz")).doesNotExist();
    }

    @Test
    @DisplayName("No two pictures have the same time, by which web servers tell them apart")
    void times() throws IOException {
        Set<Object> times = new HashSet<>();
        try (Stream<Path> pictures = Files.walk(folder.resolve("pictures"))) {
            for (Path picture : pictures.filter(file -> file.toString().endsWith(".svg")).toList()) {
                assertThat(times.add(Files.getLastModifiedTime(picture))).as(picture.toString()).isTrue();
            }
        }
        assertThat(times).hasSizeGreaterThan(10);
    }

    @Test
    @DisplayName("R16 More seals may show the same picture than a file can have links, and the picture keeps its time")
    void manyLinks() throws IOException {
        Path picture = folder.resolve("pictures/active-0/fa.svg");
        Object time = Files.getLastModifiedTime(picture);
        Path others = Files.createDirectory(folder.resolve("others"));
        for (int i = 0; i <= BadgeFolder.MOST_LINKS; i++) {
            Files.createLink(others.resolve(String.valueOf(i)), picture);
        }
        Seal seal = data.issuedSeal();
        assertThat(file(seal, "fa")).contains("data-status=\"active\"");
        assertThat(link(seal, "fa")).hasSameBinaryContentAs(others.resolve("0"));
        assertThat(Files.isSameFile(link(seal, "fa"), others.resolve("0"))).isFalse();
        assertThat(Files.getLastModifiedTime(link(seal, "fa"))).isEqualTo(time);
    }

    @Test
    @DisplayName("R16 Each badge is there as it is and as gzip, in both languages")
    void files() throws IOException {
        Seal seal = data.issuedSeal();
        badges.follow();
        for (String language : List.of("fa", "en")) {
            try (InputStream unzipped = new GZIPInputStream(Files.newInputStream(link(seal, language + ".gz")))) {
                assertThat(unzipped).hasBinaryContent(Files.readAllBytes(link(seal, language)));
            }
        }
        assertThat(file(seal, "fa")).isNotEqualTo(file(seal, "en"));
    }

    private String file(Seal seal, String language) throws IOException {
        badges.follow();
        return Files.readString(link(seal, language));
    }

    private Path link(Seal seal, String kind) {
        return folder.resolve("seals").resolve(kind.substring(0, 2)).resolve(
            seal.id() + "-" + seal.code() + "@" + seal.domain() + kind.substring(2));
    }
}
