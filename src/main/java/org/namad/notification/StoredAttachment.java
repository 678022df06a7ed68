package org.namad.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.namad.casefile.Attachment;

/** A file that goes with a {@link Mail}, as it was when the mail was posted. */
@Embeddable
class StoredAttachment {

    private String fileName;
    private String mediaType;
    @Column(length = 16777215)
    private byte[] content;

    protected StoredAttachment() {
    }

    StoredAttachment(Attachment attachment) {
        this.fileName = attachment.fileName();
        this.mediaType = attachment.mediaType();
        this.content = attachment.content();
    }

    Attachment attachment() {
        return new Attachment(fileName, mediaType, content);
    }
}
