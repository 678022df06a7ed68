package org.namad.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.namad.calendar.JalaliDates;
import org.namad.engine.Absence;
import org.namad.engine.Absences;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff say when they are away and who does their work meanwhile; supervisors say it for others too. */
@Controller
@RequestMapping("/staff/absence")
class AbsencePage {

    /**
     * An absence as the page shows it.
     *
     * @param absence    what was entered
     * @param absent     the name of whoever is away
     * @param substitute the name of whoever does the work
     * @param mine       whether the reader may end it
     */
    record Row(Absence absence, String absent, String substitute, boolean mine) {
    }

    private final Absences absences;
    private final StaffAccounts accounts;
    private final WaitingForms waiting;
    private final JalaliDates dates;
    private final MessageSource messages;

    AbsencePage(Absences absences, StaffAccounts accounts, WaitingForms waiting, JalaliDates dates,
            MessageSource messages) {
        this.absences = absences;
        this.accounts = accounts;
        this.waiting = waiting;
        this.dates = dates;
        this.messages = messages;
    }

    @ModelAttribute
    void show(@AuthenticationPrincipal StaffMember member, Model model) {
        List<StaffMember> everybody = accounts.everybody();
        model.addAttribute("colleagues", everybody.stream().filter(other -> !other.groups().isEmpty()).toList());
        model.addAttribute("absentees", everybody.stream().filter(other -> absences.mayChange(other.id(), member)).toList());
        model.addAttribute("rows", absences.current().stream().map(absence -> new Row(absence,
            accounts.nameOf(absence.absentId()), accounts.nameOf(absence.substituteId()),
            absences.mayChange(absence.absentId(), member))).toList());
    }

    @GetMapping
    String show(@ModelAttribute("form") AbsenceForm form, HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member) {
        form.setAbsent(member.id());
        waiting.fill(form, request, member.id());
        return "web/absence";
    }

    @PostMapping
    ModelAndView enter(@Valid @ModelAttribute("form") AbsenceForm form, BindingResult errors, Locale locale,
            @AuthenticationPrincipal StaffMember member, RedirectAttributes next) {
        Optional<LocalDate> firstDay = day("firstDay", form.getFirstDay(), errors);
        Optional<LocalDate> lastDay = day("lastDay", form.getLastDay(), errors);
        if (!errors.hasErrors()) {
            try {
                absences.enter(form.getAbsent(), form.getSubstitute(), firstDay.orElseThrow(), lastDay.orElseThrow(), member);
            } catch (Absences.Refused refused) {
                errors.reject("web.absence.refused." + refused.reason());
            }
        }
        if (errors.hasErrors()) {
            return new ModelAndView("web/absence", HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute("message", messages.getMessage("web.absence.entered",
            new Object[] {accounts.nameOf(form.getSubstitute()), accounts.nameOf(form.getAbsent())}, locale));
        return new ModelAndView("redirect:/staff/absence");
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, Locale locale, @AuthenticationPrincipal StaffMember member,
            RedirectAttributes next) {
        String outcome = "web.absence.ended";
        try {
            absences.end(id, member);
        } catch (Absences.Refused refused) {
            outcome = "web.absence.refused." + refused.reason();
        }
        next.addFlashAttribute("message", messages.getMessage(outcome, null, locale));
        return "redirect:/staff/absence";
    }

    private Optional<LocalDate> day(String field, String typed, BindingResult errors) {
        Optional<LocalDate> day = dates.parse(typed);
        if (day.isEmpty() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "web.absence.day.unknown");
        }
        return day;
    }
}
