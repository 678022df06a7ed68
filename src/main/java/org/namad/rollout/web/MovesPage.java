package org.namad.rollout.web;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;

import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.rollout.CaseMoves;
import org.namad.rollout.CaseMoves.Move;
import org.namad.rollout.CaseMoves.Plan;
import org.namad.rollout.ModelRefused;
import org.namad.rollout.ModelVersions;
import org.namad.rollout.ModelVersions.Kind;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves running cases between versions: what it would do, how far it is, and what could not move. */
@Controller
@RequestMapping("/staff/models")
class MovesPage {

    /** Form fields that map an element by hand begin with this; its id follows. */
    private static final String BY_HAND = "map.";
    /** Seconds after which a page of a running move loads itself again. */
    private static final String RELOAD = "5";

    private final CaseMoves moves;
    private final ModelVersions versions;
    private final MessageSource messages;

    MovesPage(CaseMoves moves, ModelVersions versions, MessageSource messages) {
        this.moves = moves;
        this.versions = versions;
        this.messages = messages;
    }

    @GetMapping("/move")
    String preview(@RequestParam(defaultValue = "") String process, @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to, @RequestParam Map<String, String> all,
            @AuthenticationPrincipal StaffMember member, Locale locale, Model page) {
        ModelVersions.Model model = model(process);
        int source = from > 0 ? from : model.versions().stream().skip(1).filter(version -> version.cases() > 0)
            .reduce((newer, older) -> older).orElse(model.versions().get(1)).number();
        int target = to > 0 ? to : model.versions().get(0).number();
        Plan plan = source == target ? null
            : moves.plan(process, source, target, byHand(all), locale).orElseThrow(MovesPage::unknown);
        return show(model, source, target, plan, byHand(all), member, page);
    }

    private static String show(ModelVersions.Model model, int from, int to, Plan plan, Map<String, String> byHand,
            StaffMember member, Model page) {
        page.addAttribute("model", model);
        page.addAttribute("from", from);
        page.addAttribute("to", to);
        page.addAttribute("plan", plan);
        page.addAttribute("mapped", !byHand.isEmpty());
        page.addAttribute("seen", byHand.toString());
        page.addAttribute("givenUp", CaseMoves.GIVEN_UP);
        page.addAttribute("mayAct", mayAct(member));
        return "rollout/move";
    }

    /** Begins what was seen: if something was mapped by hand since, what that would do is shown first. */
    @PostMapping("/move")
    String start(@RequestParam(defaultValue = "") String process, @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to, @RequestParam(defaultValue = "") String seen,
            @RequestParam(required = false) String apply, @RequestParam Map<String, String> all,
            @AuthenticationPrincipal StaffMember member, Locale locale, HttpServletResponse response, Model page,
            RedirectAttributes next) {
        ModelVersions.Model model = model(process);
        Map<String, String> byHand = byHand(all);
        Plan plan = moves.plan(process, from, to, byHand, locale).orElseThrow(MovesPage::unknown);
        boolean asSeen = seen.equals(byHand.toString());
        if (apply != null || !asSeen) {
            next.addAttribute("process", process).addAttribute("from", from).addAttribute("to", to);
            byHand.forEach((source, target) -> next.addAttribute(BY_HAND + source, target));
            if (apply == null) {
                next.addFlashAttribute("changed", true);
            }
            return "redirect:/staff/models/move";
        }
        try {
            return "redirect:/staff/models/moves/" + moves.start(process, from, to, byHand, member.id());
        } catch (ModelRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.addAttribute("refused", refused.sentences());
            return show(model, from, to, plan, byHand, member, page);
        }
    }

    private ModelVersions.Model model(String process) {
        return versions.find(Kind.PROCESS, process).filter(found -> found.versions().size() > 1)
            .orElseThrow(MovesPage::unknown);
    }

    @GetMapping("/moves/{id}")
    String progress(@PathVariable String id, @RequestParam(name = "page", defaultValue = "0") int number,
            @AuthenticationPrincipal StaffMember member, Locale locale, HttpServletResponse response, Model page) {
        Move move = moves.find(id).orElseThrow(MovesPage::unknown);
        if (!move.isOver()) {
            response.setHeader("Refresh", RELOAD);
        }
        page.addAttribute("move", move);
        int at = Math.max(0, Math.min(number, (int) (move.failed() / CaseMoves.STAYS_A_PAGE)));
        page.addAttribute("stays", moves.stays(id, at, locale));
        page.addAttribute("page", at);
        page.addAttribute("first", at * CaseMoves.STAYS_A_PAGE + 1);
        page.addAttribute("more", move.failed() > (at + 1L) * CaseMoves.STAYS_A_PAGE);
        page.addAttribute("mayAct", mayAct(member));
        page.addAttribute("mayRead", member.groups().stream().anyMatch(StaffRoles.READERS::contains));
        return "rollout/progress";
    }

    @PostMapping("/moves/{id}/retry")
    String retry(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Locale locale,
            RedirectAttributes next) {
        moves.find(id).orElseThrow(MovesPage::unknown);
        try {
            next.addFlashAttribute("message", messages.getMessage("rollout.progress.retried",
                new Object[] {moves.retry(id, member.id())}, locale));
        } catch (ModelRefused refused) {
            next.addFlashAttribute("refused", refused.sentences());
        }
        return "redirect:/staff/models/moves/" + id;
    }

    private static Map<String, String> byHand(Map<String, String> all) {
        Map<String, String> byHand = new TreeMap<>();
        all.forEach((field, value) -> {
            if (field.startsWith(BY_HAND) && !value.isBlank()) {
                byHand.put(field.substring(BY_HAND.length()), value);
            }
        });
        return byHand;
    }

    private static boolean mayAct(StaffMember member) {
        return member.groups().stream().anyMatch(StaffRoles.MODELLERS::contains);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
