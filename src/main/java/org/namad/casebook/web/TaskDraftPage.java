package org.namad.casebook.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.namad.engine.StaffMember;
import org.namad.engine.StaffDrafts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where Tasklist, by its script {@code drafts.js}, keeps what an officer writes in a task's form, and finds it again. */
@RestController
@RequestMapping("/staff/tasks/{id}/draft")
class TaskDraftPage {

    /**
     * A draft for the script.
     *
     * @param written the values of the form by their names; empty if nothing is kept
     * @param header  the header in which more is to be sent
     * @param token   and what it says
     */
    record Draft(JsonNode written, String header, String token) {
    }

    private final StaffDrafts drafts;
    private final ObjectMapper json;

    TaskDraftPage(StaffDrafts drafts, ObjectMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    @GetMapping
    Draft read(@PathVariable String id, @AuthenticationPrincipal StaffMember member, CsrfToken token) throws IOException {
        return new Draft(json.readTree(drafts.ofTask(id, member).orElse("{}")), token.getHeaderName(), token.getToken());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String id, InputStream sent, @AuthenticationPrincipal StaffMember member) throws IOException {
        byte[] bytes = sent.readNBytes(StaffDrafts.LONGEST + 1);
        if (bytes.length > StaffDrafts.LONGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        String written = new String(bytes, StandardCharsets.UTF_8);
        if (!isObject(written)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!drafts.keepOfTask(id, member, written)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private boolean isObject(String written) {
        try {
            return json.readTree(written).isObject();
        } catch (JsonProcessingException none) {
            return false;
        }
    }
}
