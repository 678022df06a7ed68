package org.namad.trail.web;

import java.util.Locale;

import org.namad.casefile.CaseKey;
import org.namad.language.PersianText;
import org.namad.trail.ChangeEntry;
import org.namad.trail.ChangeLines;
import org.namad.trail.Changes;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows staff and auditors who changed what about a case (N6). */
@Controller
class ChangesPage {

    private static final int LINES = 50;

    private final Changes changes;
    private final ChangeLines lines;

    ChangesPage(Changes changes, ChangeLines lines) {
        this.changes = changes;
        this.lines = lines;
    }

    /** Leads from what was typed on the staff's desk to the page of that case. */
    @GetMapping("/staff/changes")
    String find(@RequestParam("case") String typed) {
        String key = PersianText.digits(typed).strip().toLowerCase(Locale.ROOT);
        return "redirect:" + UriComponentsBuilder.fromPath("/staff/changes/{key}").buildAndExpand(key).encode()
            .toUriString();
    }

    @GetMapping("/staff/changes/{caseKey}")
    String show(@PathVariable String caseKey, @RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        if (!CaseKey.isOne(caseKey) || page < 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Slice<ChangeEntry> slice = changes.findByCaseKeyOrderByIdDesc(caseKey, PageRequest.of(page, LINES));
        model.addAttribute("caseKey", caseKey);
        model.addAttribute("lines", lines.of(slice.getContent(), language));
        model.addAttribute("page", page);
        model.addAttribute("more", slice.hasNext());
        return "trail/changes";
    }
}
