package org.namad.seal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

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
        assertThat(file(seal, "fa.svg")).contains("data-status=\"active\"");
        register.suspend(seal.id(), "reason");
        assertThat(file(seal, "fa.svg")).contains("data-status=\"suspended\"");
        assertThat(file(seal, "en.svg")).contains("Namad trust seal: suspended");
        register.reinstate(seal.id());
        clock.moveTo(register.get(seal.id()).expiresAt().plus(Duration.ofSeconds(1)));
        assertThat(file(seal, "fa.svg")).contains("data-status=\"expired\"");
    }

    @Test
    @DisplayName("R26 After a restart files of seals that are gone are taken away, and the others are right")
    void restart() throws IOException {
        Seal kept = data.issuedSeal();
        String domain = TestData.domain();
        Seal dropped = register.prepare(data.business(), "فروشگاه", domain, "http://" + domain + "/", "clothing");
        badges.follow();
        assertThat(link(dropped)).exists();
        register.discard(dropped.id());
        register.revoke(kept.id(), "reason");
        open();
        assertThat(file(kept, "fa.svg")).contains("data-status=\"revoked\"");
        assertThat(link(dropped)).doesNotExist();
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

    private String file(Seal seal, String language) throws IOException {
        badges.follow();
        return Files.readString(link(seal).resolve(language));
    }

    private Path link(Seal seal) {
        return folder.resolve("seals").resolve(seal.id() + "-" + seal.code());
    }
}
