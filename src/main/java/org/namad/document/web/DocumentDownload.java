package org.namad.document.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.party.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands documents back: to the person who sent them, and to staff. They are shown as what they are and nothing else:
 * no guessing of types, no scripts.
 */
@Controller
class DocumentDownload {

    private final Documents documents;

    DocumentDownload(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> own(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        Document document = find(id);
        if (document.uploadedBy() != person.personId()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return send(document);
    }

    /** Only staff get to {@code /staff/**}. */
    @GetMapping("/staff/documents/{id}")
    ResponseEntity<byte[]> forStaff(@PathVariable long id) {
        return send(find(id));
    }

    private Document find(long id) {
        return documents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<byte[]> send(Document document) {
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
