package org.namad.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;

import org.namad.calendar.NamadClock;
import org.namad.engine.TimeTravel;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the demo on which the clock is moved ahead, and which tells what happened on the way (N17). */
@Controller
@Profile("demo")
@RequestMapping("/demo/clock")
class ClockController {

    /** How far one press of a button moves the clock. */
    enum Step {
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        FOUR_DAYS(Duration.ofHours(96)),
        MONTH(Period.ofDays(30)),
        HALF_YEAR(Period.ofMonths(6)),
        NEXT_TIMER(null);

        private final TemporalAmount amount;

        Step(TemporalAmount amount) {
            this.amount = amount;
        }
    }

    private final NamadClock clock;
    private final TimeTravel travel;
    private final Happenings happenings;

    ClockController(NamadClock clock, TimeTravel travel, Happenings happenings) {
        this.clock = clock;
        this.travel = travel;
        this.happenings = happenings;
    }

    @GetMapping
    String show(@RequestParam(required = false) Instant from, Model model) {
        Instant start = from == null ? clock.instant().minus(Duration.ofDays(1)) : from;
        model.addAttribute("now", clock.instant());
        // To the nearest hour: what happened on the way took some seconds.
        model.addAttribute("ahead", clock.offset().plusMinutes(30).toHours());
        model.addAttribute("nextTimer", travel.nextTimer().orElse(null));
        model.addAttribute("from", start);
        model.addAttribute("steps", Step.values());
        model.addAttribute("happenings", happenings.since(start));
        return "demo/clock";
    }

    @PostMapping
    String move(@RequestParam Step step, RedirectAttributes redirect) {
        Instant from = clock.instant();
        Instant target = step.amount == null ? travel.nextTimer().orElse(from)
            : ZonedDateTime.ofInstant(from, NamadClock.TEHRAN).plus(step.amount).toInstant();
        travel.to(target);
        redirect.addAttribute("from", from);
        return "redirect:/demo/clock";
    }
}
