package org.namad.party.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.language.PersianText;
import org.namad.party.Challenge;
import org.namad.party.CodeRefused;
import org.namad.party.NationalId;
import org.namad.party.NewPerson;
import org.namad.party.Person;
import org.namad.party.SignIn;
import org.namad.party.TooManyCodes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * Registration of a new person. Nothing is stored until the code from the mail proves that the address is theirs; what
 * they typed waits in the browser's session.
 */
@Controller
class RegistrationController {

    private static final String PENDING = "NAMAD_REGISTRATION";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** A registration that waits for its code. */
    record Pending(NewPerson newcomer, Challenge challenge) implements Serializable {
    }

    private final SignIn signIn;
    private final Welcome welcome;
    private final JalaliDates dates;
    private final NamadClock clock;

    RegistrationController(SignIn signIn, Welcome welcome, JalaliDates dates, NamadClock clock) {
        this.signIn = signIn;
        this.welcome = welcome;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/register")
    String form(@RequestParam(required = false) String next, Locale locale, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        welcome.intend(next, request, response);
        model.addAttribute("form", new RegistrationForm("", "", "", "", "", locale.getLanguage()));
        return "party/register";
    }

    @PostMapping("/register")
    String ask(@Valid @ModelAttribute("form") RegistrationForm form, BindingResult errors, HttpServletRequest request,
            HttpServletResponse response) {
        if (!NationalId.isValid(form.nationalId())) {
            errors.rejectValue("nationalId", "party.nationalId.invalid");
        }
        Optional<LocalDate> birthDate = dates.parse(form.birthDate())
            .filter(date -> date.isAfter(EARLIEST_BIRTH) && date.isBefore(clock.today()));
        if (birthDate.isEmpty()) {
            errors.rejectValue("birthDate", "party.birthDate.invalid");
        }
        if (!errors.hasErrors()) {
            NewPerson newcomer = new NewPerson(form.nationalId(), form.fullName().strip(), birthDate.get(), form.email(),
                mobile(form), form.language());
            try {
                Challenge challenge = signIn.askToRegister(newcomer, request.getRemoteAddr());
                request.getSession().setAttribute(PENDING, new Pending(newcomer, challenge));
                return "redirect:/register/code";
            } catch (TooManyCodes e) {
                errors.reject("party.code.tooMany", new Object[] {e.pause().toMinutes()}, null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "party/register";
    }

    @GetMapping("/register/code")
    String code(@SessionAttribute(name = PENDING, required = false) Pending pending, Model model) {
        if (pending == null) {
            return "redirect:/register";
        }
        model.addAttribute("email", pending.newcomer().email());
        return "party/register-code";
    }

    @PostMapping("/register/code")
    String confirm(@SessionAttribute(name = PENDING, required = false) Pending pending, @RequestParam String code,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (pending == null) {
            return "redirect:/register";
        }
        try {
            Person person = signIn.register(pending.newcomer(), pending.challenge(), PersianText.digits(code).strip());
            request.getSession().removeAttribute(PENDING);
            return welcome.signIn(person, request, response);
        } catch (CodeRefused e) {
            model.addAttribute("email", pending.newcomer().email());
            model.addAttribute("refused", e.reason());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "party/register-code";
        }
    }

    private static String mobile(RegistrationForm form) {
        String digits = PersianText.digits(form.mobile()).strip();
        return digits.isEmpty() ? null : digits;
    }
}
