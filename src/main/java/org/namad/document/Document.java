package org.namad.document;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** What is known about an uploaded document (R12); its bytes are read through {@link Documents#content}. */
@Entity
public class Document {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "document_seq")
    @SequenceGenerator(name = "document_seq", sequenceName = "document_seq", allocationSize = 50)
    private Long id;
    private String ownerRef;
    private String purpose;
    private String fileName;
    @Enumerated(EnumType.STRING)
    private DocumentType type;
    private int size;
    private Long uploadedBy;
    private Instant uploadedAt;

    protected Document() {
    }

    Document(String ownerRef, String purpose, String fileName, DocumentType type, int size, Long uploadedBy,
            Instant uploadedAt) {
        this.ownerRef = ownerRef;
        this.purpose = purpose;
        this.fileName = fileName;
        this.type = type;
        this.size = size;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    /** It belongs to {@code newOwnerRef} from now on. */
    void handOver(String newOwnerRef) {
        ownerRef = newOwnerRef;
    }

    public Long id() {
        return id;
    }

    /** What the document belongs to, such as the text of a case key. */
    public String ownerRef() {
        return ownerRef;
    }

    /** What the document shows, in the words of the module that asked for it. */
    public String purpose() {
        return purpose;
    }

    /** The name of the uploaded file, without a path and safe to show. */
    public String fileName() {
        return fileName;
    }

    public DocumentType type() {
        return type;
    }

    /** Bytes. */
    public int size() {
        return size;
    }

    /** The id of the person who sent it; null if the platform drew it up or the sender had not signed in. */
    public Long uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }
}
