package org.namad.document.web;

import java.util.Objects;

import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.document.Downloads;
import org.namad.document.Drafts;
import org.namad.party.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands documents back: to the person who sent them, and to staff. */
@Controller
class DocumentDownload {

    private final Documents documents;
    private final Downloads downloads;

    DocumentDownload(Documents documents, Downloads downloads) {
        this.documents = documents;
        this.downloads = downloads;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> own(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        Document document = find(id);
        if (!Objects.equals(document.uploadedBy(), person.personId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return downloads.of(document);
    }

    /** Only staff get to {@code /staff/**}; what was not handed in yet is not theirs to see. */
    @GetMapping("/staff/documents/{id}")
    ResponseEntity<byte[]> forStaff(@PathVariable long id) {
        Document document = find(id);
        if (Drafts.isDraft(document)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return downloads.of(document);
    }

    private Document find(long id) {
        return documents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
