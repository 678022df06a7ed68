package org.namad.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files sent with a form that was not taken yet, so that nobody has to choose them again. Each form has a token of its
 * own, which nobody else can guess. What was not taken after a day is forgotten, unless the form itself is kept.
 */
@Service
@Transactional
public class Drafts {

    /** How many files one form may have. */
    public static final int MAX_FILES = 5;
    /** How long files wait for their form. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final String PREFIX = "draft-";
    private static final String PURPOSE = "draft";

    private final EntityManager entities;
    private final Documents documents;
    private final Clock clock;

    Drafts(EntityManager entities, Documents documents, Clock clock) {
        this.entities = entities;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Keeps a file for the form with this token.
     *
     * @param uploadedByPersonId null if nobody is signed in
     * @throws DocumentRefused if the file is none that {@link Documents#store} takes, or one too many
     */
    public Document keep(String token, Upload upload, Long uploadedByPersonId) {
        Documents.accept(upload.content());
        if (of(token).size() >= MAX_FILES) {
            throw new DocumentRefused(DocumentRefused.Reason.TOO_MANY);
        }
        return documents.store(PREFIX + token, PURPOSE, upload, uploadedByPersonId);
    }

    /**
     * Keeps a file for the form with this token, which is kept itself: the file waits until it is dropped or handed over.
     * It takes the place of the one that was there for the same purpose.
     *
     * @param purpose what the file shows, in the form's words
     * @throws DocumentRefused if the file is none that {@link Documents#store} takes
     */
    public Document replace(String token, String purpose, Upload upload, long uploadedByPersonId) {
        Documents.accept(upload.content());
        delete(of(token).stream().filter(kept -> kept.purpose().equals(purpose)).map(Document::id).toList());
        return documents.store(PREFIX + token, purpose, upload, uploadedByPersonId);
    }

    /** Gives all files of this form to the case that took it. */
    public void handOver(String token, String ownerRef) {
        of(token).forEach(kept -> kept.handOver(ownerRef));
    }

    /** Whether the document still waits for its form: only the person who chose it may see it. */
    public static boolean isDraft(Document document) {
        return document.ownerRef().startsWith(PREFIX);
    }

    /** The files that wait for this form, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Document> of(String token) {
        return documents.of(PREFIX + token);
    }

    /** The same files with their bytes, for the case that takes them. */
    @Transactional(readOnly = true)
    public List<Upload> uploads(String token) {
        return of(token).stream().map(kept -> new Upload(kept.fileName(), documents.content(kept.id()))).toList();
    }

    /** Forgets one file of this form; one that is not there, or belongs elsewhere, is left alone. */
    public void drop(String token, long documentId) {
        delete(of(token).stream().map(Document::id).filter(id -> id == documentId).toList());
    }

    /** Forgets all files of this form, because a case has taken them. */
    public void drop(String token) {
        delete(of(token).stream().map(Document::id).toList());
    }

    /** Forgets what nobody came back for. */
    @Scheduled(cron = "0 20 * * * *")
    public void sweep() {
        Instant oldest = clock.instant().minus(KEPT);
        delete(entities.createQuery("select d.id from Document d where d.purpose = :draft and d.ownerRef like :prefix "
                + "and d.uploadedAt < :oldest", Long.class)
            .setParameter("draft", PURPOSE).setParameter("prefix", PREFIX + "%").setParameter("oldest", oldest)
            .getResultList());
    }

    private void delete(List<Long> ids) {
        if (!ids.isEmpty()) {
            entities.createQuery("delete from DocumentContent c where c.documentId in :ids").setParameter("ids", ids)
                .executeUpdate();
            entities.createQuery("delete from Document d where d.id in :ids").setParameter("ids", ids).executeUpdate();
        }
    }
}
