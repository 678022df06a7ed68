package org.namad.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Finds the {@link CaseFile} that answers for a case. */
@Component
public class CaseFiles {

    private final Map<String, CaseFile> byKind;

    CaseFiles(List<CaseFile> files) {
        byKind = files.stream().collect(Collectors.toMap(CaseFile::kind, Function.identity()));
    }

    /** The facts of the case, or nothing if no module knows this kind of case. */
    public Map<String, String> facts(CaseKey key, Locale language) {
        return Optional.ofNullable(byKind.get(key.kind())).map(file -> file.facts(key.id(), language)).orElse(Map.of());
    }

    /** @throws IllegalArgumentException if no module knows this kind of case, or the kind has no such role */
    public Recipient recipient(CaseKey key, String role) {
        CaseFile file = byKind.get(key.kind());
        if (file == null) {
            throw new IllegalArgumentException("nobody answers for cases of kind " + key.kind());
        }
        return file.recipient(key.id(), role);
    }

    /** Those who get a copy of what is mailed to {@code role}, see {@link CaseFile#copies}. */
    public List<Recipient.Copy> copies(CaseKey key, String role) {
        return Optional.ofNullable(byKind.get(key.kind())).map(file -> file.copies(key.id(), role)).orElse(List.of());
    }

    /** The file {@code name} that goes with a mail about the case; empty if the case has no such file now. */
    public Optional<Attachment> attachment(CaseKey key, String name, Locale language) {
        return Optional.ofNullable(byKind.get(key.kind()))
            .flatMap(file -> file.attachment(key.id(), name, language));
    }

    /** The path of the case's page for the person with this number; empty if they have none. */
    public Optional<String> page(CaseKey key, long personId) {
        return Optional.ofNullable(byKind.get(key.kind())).flatMap(file -> file.page(key.id(), personId));
    }

    /** The roles that are told when a deadline of the case is moved; none if no module knows this kind of case. */
    public List<String> parties(CaseKey key) {
        return Optional.ofNullable(byKind.get(key.kind())).map(CaseFile::parties).orElse(List.of());
    }
}
