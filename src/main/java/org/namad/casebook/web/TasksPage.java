package org.namad.casebook.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.namad.calendar.WorkingDays;
import org.namad.engine.OneDecision;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffDesk;
import org.namad.engine.StaffDesk.Result;
import org.namad.engine.StaffDesk.Work;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.language.PersianText;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Where staff work on many tasks at once: claim, assign, put off, and complete with one decision and reason. */
@Controller
@RequestMapping("/staff/tasks")
class TasksPage {

    /**
     * Which tasks are shown.
     *
     * @param task the sort of task, see {@link Work#definition()}; empty for all
     * @param who  {@code mine}, {@code free} or empty for all
     * @param when {@code overdue}, {@code escalated}, {@code today}, {@code followUp} or empty for all
     * @param q    a part of the shop's name, its website or the case's key
     */
    record Choice(String task, String who, String when, String q) {

        Choice {
            task = Objects.requireNonNullElse(task, "");
            who = Objects.requireNonNullElse(who, "");
            when = Objects.requireNonNullElse(when, "");
            q = Objects.requireNonNullElse(q, "");
        }
    }

    private final StaffDesk desk;
    private final StaffAccounts accounts;
    private final WorkingDays workingDays;
    private final MessageSource messages;
    private final Clock clock;

    TasksPage(StaffDesk desk, StaffAccounts accounts, WorkingDays workingDays, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.workingDays = workingDays;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@ModelAttribute("choice") Choice choice, @AuthenticationPrincipal StaffMember member, Model model) {
        List<Work> all = desk.of(member);
        List<Work> shown = all.stream().filter(work -> isChosen(work, choice, member)).toList();
        Map<String, String> sorts = all.stream().collect(Collectors.toMap(Work::definition, Work::name,
            (first, second) -> first, LinkedHashMap::new));
        boolean supervisor = supervises(member);
        model.addAttribute("shown", shown);
        model.addAttribute("sorts", sorts);
        model.addAttribute("full", all.size() == StaffDesk.MOST);
        model.addAttribute("decision", decision(choice, shown).orElse(null));
        model.addAttribute("days", IntStream.of(1, 2, 3, 5, 10, 20).toArray());
        model.addAttribute("colleagues", supervisor ? accounts.everybody().stream()
            .filter(other -> other.groups().stream().anyMatch(StaffRoles.WORKERS::contains)).toList() : List.of());
        return "casebook/tasks";
    }

    /** Tasks of one sort, whose form takes one decision and its reason, can be completed together. */
    private Optional<OneDecision> decision(Choice choice, List<Work> shown) {
        return choice.task().isEmpty() || shown.isEmpty() ? Optional.empty() : desk.decision(shown.get(0).id());
    }

    @PostMapping
    String act(@ModelAttribute("choice") Choice choice, @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> ids, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int days, @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason, Locale language, @AuthenticationPrincipal StaffMember member, RedirectAttributes next) {
        String refused = refused(action, ids, to, days, decision, reason, member);
        if (refused != null) {
            next.addFlashAttribute("refused", messages.getMessage("casebook.tasks.refused." + refused, null, language));
            next.addFlashAttribute("chosen", ids);
            next.addFlashAttribute("reason", reason);
        } else {
            List<Result> results = switch (action) {
                case "claim" -> desk.claim(member, ids, language);
                case "assign" -> desk.assign(member, ids, to, language);
                case "followUp" -> desk.followUp(member, ids, days, language);
                default -> desk.complete(member, ids, desk.decision(ids.get(0)).orElseThrow(), decision, reason.strip(),
                    language);
            };
            next.addFlashAttribute("results", results);
        }
        return "redirect:" + UriComponentsBuilder.fromPath("/staff/tasks").queryParam("task", "{task}")
            .queryParam("who", "{who}").queryParam("when", "{when}").queryParam("q", "{q}").encode()
            .buildAndExpand(choice.task(), choice.who(), choice.when(), choice.q()).toUriString();
    }

    /** Why nothing is done at all; null if something is. */
    private String refused(String action, List<String> ids, String to, int days, String decision, String reason,
            StaffMember member) {
        if (ids.isEmpty()) {
            return "none";
        }
        return switch (action) {
            case "claim" -> null;
            case "assign" -> !supervises(member) ? "supervisors" : to.isBlank() ? "nobody" : null;
            case "followUp" -> days < 0 || days > StaffDesk.FARTHEST ? "days" : null;
            case "complete" -> desk.decision(ids.get(0)).filter(form -> form.takes(decision, reason.strip())).isPresent()
                ? null : "decision";
            default -> "none";
        };
    }

    private boolean isChosen(Work work, Choice choice, StaffMember member) {
        boolean who = switch (choice.who()) {
            case "mine" -> member.id().equals(work.assigneeId());
            case "free" -> work.assigneeId() == null;
            default -> true;
        };
        Instant tomorrow = workingDays.startOfTomorrow().toInstant();
        boolean when = switch (choice.when()) {
            case "overdue" -> work.due() != null && work.due().isBefore(clock.instant());
            case "escalated" -> work.escalated() != null;
            case "today" -> work.due() != null && work.due().isBefore(tomorrow)
                && !work.due().isBefore(workingDays.startOfToday().toInstant());
            case "followUp" -> work.followUp() != null && work.followUp().isBefore(tomorrow);
            default -> true;
        };
        String text = PersianText.fold(String.join(" ", Objects.toString(work.business(), ""),
            Objects.toString(work.site(), ""), Objects.toString(work.caseKey(), "")));
        return who && when && (choice.task().isEmpty() || choice.task().equals(work.definition()))
            && text.contains(PersianText.fold(choice.q()));
    }

    private static boolean supervises(StaffMember member) {
        return member.groups().contains(StaffRoles.SUPERVISOR) || member.groups().contains(StaffRoles.ADMIN);
    }
}
