package org.namad.rollout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that belong together, to be downloaded as one. */
final class Zip {

    private Zip() {
    }

    /**
     * Answers with the files.
     *
     * @param name of the zip, without ending
     */
    static ResponseEntity<byte[]> download(String name, Map<String, byte[]> files) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip"))
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".zip", StandardCharsets.UTF_8).build().toString())
            .body(zip(files));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(written, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                // A folder in a name would lead whoever unpacks it elsewhere.
                zip.putNextEntry(new ZipEntry(file.getKey().replaceAll(".*[/\\\\]", "")));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }
}
