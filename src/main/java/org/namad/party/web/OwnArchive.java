package org.namad.party.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnData.OwnFile;
import org.namad.party.Businesses;
import org.namad.party.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Packs what is kept about a person: {@code index.html} for people, {@code data.json} for programs, and the files. What
 * stands in it is for the modules to say, see {@link OwnData}; its structure stands in {@code docs/export.md}.
 */
@Component
class OwnArchive {

    private static final String FORMAT = "namad-own-data";
    private static final int VERSION = 1;

    /**
     * All that is packed.
     *
     * @param data  by the names that stand in the file
     * @param files not read yet
     */
    record Content(Person person, Instant madeAt, Map<String, Object> data, List<OwnFile> files) {
    }

    private final List<OwnData> parts;
    private final Businesses businesses;
    private final OwnIndex index;
    private final ObjectMapper json;
    private final TransactionTemplate reading;
    private final Clock clock;

    OwnArchive(List<OwnData> parts, Businesses businesses, OwnIndex index, ObjectMapper json,
            PlatformTransactionManager transactions, Clock clock) {
        this.parts = parts;
        this.businesses = businesses;
        this.index = index;
        this.json = json;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** Reads all but the files' bytes, so that what fails fails before anything is sent. */
    Content read(Person person) {
        return reading.execute(status -> {
            OwnData.Subject subject = new OwnData.Subject(person.id(), person.fullName(), person.email(),
                businesses.ownedBy(person.id()));
            Map<String, Object> data = new LinkedHashMap<>();
            List<OwnFile> files = new ArrayList<>();
            for (OwnData part : parts) {
                List<Map<String, Object>> records = part.records(subject);
                data.put(part.part(), part.single() ? records.get(0) : records);
                files.addAll(part.files(subject));
            }
            return new Content(person, clock.instant(), data, files);
        });
    }

    /** Writes the archive, one file after the other. */
    void write(Content content, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, content, "index.html", index.of(content).getBytes(StandardCharsets.UTF_8));
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("format", FORMAT);
            data.put("version", VERSION);
            data.put("madeAt", content.madeAt());
            data.putAll(content.data());
            add(zip, content, "data.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data));
            Set<String> written = new HashSet<>();
            for (OwnFile file : content.files()) {
                byte[] bytes = written.add(file.path()) ? file.content().get() : null;
                if (bytes != null) {
                    add(zip, content, file.path(), bytes);
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, Content content, String path, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(content.madeAt().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
