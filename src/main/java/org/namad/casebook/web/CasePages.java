package org.namad.casebook.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.namad.casebook.CaseBook;
import org.namad.casebook.CaseNote;
import org.namad.casefile.CaseKey;
import org.namad.casefile.CaseSummary;
import org.namad.engine.StaffDrafts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.language.PersianText;
import org.namad.party.People;
import org.namad.party.WaitingForms;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff find a case, read all about it, and note what the next one should know; auditors read along. */
@Controller
@RequestMapping("/staff/cases")
class CasePages {

    /** A note as it was typed when the session was over. */
    static class NoteForm {

        private String text;

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    private final CaseBook book;
    private final People people;
    private final Seals seals;
    private final StaffDrafts drafts;
    private final WaitingForms waiting;
    private final MessageSource messages;

    CasePages(CaseBook book, People people, Seals seals, StaffDrafts drafts, WaitingForms waiting,
            MessageSource messages) {
        this.book = book;
        this.people = people;
        this.seals = seals;
        this.drafts = drafts;
        this.waiting = waiting;
        this.messages = messages;
    }

    /** Finds cases by key, website, tracking number, national ID or number of the seal. */
    @GetMapping
    String search(@RequestParam(defaultValue = "") String q, Locale language, Model model) {
        String typed = PersianText.digits(q).strip().toLowerCase(Locale.ROOT);
        if (CaseKey.isOne(typed) && book.find(CaseKey.of(typed), language).isPresent()) {
            return "redirect:/staff/cases/" + CaseKey.of(typed);
        }
        model.addAttribute("q", q);
        model.addAttribute("found", typed.isEmpty() ? List.of() : find(typed, language));
        return "casebook/search";
    }

    private List<CaseSummary> find(String typed, Locale language) {
        if (typed.matches("\\d{10}")) {
            List<CaseSummary> tracked = book.tracked(typed, language);
            return !tracked.isEmpty() ? tracked : people.findByNationalId(typed)
                .map(person -> book.of(person.id(), language)).orElse(List.of());
        }
        Optional<String> domain = typed.matches("\\d{1,9}") ? seals.findById(Long.valueOf(typed)).map(Seal::domain)
            : Domains.of(typed);
        return domain.map(found -> book.about(found, language)).orElse(List.of());
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, Locale language, HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member, Model model) {
        CaseKey caseKey = caseKey(key);
        NoteForm typed = new NoteForm();
        model.addAttribute("text", waiting.fill(typed, request, member.id()) ? typed.getText()
            : drafts.of(placeOf(caseKey), member).orElse(null));
        show(caseKey, language, member, model);
        return "casebook/case";
    }

    /** Keeps a note while it is typed. */
    @PostMapping("/{key}/notes/draft")
    String keep(@PathVariable String key, @RequestParam(defaultValue = "") String text, Locale language,
            @AuthenticationPrincipal StaffMember member) {
        CaseKey caseKey = caseKey(key);
        book.find(caseKey, language).orElseThrow(CasePages::notThere);
        drafts.keep(placeOf(caseKey), member, text);
        return "casebook/pieces :: kept";
    }

    @PostMapping("/{key}/notes")
    ModelAndView note(@PathVariable String key, @RequestParam(defaultValue = "") String text, Locale language,
            @AuthenticationPrincipal StaffMember member, Model model, RedirectAttributes next) {
        CaseKey caseKey = caseKey(key);
        book.find(caseKey, language).orElseThrow(CasePages::notThere);
        try {
            book.note(caseKey, text, member.id());
        } catch (IllegalArgumentException refused) {
            model.addAttribute("text", text);
            model.addAttribute("refused", text.isBlank() ? "empty" : "long");
            show(caseKey, language, member, model);
            return new ModelAndView("casebook/case", HttpStatus.UNPROCESSABLE_ENTITY);
        }
        drafts.forget(placeOf(caseKey), member);
        next.addFlashAttribute("message", messages.getMessage("casebook.note.added", null, language));
        return new ModelAndView("redirect:/staff/cases/" + caseKey + "#notes");
    }

    private void show(CaseKey key, Locale language, StaffMember member, Model model) {
        model.addAttribute("page", book.open(key, language).orElseThrow(CasePages::notThere));
        model.addAttribute("longest", CaseNote.LONGEST);
        model.addAttribute("worker", member.groups().stream().anyMatch(StaffRoles.CASE_WORKERS::contains));
    }

    private static String placeOf(CaseKey note) {
        return "note:" + note;
    }

    private static CaseKey caseKey(String text) {
        if (!CaseKey.isOne(text)) {
            throw notThere();
        }
        return CaseKey.of(text);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
