package org.namad.rollout.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Files that somebody has uploaded, by their names without folders. The last ones that passed the check stay with the
 * session, so that they need not be uploaded again for what comes next.
 *
 * @param id names them to this session
 */
record UploadedFiles(String id, Map<String, byte[]> contents) {

    private static final String ATTRIBUTE = UploadedFiles.class.getName();
    /** Models with all their forms take a twentieth of it. */
    private static final long MOST_BYTES = 8_000_000;

    static UploadedFiles of(List<MultipartFile> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            if (name != null && !name.isBlank()) {
                try {
                    contents.put(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
                        file.getBytes());
                } catch (IOException unread) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, unread);
                }
            }
        }
        return new UploadedFiles(UUID.randomUUID().toString(), contents);
    }

    /** Leaves them with the session in place of earlier ones; returns whether they are not too much for that. */
    boolean stayWith(HttpSession session) {
        boolean small = contents.values().stream().mapToLong(content -> content.length).sum() <= MOST_BYTES;
        if (small) {
            session.setAttribute(ATTRIBUTE, this);
        }
        return small;
    }

    /** What stayed with the session under this id. */
    static Optional<UploadedFiles> in(HttpSession session, String id) {
        return Optional.ofNullable((UploadedFiles) session.getAttribute(ATTRIBUTE)).filter(files -> files.id.equals(id));
    }

    static void leave(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
