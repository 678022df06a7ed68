package org.namad.document;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what applicants and complainants upload (R5, R12). */
@Service
@Transactional
public class Documents {

    /** The largest document that is taken: 5 MB. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final int MAX_NAME = 200;

    private final EntityManager entities;
    private final Clock clock;

    Documents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Keeps a document.
     *
     * @param ownerRef           what it belongs to, such as the text of a case key
     * @param purpose            what it shows, in the caller's words
     * @param upload             the file; of the name that the sender gave only the last part is kept
     * @param uploadedByPersonId null if nobody sent it, or somebody who is not signed in
     * @throws DocumentRefused if it is empty, larger than {@link #MAX_BYTES} or of no {@link DocumentType}
     */
    public Document store(String ownerRef, String purpose, Upload upload, Long uploadedByPersonId) {
        DocumentType type = accept(upload.content());
        Document document = new Document(ownerRef, purpose, cleanName(upload.fileName(), type), type,
            upload.content().length, uploadedByPersonId, clock.instant());
        entities.persist(document);
        entities.persist(new DocumentContent(document.id(), upload.content()));
        return document;
    }

    /**
     * Whether {@link #store} would keep this content, so that a form can be refused before anything is written.
     *
     * @throws DocumentRefused if not
     */
    public static DocumentType accept(byte[] content) {
        if (content.length == 0) {
            throw new DocumentRefused(DocumentRefused.Reason.EMPTY);
        }
        if (content.length > MAX_BYTES) {
            throw new DocumentRefused(DocumentRefused.Reason.TOO_LARGE);
        }
        return DocumentType.of(content).orElseThrow(() -> new DocumentRefused(DocumentRefused.Reason.WRONG_TYPE));
    }

    /** The documents that belong to {@code ownerRef}, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Document> of(String ownerRef) {
        return entities.createQuery("select d from Document d where d.ownerRef = :ref order by d.id", Document.class)
            .setParameter("ref", ownerRef).getResultList();
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(long id) {
        return Optional.ofNullable(entities.find(Document.class, id));
    }

    /** The bytes of a document that exists. */
    @Transactional(readOnly = true)
    public byte[] content(long id) {
        return entities.find(DocumentContent.class, id).content();
    }

    private static String cleanName(String fileName, DocumentType type) {
        String name = fileName == null ? "" : fileName.substring(Math.max(fileName.lastIndexOf('/'),
            fileName.lastIndexOf('\\')) + 1);
        // Control and direction marks could make a name look like another one.
        name = name.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069\"<>]", "").strip();
        name = name.isEmpty() ? "document." + type.extension() : name;
        return name.length() <= MAX_NAME ? name : name.substring(name.length() - MAX_NAME);
    }
}
