package org.namad.document;

import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The documents that a person sent while signed in, with their bytes. */
@Component
@Order(12)
public class OwnDocuments implements OwnData {

    private final EntityManager entities;
    private final Documents documents;

    OwnDocuments(EntityManager entities, Documents documents) {
        this.entities = entities;
        this.documents = documents;
    }

    @Override
    public String part() {
        return "documents";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        return sentBy(subject).stream().map(document -> new OwnRecord().with("file", path(document))
            .with("case", Drafts.isDraft(document) ? null : document.ownerRef())
            .with("purpose", new Term(document.purpose(), "document.purpose." + document.purpose()))
            .with("mediaType", document.type().mediaType()).with("bytes", document.size())
            .with("uploadedAt", document.uploadedAt()).fields()).toList();
    }

    @Override
    public List<OwnFile> files(Subject subject) {
        return sentBy(subject).stream().map(this::file).toList();
    }

    /** A document as a file of the export, for modules that know of more than who sent it. */
    public OwnFile file(Document document) {
        return new OwnFile(path(document), () -> documents.find(document.id())
            .map(kept -> documents.content(kept.id())).orElse(null));
    }

    private List<Document> sentBy(Subject subject) {
        return entities.createQuery("select d from Document d where d.uploadedBy = :person order by d.id", Document.class)
            .setParameter("person", subject.personId()).getResultList();
    }

    /** Named anew: what a sender called a file may be no name on the reader's computer. */
    private static String path(Document document) {
        return "documents/" + document.id() + "." + document.type().extension();
    }
}
