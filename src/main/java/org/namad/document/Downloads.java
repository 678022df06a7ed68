package org.namad.document;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Hands documents to browsers as what they are and nothing else: no guessing of types, no scripts. Who may have them is
 * for the calling page to know.
 */
@Component
public class Downloads {

    private final Documents documents;

    Downloads(Documents documents) {
        this.documents = documents;
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
