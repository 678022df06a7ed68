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
 * everything that a seal can show, and {@code seals} a link {@code <number>-<code>} to one of them for every seal. The
 * links follow the board within a second.
 */
@Component
@ConditionalOnProperty("namad.badges.folder")
class BadgeFolder {

    private final Map<String, Shown> linked = new HashMap<>();
    private final SealBoard board;
    private final BadgePictures pictures;
    private final Path pictureFolder;
    private final Path sealFolder;

    BadgeFolder(SealBoard board, BadgePictures pictures, @Value("${namad.badges.folder}") Path folder)
            throws IOException {
        this.board = board;
        this.pictures = pictures;
        this.pictureFolder = folder.toAbsolutePath().resolve("pictures");
        this.sealFolder = Files.createDirectories(folder.toAbsolutePath().resolve("seals"));
        drawPictures();
        try (Stream<Path> links = Files.list(sealFolder)) {
            // What they lead to is not known; the next look at the board sets or removes them.
            links.forEach(link -> linked.put(link.getFileName().toString(), null));
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

    private static void write(Path file, Picture picture, Instant time) throws IOException {
        Path zipped = file.resolveSibling(file.getFileName() + ".gz");
        Files.write(file, picture.svg());
        Files.write(zipped, picture.zipped());
        Files.setLastModifiedTime(file, FileTime.from(time));
        Files.setLastModifiedTime(zipped, FileTime.from(time));
    }

    @Scheduled(fixedDelayString = "PT1S")
    void follow() {
        Set<String> gone = new HashSet<>(linked.keySet());
        board.forEach((id, code, shown) -> {
            String seal = id + "-" + code;
            gone.remove(seal);
            if (!shown.equals(linked.get(seal))) {
                link(seal, shown);
                linked.put(seal, shown);
            }
        });
        gone.forEach(this::unlink);
        linked.keySet().removeAll(gone);
    }

    /** A new link is moved over the old one, so that there is always one. */
    private void link(String seal, Shown shown) {
        try {
            Path link = sealFolder.resolve(seal);
            Path fresh = sealFolder.resolve(seal + "-new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, Path.of("../pictures", BadgePictures.name(shown)));
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unlink(String seal) {
        try {
            Files.deleteIfExists(sealFolder.resolve(seal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
