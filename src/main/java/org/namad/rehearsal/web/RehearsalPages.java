package org.namad.rehearsal.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.rehearsal.AnotherRuns;
import org.namad.rehearsal.Comparison;
import org.namad.rehearsal.Course;
import org.namad.rehearsal.Outcome;
import org.namad.rehearsal.Rehearsal;
import org.namad.rehearsal.RehearsalDesk;
import org.namad.rehearsal.Story;
import org.namad.rollout.Drafts;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where process owners rehearse a draft, and everybody who reads models sees what came of it (N17). */
@Controller
@RequestMapping("/staff/models/rehearsal")
class RehearsalPages {

    private static final String CHOICE = "/staff/models/rehearsal";

    private final RehearsalDesk desk;
    private final Drafts drafts;
    private final StaffAccounts accounts;
    private final RehearsalWords wording;

    RehearsalPages(RehearsalDesk desk, Drafts drafts, StaffAccounts accounts, RehearsalWords wording) {
        this.desk = desk;
        this.drafts = drafts;
        this.accounts = accounts;
        this.wording = wording;
    }

    /** A rehearsal in the list of all. */
    record Line(Long id, String name, String who, Instant when, Rehearsal.State state) {
    }

    @GetMapping
    String choose(@RequestParam(defaultValue = "") String draft, @AuthenticationPrincipal StaffMember member,
            Model page) {
        page.addAttribute("drafts", drafts.all());
        page.addAttribute("mayAct", member.groups().stream().anyMatch(StaffRoles.MODELLERS::contains));
        page.addAttribute("underWay", desk.underWay().orElse(null));
        page.addAttribute("who", desk.underWay().map(Rehearsal::startedBy).map(accounts::nameOf).orElse(null));
        page.addAttribute("latest", desk.latest().stream().map(line -> new Line(line.id(), line.name(),
            accounts.nameOf(line.startedBy()), line.startedAt(), line.state())).toList());
        if (!draft.isEmpty()) {
            Drafts.Draft chosen = drafts.find(draft).orElseThrow(RehearsalPages::unknown);
            List<Story> touched = desk.touchedBy(drafts.files(draft));
            page.addAttribute("chosen", chosen);
            page.addAttribute("stories", Story.values());
            page.addAttribute("touched", touched.isEmpty() ? List.of(Story.values()) : touched);
        }
        return "rehearsal/choose";
    }

    @PostMapping
    String start(@RequestParam(defaultValue = "") String draft, @RequestParam(required = false) List<Story> stories,
            @AuthenticationPrincipal StaffMember member, RedirectAttributes next) {
        Drafts.Draft chosen = drafts.find(draft).orElseThrow(RehearsalPages::unknown);
        if (stories == null || stories.isEmpty()) {
            next.addFlashAttribute("refused", "rehearsal.choose.noStory");
            next.addAttribute("draft", draft);
            return "redirect:" + CHOICE;
        }
        try {
            return "redirect:" + CHOICE + "/" + desk.start(chosen.name(), drafts.files(draft), stories, member.id()).id();
        } catch (AnotherRuns other) {
            next.addFlashAttribute("refused", "rehearsal.choose.another");
            next.addAttribute("draft", draft);
            return "redirect:" + CHOICE;
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Locale locale, Model page) {
        Rehearsal rehearsal = desk.find(id).orElseThrow(RehearsalPages::unknown);
        page.addAttribute("rehearsal", rehearsal);
        page.addAttribute("who", accounts.nameOf(rehearsal.startedBy()));
        page.addAttribute("working", rehearsal.state() == Rehearsal.State.RUNNING);
        page.addAttribute("progress", desk.progress(id).map(text -> wording.progress(text, locale)).orElse(null));
        if (rehearsal.state() == Rehearsal.State.DONE) {
            Outcome outcome = desk.outcome(rehearsal);
            List<Comparison> comparisons = comparisons(outcome);
            page.addAttribute("comparisons", comparisons);
            page.addAttribute("seconds", outcome.seconds());
            page.addAttribute("words", wording.in(locale));
        }
        return "rehearsal/show";
    }

    private static List<Comparison> comparisons(Outcome outcome) {
        return outcome.draft().stream().map(draft -> Comparison.of(outcome.live().stream()
            .filter(live -> live.story() == draft.story()).findFirst()
            .orElseGet(() -> new Course(draft.story(), List.of())), draft)).toList();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
