package org.namad.casebook.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;

import org.namad.engine.OneDecision;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffDesk;
import org.namad.engine.StaffDesk.Result;
import org.namad.engine.StaffDesk.Work;
import org.namad.engine.StaffDrafts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.engine.TaskChoice;
import org.namad.party.WaitingForms;
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

    /** What was chosen and typed when the session was over. */
    static class Chosen {

        private List<String> ids = List.of();
        private String reason = "";

        public List<String> getIds() {
            return ids;
        }

        public void setIds(List<String> ids) {
            this.ids = ids;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }
    }

    private final StaffDesk desk;
    private final StaffAccounts accounts;
    private final StaffDrafts drafts;
    private final WaitingForms waiting;
    private final MessageSource messages;

    TasksPage(StaffDesk desk, StaffAccounts accounts, StaffDrafts drafts, WaitingForms waiting,
            MessageSource messages) {
        this.desk = desk;
        this.accounts = accounts;
        this.drafts = drafts;
        this.waiting = waiting;
        this.messages = messages;
    }

    @GetMapping
    String show(@ModelAttribute("choice") TaskChoice choice, @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request, Model model) {
        StaffDesk.Page found = desk.of(member, choice);
        List<Work> shown = found.work();
        Map<String, String> sorts = new TreeMap<>(desk.sorts(member));
        // An older model may have sorts of task that the one in force no longer knows.
        shown.forEach(work -> sorts.putIfAbsent(work.definition(), work.name()));
        boolean supervisor = supervises(member);
        model.addAttribute("shown", shown);
        model.addAttribute("sorts", sorts);
        model.addAttribute("more", found.more());
        model.addAttribute("decision", decision(choice, shown).orElse(null));
        if (model.containsAttribute("results")) {
            // Here and not when it is sent: the script may keep the selection while it is being sent.
            drafts.forget(selectionOf(choice.task()), member);
        }
        if (!model.containsAttribute("chosen")) {
            Chosen kept = kept(choice, member, request);
            model.addAttribute("chosen", kept.getIds());
            model.addAttribute("reason", kept.getReason());
        }
        model.addAttribute("address", addressOf(choice));
        model.addAttribute("days", IntStream.of(1, 2, 3, 5, 10, 20).toArray());
        model.addAttribute("colleagues", supervisor ? accounts.everybody().stream()
            .filter(other -> other.groups().stream().anyMatch(StaffRoles.WORKERS::contains)).toList() : List.of());
        return "casebook/tasks";
    }

    private Chosen kept(TaskChoice choice, StaffMember member, HttpServletRequest request) {
        Chosen kept = new Chosen();
        if (!waiting.fill(kept, request, member.id())) {
            drafts.of(selectionOf(choice.task()), member).ifPresent(ids -> kept.setIds(List.of(ids.split(" "))));
            drafts.of(reasonOf(choice.task()), member).ifPresent(kept::setReason);
        }
        return kept;
    }

    /** Tasks of one sort, whose form takes one decision and its reason, can be completed together. */
    private Optional<OneDecision> decision(TaskChoice choice, List<Work> shown) {
        return choice.task().isEmpty() || shown.isEmpty() ? Optional.empty() : desk.decision(shown.get(0).id());
    }

    /** Keeps which tasks of this sort are chosen, and the reason for decisions on them while it is typed. */
    @PostMapping("/draft")
    String keep(@RequestParam String task, @RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(required = false) String reason, @AuthenticationPrincipal StaffMember member) {
        drafts.keep(selectionOf(task), member, String.join(" ", ids));
        if (reason != null) {
            drafts.keep(reasonOf(task), member, reason);
        }
        return "casebook/pieces :: kept";
    }

    @PostMapping
    String act(@ModelAttribute("choice") TaskChoice choice, @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> ids, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int days, @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason, Locale language, @AuthenticationPrincipal StaffMember member,
            RedirectAttributes next) {
        Optional<OneDecision> form = action.equals("complete") ? decision(ids) : Optional.empty();
        String refused = refused(action, ids, to, days, form, decision, reason.strip(), member);
        if (refused != null) {
            next.addFlashAttribute("refused", messages.getMessage("casebook.tasks.refused." + refused,
                form.map(OneDecision::longest).stream().toArray(), language));
            next.addFlashAttribute("chosen", ids);
            next.addFlashAttribute("reason", reason);
            next.addFlashAttribute("decided", decision);
            next.addFlashAttribute("to", to);
            next.addFlashAttribute("after", days);
        } else {
            List<Result> results = switch (action) {
                case "claim" -> desk.claim(member, ids, language);
                case "assign" -> desk.assign(member, ids, to, language);
                case "followUp" -> desk.followUp(member, ids, days, language);
                default -> desk.complete(member, ids, form.orElseThrow(), decision, reason.strip(), language);
            };
            if (action.equals("complete") && results.stream().anyMatch(Result::isDone)) {
                drafts.forget(reasonOf(choice.task()), member);
            }
            next.addFlashAttribute("results", results);
        }
        return "redirect:" + addressOf(choice);
    }

    private static String addressOf(TaskChoice choice) {
        return UriComponentsBuilder.fromPath("/staff/tasks").queryParam("task", "{task}")
            .queryParam("who", "{who}").queryParam("when", "{when}").queryParam("seal", "{seal}").queryParam("q", "{q}")
            .queryParam("part", "{part}").encode().buildAndExpand(choice.task(), choice.who(), choice.when(),
                choice.seal(), choice.q(), choice.part()).toUriString();
    }

    /** Why nothing is done at all; null if something is. */
    private static String refused(String action, List<String> ids, String to, int days, Optional<OneDecision> form,
            String decision, String reason, StaffMember member) {
        if (ids.isEmpty()) {
            return "none";
        }
        return switch (action) {
            case "claim" -> null;
            case "assign" -> !supervises(member) ? "supervisors" : to.isBlank() ? "nobody" : null;
            case "followUp" -> days < 0 || days > StaffDesk.FARTHEST ? "days" : null;
            case "complete" -> refused(form, decision, reason);
            default -> "none";
        };
    }

    private static String refused(Optional<OneDecision> form, String decision, String reason) {
        if (form.isEmpty()) {
            return "gone";
        }
        return reason.length() > form.get().longest() ? "long" : form.get().takes(decision, reason) ? null : "decision";
    }

    /** What the first of the tasks that is still there asks for. */
    private Optional<OneDecision> decision(List<String> ids) {
        return ids.stream().map(desk::decision).flatMap(Optional::stream).findFirst();
    }

    private static String selectionOf(String sort) {
        return "selection:" + sort;
    }

    private static String reasonOf(String sort) {
        return "reason:" + sort;
    }

    private static boolean supervises(StaffMember member) {
        return member.groups().contains(StaffRoles.SUPERVISOR) || member.groups().contains(StaffRoles.ADMIN);
    }
}
