package org.namad.outage.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.language.PersianText;
import org.namad.outage.ClockMove;
import org.namad.outage.ClockMoves;
import org.namad.outage.NewOutage;
import org.namad.outage.Outage;
import org.namad.outage.OutageDesk;
import org.namad.outage.OutageRefused;
import org.namad.outage.Outages;
import org.namad.outage.RunningClocks;
import org.namad.party.WaitingForms;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log of outages (N7): all staff read it, supervisors and administrators add to it. */
@Controller
@RequestMapping("/staff/outages")
class OutagePages {

    private static final Set<String> WRITERS = Set.of(StaffRoles.SUPERVISOR, StaffRoles.ADMIN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    /** A line of the log and how many timers it moved. */
    record Line(Outage outage, long moved) {
    }

    /** A timer that was moved, and what its model calls it. */
    record Moved(ClockMove move, String event) {
    }

    private final Outages outages;
    private final ClockMoves moves;
    private final RunningClocks clocks;
    private final OutageDesk desk;
    private final WaitingForms waiting;
    private final JalaliDates dates;
    private final MessageSource messages;

    OutagePages(Outages outages, ClockMoves moves, RunningClocks clocks, OutageDesk desk, WaitingForms waiting,
            JalaliDates dates, MessageSource messages) {
        this.outages = outages;
        this.moves = moves;
        this.clocks = clocks;
        this.desk = desk;
        this.waiting = waiting;
        this.dates = dates;
        this.messages = messages;
    }

    @ModelAttribute("mayWrite")
    boolean mayWrite(@AuthenticationPrincipal StaffMember member) {
        return member != null && member.groups().stream().anyMatch(WRITERS::contains);
    }

    @ModelAttribute("lines")
    List<Line> lines() {
        return outages.findAllByOrderByStartedAtDesc().stream()
            .map(outage -> new Line(outage, moves.countByOutageId(outage.id()))).toList();
    }

    @GetMapping
    String log(@ModelAttribute("form") OutageForm form, HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member) {
        waiting.fill(form, request, member.id());
        return "outage/log";
    }

    @GetMapping("/{id}")
    String moves(@PathVariable long id, Model model, @AuthenticationPrincipal StaffMember member) {
        model.addAttribute("outage", outages.findById(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        Map<List<String>, String> names = new HashMap<>();
        model.addAttribute("moves", moves.findByOutageIdOrderByToDue(id).stream()
            .map(move -> new Moved(move, names.computeIfAbsent(List.of(move.processKey(), move.activityId()),
                event -> clocks.name(move.processKey(), move.activityId())))).toList());
        model.addAttribute("mayRead", member.groups().stream().anyMatch(StaffRoles.READERS::contains));
        return "outage/moves";
    }

    @PostMapping
    ModelAndView add(@Valid @ModelAttribute("form") OutageForm form, BindingResult errors,
            @AuthenticationPrincipal StaffMember member, Locale locale, RedirectAttributes next) {
        Optional<Instant> from = instant("from", form.getFromDate(), form.getFromTime(), errors);
        Optional<Instant> until = instant("until", form.getUntilDate(), form.getUntilTime(), errors);
        if (!errors.hasErrors()) {
            try {
                Outage logged = desk.log(new NewOutage(from.orElseThrow(), until.orElseThrow(),
                    form.getReason().strip(), form.getReasonEn().strip()), member.id());
                next.addFlashAttribute("message", messages.getMessage("outage.page.logged",
                    new Object[] {moves.countByOutageId(logged.id())}, locale));
                return new ModelAndView("redirect:/staff/outages");
            } catch (OutageRefused refused) {
                errors.rejectValue("untilTime", "outage.form.refused." + refused.reason());
            }
        }
        return new ModelAndView("outage/log", HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** The minute of Tehran that was typed; if there is none, {@code errors} say so at the field. */
    private Optional<Instant> instant(String end, String date, String time, BindingResult errors) {
        Optional<LocalDate> day = dates.parse(date);
        Optional<LocalTime> minute = time(time);
        if (day.isEmpty()) {
            errors.rejectValue(end + "Date", "outage.form.date.wrong");
        }
        if (minute.isEmpty()) {
            errors.rejectValue(end + "Time", "outage.form.time.wrong");
        }
        return day.flatMap(known -> minute.map(at -> known.atTime(at).atZone(NamadClock.TEHRAN).toInstant()));
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(PersianText.digits(typed).strip(), TIME));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
