package org.namad.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

/** The bytes of a document, apart from what lists of documents read. */
@Entity
class DocumentContent {

    @Id
    private Long documentId;
    @Lob
    @Column(length = 16777215)
    private byte[] content;

    protected DocumentContent() {
    }

    DocumentContent(Long documentId, byte[] content) {
        this.documentId = documentId;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
