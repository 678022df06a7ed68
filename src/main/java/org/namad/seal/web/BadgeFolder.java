package org.namad.seal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.namad.seal.SealBoard;
import org.namad.seal.SealBoard.Shown;
import org.namad.seal.web.BadgePictures.Picture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The badges as files, for a web server in front of Namad, see docker/nginx.conf: {@code pictures} has a folder for
 * everything that a seal can show, and {@code seals} has for each language a file {@code <number>-<code>@<domain>} for
 * every seal, with {@code .gz} beside it, for badges on the seal's own site (R16); others the server gets from Namad.
 * These are hard links to the pictures, which a server opens faster than symbolic ones. They follow the board within a
 * second.
 */
@Component
@ConditionalOnProperty("namad.badges.folder")
class BadgeFolder {

    /** Below what file systems allow: 65,000 on ext4. */
    static final int MOST_LINKS = 30_000;
    /** With what is appended to it, below the 255 that file systems allow; longer domains' badges come from Namad. */
    private static final int LONGEST_NAME = 250;

    private final Map<String, Shown> linked = new HashMap<>();
    private final SealBoard board;
    private final BadgePictures pictures;
    private final Path pictureFolder;
    private final Path sealFolder;
    private final Path fresh;

    BadgeFolder(SealBoard board, BadgePictures pictures, @Value("${namad.badges.folder}") Path folder)
            throws IOException {
        this.board = board;
        this.pictures = pictures;
        this.pictureFolder = folder.toAbsolutePath().resolve("pictures");
        this.sealFolder = folder.toAbsolutePath().resolve("seals");
        this.fresh = Files.createDirectories(folder.toAbsolutePath()).resolve("fresh");
        Files.createDirectories(sealFolder.resolve("en"));
        drawPictures();
        try (Stream<Path> links = Files.list(Files.createDirectories(sealFolder.resolve("fa")))) {
            // What they show is not known; the next look at the board sets or removes them.
            links.forEach(link -> linked.put(link.getFileName().toString().replaceFirst("\\.gz$", ""), null));
        }
    }

    private void drawPictures() throws IOException {
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        for (Shown shown : pictures.all()) {
            Path folder = Files.createDirectories(pictureFolder.resolve(BadgePictures.name(shown)));
            // Web servers tell files apart by size and time, so no two pictures may have the same time.
            time = time.plusSeconds(60);
            write(folder.resolve("fa.svg"), pictures.of(shown, false), time);
            time = time.plusSeconds(60);
            write(folder.resolve("en.svg"), pictures.of(shown, true), time);
        }
    }

    private void write(Path file, Picture picture, Instant time) throws IOException {
        write(file, picture.svg(), time);
        write(zipped(file), picture.zipped(), time);
    }

    private void write(Path file, byte[] content, Instant time) throws IOException {
        Files.write(fresh, content);
        Files.setLastModifiedTime(fresh, FileTime.from(time));
        replace(file);
    }

    /** What is fresh takes the place of {@code file}, so that there is always one. */
    private void replace(Path file) throws IOException {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path zipped(Path file) {
        return file.resolveSibling(file.getFileName() + ".gz");
    }

    @Scheduled(fixedDelayString = "PT1S")
    void follow() {
        Set<String> gone = new HashSet<>(linked.keySet());
        board.forEach((id, code, domain, shown) -> {
            String seal = id + "-" + code + "@" + domain;
            gone.remove(seal);
            if (seal.length() <= LONGEST_NAME && !shown.equals(linked.get(seal))) {
                inBothLanguages(language -> {
                    Path picture = pictureFolder.resolve(BadgePictures.name(shown)).resolve(language + ".svg");
                    Path link = sealFolder.resolve(language).resolve(seal);
                    link(picture, link);
                    link(zipped(picture), zipped(link));
                });
                linked.put(seal, shown);
            }
        });
        gone.forEach(seal -> inBothLanguages(language -> {
            Files.deleteIfExists(sealFolder.resolve(language).resolve(seal));
            Files.deleteIfExists(zipped(sealFolder.resolve(language).resolve(seal)));
        }));
        linked.keySet().removeAll(gone);
    }

    private void link(Path picture, Path link) throws IOException {
        if ((int) Files.getAttribute(picture, "unix:nlink") > MOST_LINKS) {
            Files.copy(picture, fresh, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            replace(picture);
        }
        // One that showed this picture before is left over when it replaces itself.
        Files.deleteIfExists(fresh);
        Files.createLink(fresh, picture);
        replace(link);
    }

    /** Something to be done with files of a language. */
    @FunctionalInterface
    private interface FileWork {
        void in(String language) throws IOException;
    }

    private static void inBothLanguages(FileWork work) {
        try {
            work.in("fa");
            work.in("en");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
