package org.namad.rollout.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpSession;

import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.figure.CsvFile;
import org.namad.modelling.ModelCheck;
import org.namad.modelling.PolicyReplay.Outcome;
import org.namad.rollout.ModelRefused;
import org.namad.rollout.Replays;
import org.namad.rollout.Replays.Comparison;
import org.namad.rollout.Replays.Difference;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A policy replayed on the past with other tables: what would have come of it, side by side with today's (N8). */
@Controller
class ReplayPage {

    private static final String PAGE = "/staff/models/replay";
    private static final String UPLOAD = "upload:";
    private static final String SHOWN = Shown.class.getName();
    private static final int LINES = 25;
    private static final String FIRST = "0";
    /** In place of a page: all of them. */
    private static final String ALL = "all";

    /**
     * What is to be replayed, as it was chosen and typed.
     *
     * @param from  the first day; empty from the beginning
     * @param until the last day; empty until today
     */
    record Wish(String candidate, String from, String until) {

        Wish {
            candidate = candidate == null ? "" : candidate;
            from = from == null ? "" : from.strip();
            until = until == null ? "" : until.strip();
        }
    }

    /** A seal of which the tables make different things. */
    record Line(Seal seal, List<Outcome> today, List<Outcome> candidate) {
    }

    /** What was replayed last in a session, so that its further pages and its file need no second replay. */
    private record Shown(Wish wish, Comparison comparison) {
    }

    private final Replays replays;
    private final ModelCheck check;
    private final Seals seals;
    private final JalaliDates dates;
    private final Clock clock;
    private final MessageSource messages;

    ReplayPage(Replays replays, ModelCheck check, Seals seals, JalaliDates dates, Clock clock, MessageSource messages) {
        this.replays = replays;
        this.check = check;
        this.seals = seals;
        this.dates = dates;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping(PAGE)
    String show(Wish wish, @RequestParam(defaultValue = "0") String page, @AuthenticationPrincipal StaffMember member,
            HttpSession session, Locale locale, Model model) {
        model.addAttribute("wish", wish);
        model.addAttribute("candidates", replays.candidates());
        model.addAttribute("mayAct", member.groups().stream().anyMatch(StaffRoles.MODELLERS::contains));
        model.addAttribute("uploaded", wish.candidate().startsWith(UPLOAD));
        if (!wish.candidate().isEmpty()) {
            Map<String, byte[]> files = files(wish, session);
            Findings findings = Findings.of(files, check, locale);
            if (findings.isClean()) {
                compare(wish, files, page, session, model);
            } else if (files.isEmpty()) {
                model.addAttribute("gone", true);
            } else {
                model.addAttribute("findings", findings);
            }
        }
        return "rollout/replay";
    }

    private Map<String, byte[]> files(Wish wish, HttpSession session) {
        if (wish.candidate().startsWith(UPLOAD)) {
            return UploadedFiles.in(session, wish.candidate().substring(UPLOAD.length())).map(UploadedFiles::contents)
                .orElse(Map.of());
        }
        try {
            return replays.files(wish.candidate());
        } catch (NoSuchElementException gone) {
            return Map.of();
        }
    }

    private void compare(Wish wish, Map<String, byte[]> files, String page, HttpSession session, Model model) {
        Optional<LocalDate> first = wish.from().isEmpty() ? Optional.of(LocalDate.EPOCH) : dates.parse(wish.from());
        Optional<LocalDate> last = wish.until().isEmpty() ? Optional.of(today()) : dates.parse(wish.until());
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            model.addAttribute("wrongDays", true);
            return;
        }
        try {
            boolean goesOn = !page.equals(FIRST) && session.getAttribute(SHOWN) instanceof Shown shown
                && shown.wish().equals(wish);
            Comparison comparison = goesOn ? ((Shown) session.getAttribute(SHOWN)).comparison()
                : replays.replay(files, first.get(), last.get());
            session.setAttribute(SHOWN, new Shown(wish, comparison));
            int number = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
            int start = Math.min(number * LINES, comparison.differences().size());
            int end = Math.min(start + LINES, comparison.differences().size());
            model.addAttribute("result", comparison);
            model.addAttribute("page", number);
            model.addAttribute("more", end < comparison.differences().size());
            model.addAttribute("lines", lines(comparison.differences().subList(start, end)));
        } catch (ModelRefused refused) {
            model.addAttribute("refused", refused.sentences());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), NamadClock.TEHRAN);
    }

    private List<Line> lines(List<Difference> differences) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < differences.size(); start += 1000) {
            List<Difference> some = differences.subList(start, Math.min(start + 1000, differences.size()));
            Map<Long, Seal> found = seals.findAllById(some.stream().map(Difference::sealId).toList()).stream()
                .collect(Collectors.toMap(Seal::id, Function.identity()));
            some.forEach(difference -> lines.add(new Line(found.get(difference.sealId()), difference.today(),
                difference.candidate())));
        }
        return lines;
    }

    /** Tables from the process owner's own computer: checked, and kept with the session while they are looked at. */
    @PostMapping(PAGE)
    String upload(@RequestParam(required = false) List<MultipartFile> files, Wish wish, Locale locale,
            HttpSession session, RedirectAttributes next) {
        UploadedFiles uploaded = UploadedFiles.of(files);
        Findings findings = Findings.of(uploaded.contents(), check, locale);
        if (findings.isClean() && uploaded.stayWith(session)) {
            next.addAttribute("candidate", UPLOAD + uploaded.id());
        } else {
            next.addFlashAttribute("findings", findings);
        }
        next.addAttribute("from", wish.from());
        next.addAttribute("until", wish.until());
        return "redirect:" + PAGE;
    }

    @GetMapping(PAGE + ".csv")
    ResponseEntity<byte[]> file(Wish wish, HttpSession session, Locale locale, Model model) {
        Map<String, byte[]> files = files(wish, session);
        if (Findings.of(files, check, locale).isClean()) {
            compare(wish, files, ALL, session, model);
        }
        if (!(model.getAttribute("result") instanceof Comparison comparison)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String csv = CsvFile.of(List.of(word("seal", locale), word("domain", locale), word("today", locale),
            word("candidate", locale)), lines(comparison.differences()).stream().map(line -> List.of(
                String.valueOf(line.seal().id()), line.seal().shownDomain(), text(line.today()), text(line.candidate())))
            .toList());
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("namad-replay.csv").build().toString())
            .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage("rollout.replay." + key, null, locale);
    }

    /** As programs read it in any language. */
    private static String text(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.name() + " " + day(outcome.when()))
            .collect(Collectors.joining("; "));
    }

    private static LocalDate day(Instant when) {
        return LocalDate.ofInstant(when, NamadClock.TEHRAN);
    }
}
