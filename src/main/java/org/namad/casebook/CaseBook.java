package org.namad.casebook;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.casefile.CaseSummary;
import org.namad.casefile.StaffCases;
import org.namad.conduct.Ledger;
import org.namad.conduct.Point;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.engine.CaseTasks;
import org.namad.engine.StaffAccounts;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that staff may know about a case, gathered from the modules, and their own notes about it. */
@Service
@Transactional
public class CaseBook {

    /** A link that lets its reader act for a side; staff must not. */
    private static final String SIGNED_LINK = "https?://[^\\s<>()\\[\\]]*[?&]signature=[^\\s<>()\\[\\]]*";

    /**
     * The page of a case.
     *
     * @param summary   the case in a line
     * @param facts     what is known about it, by name
     * @param tasks     what is to be done now, and by whom
     * @param deadlines the timers that run
     * @param notes     what staff have noted, the latest first
     * @param course    everything that happened, the latest first
     * @param mails     every mail about it, the earliest first
     * @param papers    its documents
     * @param points    the ledger of the seal, the latest point first
     * @param others    other cases of the same shop, the latest first
     */
    public record Page(CaseSummary summary, Map<String, String> facts, List<CaseTasks.OpenTask> tasks,
            List<CaseTasks.Deadline> deadlines, List<Note> notes, List<Moment> course, List<Letter> mails,
            List<Paper> papers, List<Point> points, List<CaseSummary> others) {

        /** Whether something is left to do; a closed complaint, for example, may be appealed against. */
        public boolean isOpen() {
            return summary.open() || !tasks.isEmpty();
        }
    }

    /** A note with its author's name. */
    public record Note(String author, Instant writtenAt, String text) {
    }

    /** A mail with its delivery log; {@code text} is without the links that only its reader may follow. */
    public record Letter(Mail mail, String text, List<String> log) {
    }

    /** A document, what it shows, and who sent it (null if the platform did, or somebody who had not signed in). */
    public record Paper(Document document, String purpose, String sender) {
    }

    private final Map<String, StaffCases> kinds;
    private final CaseFiles caseFiles;
    private final CaseTasks tasks;
    private final Course course;
    private final CaseNotes notes;
    private final Mails mails;
    private final Documents documents;
    private final Ledger ledger;
    private final StaffAccounts accounts;
    private final Words words;
    private final Clock clock;

    CaseBook(List<StaffCases> kinds, CaseFiles caseFiles, CaseTasks tasks, Course course, CaseNotes notes, Mails mails,
            Documents documents, Ledger ledger, StaffAccounts accounts, Words words, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(StaffCases::kind, Function.identity()));
        this.caseFiles = caseFiles;
        this.tasks = tasks;
        this.course = course;
        this.notes = notes;
        this.mails = mails;
        this.documents = documents;
        this.ledger = ledger;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    /** The case in a line; empty if there is no such case. */
    @Transactional(readOnly = true)
    public Optional<CaseSummary> find(CaseKey key, Locale language) {
        return Optional.ofNullable(kinds.get(key.kind())).flatMap(kind -> kind.find(key.id(), language));
    }

    /** The page of the case for a reader of {@code language}; empty if there is no such case. */
    @Transactional(readOnly = true)
    public Optional<Page> open(CaseKey key, Locale language) {
        return find(key, language).map(summary -> {
            StaffCases kind = kinds.get(key.kind());
            List<Point> points = summary.sealId() == null ? List.of() : ledger.history(summary.sealId());
            return new Page(summary, facts(key, kind, language), tasks.of(key), tasks.deadlines(key), notesOf(key),
                course.of(key, summary.sealId(), kind, language), letters(key, language),
                documents.of(key.toString()).stream().map(document -> new Paper(document,
                    kind.purpose(document.purpose(), language), course.sender(document).orElse(null))).toList(),
                points, others(summary, language));
        });
    }

    /** The cases of every kind about the shop at {@code domain}, the latest first. */
    @Transactional(readOnly = true)
    public List<CaseSummary> about(String domain, Locale language) {
        return latestFirst(kinds.values().stream().flatMap(kind -> kind.about(domain, language).stream()));
    }

    /** The cases of every kind in which a person is a side, the latest first. */
    @Transactional(readOnly = true)
    public List<CaseSummary> of(long personId, Locale language) {
        return latestFirst(kinds.values().stream().flatMap(kind -> kind.of(personId, language).stream()));
    }

    /** The cases with this tracking number: one, or none. */
    @Transactional(readOnly = true)
    public List<CaseSummary> tracked(String number, Locale language) {
        return latestFirst(kinds.values().stream().flatMap(kind -> kind.tracked(number, language).stream()));
    }

    /**
     * Adds a note to the case, in the name of {@code author}.
     *
     * @throws IllegalArgumentException if it is empty or longer than {@link CaseNote#LONGEST}
     */
    public void note(CaseKey key, String text, String author) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > CaseNote.LONGEST) {
            throw new IllegalArgumentException("a note has one to " + CaseNote.LONGEST + " characters");
        }
        notes.save(new CaseNote(key, stripped, author, clock.instant()));
    }

    private Map<String, String> facts(CaseKey key, StaffCases kind, Locale language) {
        Map<String, String> all = caseFiles.facts(key, language);
        Map<String, String> shown = new LinkedHashMap<>();
        kind.factsShown().stream().filter(name -> all.get(name) != null && !all.get(name).isBlank())
            // What stands in brackets, a date of the other calendar for example, reads in its own direction.
            .forEach(name -> shown.put(name, all.get(name).replaceAll("\\(([^()]*)\\)", "(\u2068$1\u2069)")));
        return shown;
    }

    private List<Note> notesOf(CaseKey key) {
        return notes.findByCaseKeyOrderByIdDesc(key.toString()).stream()
            .map(note -> new Note(accounts.nameOf(note.author()), note.writtenAt(), note.text())).toList();
    }

    private List<Letter> letters(CaseKey key, Locale language) {
        return mails.of(key).stream().map(mail -> new Letter(mail,
            mail.text().replaceAll(SIGNED_LINK, words.of("casebook.mail.link", mail.language())),
            mail.attempts().stream().map(attempt -> words.attempt(attempt, language)).toList())).toList();
    }

    private List<CaseSummary> others(CaseSummary one, Locale language) {
        return about(one.domain(), language).stream().filter(other -> !other.key().equals(one.key())).toList();
    }

    private static List<CaseSummary> latestFirst(Stream<CaseSummary> cases) {
        return cases.sorted(Comparator.comparing(CaseSummary::opened).reversed()).toList();
    }
}
