package org.namad.rollout.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.modelling.DeploymentName;
import org.namad.modelling.ModelCheck;
import org.namad.rollout.Drafts;
import org.namad.rollout.Drafts.Draft;
import org.namad.rollout.Launches;
import org.namad.rollout.ModelRefused;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** A draft, what the check says of it today, and what becomes of it: live, at once or from a day on, or thrown away. */
@Controller
@RequestMapping("/staff/models/drafts")
class DraftPages {

    private static final int LONGEST_NAME = 120;
    private static final String ALL = "redirect:/staff/models";

    private final Drafts drafts;
    private final Launches launches;
    private final ModelCheck check;
    private final JalaliDates dates;
    private final NamadClock clock;
    private final MessageSource messages;

    DraftPages(Drafts drafts, Launches launches, ModelCheck check, JalaliDates dates, NamadClock clock,
            MessageSource messages) {
        this.drafts = drafts;
        this.launches = launches;
        this.check = check;
        this.dates = dates;
        this.clock = clock;
        this.messages = messages;
    }

    @PostMapping
    String keep(@RequestParam(defaultValue = "") String upload, @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal StaffMember member, HttpSession session, Locale locale, RedirectAttributes next) {
        Map<String, byte[]> files = UploadedFiles.in(session, upload).map(UploadedFiles::contents).orElse(Map.of());
        if (files.isEmpty()) {
            next.addFlashAttribute("gone", true);
            return "redirect:/staff/models/check";
        }
        try {
            String id = drafts.keep(draftName(name, files, locale), files, member.id());
            UploadedFiles.leave(session);
            next.addFlashAttribute("message", messages.getMessage("rollout.draft.kept", null, locale));
            return "redirect:/staff/models/drafts/" + id;
        } catch (ModelRefused refused) {
            next.addFlashAttribute("refused", refused.sentences());
            return ALL;
        }
    }

    private String draftName(String typed, Map<String, byte[]> files, Locale locale) {
        String name = typed.isBlank() ? files.keySet().iterator().next().replaceFirst("\\..*", "") : typed.strip();
        String whole = new DeploymentName(name).isDraft() ? name
            : messages.getMessage("rollout.draft", null, locale) + " " + name;
        return whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Locale locale, Model page) {
        page.addAttribute("draft", existing(id));
        page.addAttribute("launch", launches.of(id).orElse(null));
        page.addAttribute("findings", Findings.of(drafts.files(id), check, locale));
        page.addAttribute("mayAct", member.groups().stream().anyMatch(StaffRoles.MODELLERS::contains));
        return "rollout/draft";
    }

    @GetMapping("/{id}/files")
    ResponseEntity<byte[]> files(@PathVariable String id) {
        return Zip.download(existing(id).name().replaceAll("[^\\p{L}\\p{N}]+", "-"), drafts.files(id));
    }

    @PostMapping("/{id}/live")
    String putLive(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Locale locale,
            RedirectAttributes next) {
        return act(id, () -> drafts.putLive(id, member.id()), "rollout.draft.live.done", locale, next);
    }

    @PostMapping("/{id}/launch")
    String plan(@PathVariable String id, @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal StaffMember member, Locale locale, Model page, RedirectAttributes next,
            HttpServletResponse response) {
        Draft draft = existing(id);
        Optional<LocalDate> day = dates.parse(from);
        if (day.filter(clock.today()::isBefore).isEmpty()) {
            page.addAttribute("from", from);
            page.addAttribute("wrong", day.isEmpty() ? "rollout.launch.wrong" : "rollout.launch.past");
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, member, locale, page);
        }
        try {
            launches.plan(id, day.get(), member.id());
            next.addFlashAttribute("message", messages.getMessage("rollout.launch.done",
                new Object[] {draft.name(), dates.date(day.get(), locale)}, locale));
        } catch (ModelRefused refused) {
            next.addFlashAttribute("refused", refused.sentences());
        } catch (Launches.DecidedMeanwhile decided) {
            next.addFlashAttribute("refused", List.of(messages.getMessage("rollout.launch.meanwhile",
                new Object[] {draft.name()}, locale)));
        }
        return ALL;
    }

    /** Also where the draft itself is gone. */
    @PostMapping("/{id}/launch/cancel")
    String cancel(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Locale locale,
            RedirectAttributes next) {
        String name = launches.of(id).map(Launches.Launch::name)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        launches.cancel(id, member.id());
        next.addFlashAttribute("message", messages.getMessage("rollout.launch.cancelled", new Object[] {name}, locale));
        return ALL;
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Locale locale,
            RedirectAttributes next) {
        return act(id, () -> drafts.discard(id, member.id()), "rollout.draft.discard.done", locale, next);
    }

    private String act(String id, Runnable act, String done, Locale locale, RedirectAttributes next) {
        Draft draft = existing(id);
        try {
            act.run();
            next.addFlashAttribute("message", messages.getMessage(done, new Object[] {draft.name()}, locale));
        } catch (ModelRefused refused) {
            next.addFlashAttribute("refused", refused.sentences());
        }
        return ALL;
    }

    private Draft existing(String id) {
        return drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
