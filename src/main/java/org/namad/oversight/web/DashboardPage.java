package org.namad.oversight.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;

import org.namad.calendar.JalaliDates;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.figure.CsvFile;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Row;
import org.namad.figure.FigureView;
import org.namad.figure.Words;
import org.namad.oversight.Failures;
import org.namad.oversight.Failures.Cause;
import org.namad.oversight.Oversight;
import org.namad.oversight.Oversight.Clock;
import org.namad.oversight.Oversight.Edition;
import org.namad.oversight.RetryRefused;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The supervisors' dashboard: figures, clocks that run out, what has failed and its second chance. */
@Controller
@RequestMapping("/staff/dashboard")
class DashboardPage {

    /** Who may let failed steps be tried again; auditors only look. */
    private static final Set<String> RETRIERS = Set.of(StaffRoles.SUPERVISOR, StaffRoles.ADMIN);

    private final Oversight oversight;
    private final Failures failures;
    private final MessageSource messages;
    private final JalaliDates dates;

    DashboardPage(Oversight oversight, Failures failures, MessageSource messages, JalaliDates dates) {
        this.oversight = oversight;
        this.failures = failures;
        this.messages = messages;
        this.dates = dates;
    }

    @GetMapping
    String show(@AuthenticationPrincipal StaffMember member, Locale locale, Model model) {
        Edition edition = oversight.edition();
        Words words = words(edition, locale);
        model.addAttribute("asOf", edition.asOf());
        model.addAttribute("figures", edition.figures().stream().map(figure -> FigureView.of(figure, words)).toList());
        model.addAttribute("clocks", edition.clocks());
        model.addAttribute("causes", failures.causes());
        model.addAttribute("mayRetry", member.groups().stream().anyMatch(RETRIERS::contains));
        return "oversight/dashboard";
    }

    @GetMapping("/{figure}.csv")
    ResponseEntity<byte[]> file(@PathVariable("figure") String key, Locale locale) {
        Edition edition = oversight.edition();
        String file = switch (key) {
            case "ending" -> ending(edition, locale);
            case "incidents" -> incidents(locale);
            default -> {
                Figure figure = edition.figure(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                yield CsvFile.of(figure, words(edition, locale));
            }
        };
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("namad-" + key + ".csv").build().toString())
            .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private String ending(Edition edition, Locale locale) {
        List<List<String>> lines = new ArrayList<>();
        for (Clock clock : edition.clocks()) {
            lines.add(List.of(clock.caseKey(), clock.site(), clock.shop(), clock.due().toString()));
        }
        return CsvFile.of(head(locale, "case", "site", "shop", "due"), lines);
    }

    private String incidents(Locale locale) {
        List<List<String>> lines = new ArrayList<>();
        for (Cause cause : failures.causes()) {
            lines.add(List.of(cause.process(), cause.element(), said("kind." + cause.kind(), locale),
                cause.message() == null ? "" : cause.message(), String.valueOf(cause.count()), cause.since().toString()));
        }
        return CsvFile.of(head(locale, "process", "element", "cause", "message", "cases", "since"), lines);
    }

    private List<String> head(Locale locale, String... columns) {
        return List.of(columns).stream().map(column -> said("column." + column, locale)).toList();
    }

    @PostMapping("/incidents/{id}/retry")
    String retry(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Locale locale,
            RedirectAttributes next) {
        return told(() -> failures.retry(id, member.id()), locale, next);
    }

    @PostMapping("/incidents/{id}/retry-alike")
    String retryAlike(@PathVariable String id, @AuthenticationPrincipal StaffMember member, Locale locale,
            RedirectAttributes next) {
        return told(() -> failures.retryAlike(id, member.id()), locale, next);
    }

    private String told(IntSupplier retry, Locale locale, RedirectAttributes next) {
        try {
            int steps = retry.getAsInt();
            oversight.forget();
            next.addFlashAttribute("message", steps == 0 ? said("retry.over", locale)
                : said("retry.done", locale, steps));
        } catch (RetryRefused refused) {
            next.addFlashAttribute("refused", said("retry.refused", locale));
        }
        return "redirect:/staff/dashboard#incidents";
    }

    private Words words(Edition edition, Locale locale) {
        return new Words(messages, dates, locale, "oversight", (figure, row) -> name(edition, figure, row, locale));
    }

    private String name(Edition edition, Figure figure, Row row, Locale locale) {
        return switch (figure.key()) {
            case "work", "ages" -> role(row.code(), locale);
            case "tasks" -> {
                String[] parts = row.code().split("/");
                yield messages.getMessage("oversight.task." + parts[1] + "." + parts[2], null,
                    edition.names().get(row.code()), locale) + " · " + role(parts[0], locale);
            }
            case "clocks" -> said("clock." + row.code(), locale);
            case "steps" -> said("stage." + row.code(), locale);
            default -> edition.names().getOrDefault(row.code(), row.code());
        };
    }

    private String role(String group, Locale locale) {
        return messages.getMessage("engine.group." + group, null, group, locale);
    }

    private String said(String key, Locale locale, Object... arguments) {
        return messages.getMessage("oversight." + key, arguments, locale);
    }
}
