package org.namad.document;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands documents to browsers as what they are and nothing else: no guessing of types, no scripts. Who may have them is
 * for the calling page to know.
 */
@Component
public class Downloads {

    /**
     * A document in a list.
     *
     * @param address where its reader gets it
     */
    public record Link(Document document, String address) {
    }

    private final Documents documents;

    Downloads(Documents documents) {
        this.documents = documents;
    }

    /**
     * The answer to a request for the document with this number.
     *
     * @param ownerRef the case that the reader may see: its documents and no others, so that nobody gets one by guessing
     * @throws ResponseStatusException 404, if the case has no such document
     */
    public ResponseEntity<byte[]> of(long documentId, String ownerRef) {
        return documents.find(documentId).filter(found -> found.ownerRef().equals(ownerRef)).map(this::of)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The answer to a request for {@code document}, shown in the browser. */
    public ResponseEntity<byte[]> of(Document document) {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(document.type().mediaType()))
            .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                .filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
            .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox")
            .header("X-Content-Type-Options", "nosniff")
            .body(documents.content(document.id()));
    }
}
