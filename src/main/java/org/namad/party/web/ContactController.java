package org.namad.party.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.namad.language.PersianText;
import org.namad.party.CodeRefused;
import org.namad.party.ContactDesk;
import org.namad.party.ContactDesk.NewAddress;
import org.namad.party.PartySession;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.party.TooManyCodes;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the person who is signed in is reached: e-mail, which takes a code sent to the new address, mobile, language. */
@Controller
@RequestMapping("/panel/me/contact")
class ContactController {

    private static final String PENDING = "NAMAD_NEW_ADDRESS";

    /** Mobile number and language, as typed; digits may be Persian. */
    record ContactForm(
        @Pattern(regexp = "\\s*|\\s*[0۰٠][9۹٩]\\p{Nd}{9}\\s*", message = "{party.mobile.invalid}") String mobile,
        @NotBlank(message = "{party.language.missing}")
        @Pattern(regexp = "|fa|en", message = "{party.language.missing}") String language) {
    }

    /** The new address, as typed. */
    record AddressForm(
        @NotBlank(message = "{party.email.invalid}") @Email(message = "{party.email.invalid}")
        @Size(max = 254, message = "{party.email.invalid}") String email) {
    }

    private final ContactDesk desk;
    private final People people;
    private final PartySession sessions;
    private final MessageSource messages;

    ContactController(ContactDesk desk, People people, PartySession sessions, MessageSource messages) {
        this.desk = desk;
        this.people = people;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn reader, Model model) {
        Person person = person(reader);
        model.addAttribute("contact", new ContactForm(person.mobile() == null ? "" : person.mobile(), person.language()));
        model.addAttribute("address", new AddressForm(""));
        return page(person, model);
    }

    @PostMapping
    String change(@AuthenticationPrincipal SignedIn reader, @Valid @ModelAttribute("contact") ContactForm form,
            BindingResult errors, HttpServletResponse response, Locale locale, Model model, RedirectAttributes next) {
        if (errors.hasErrors()) {
            model.addAttribute("address", new AddressForm(""));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(person(reader), model);
        }
        String mobile = form.mobile() == null ? "" : PersianText.digits(form.mobile()).strip();
        desk.change(reader.personId(), mobile.isEmpty() ? null : mobile, form.language());
        return done("party.contact.changed", locale, next);
    }

    @PostMapping("/email")
    String ask(@AuthenticationPrincipal SignedIn reader, @Valid @ModelAttribute("address") AddressForm form,
            BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
        Person person = person(reader);
        String email = form.email() == null ? "" : form.email().strip();
        if (!errors.hasErrors() && email.equalsIgnoreCase(person.email())) {
            errors.rejectValue("email", "party.contact.email.same");
        }
        if (!errors.hasErrors()) {
            try {
                request.getSession().setAttribute(PENDING,
                    desk.ask(reader.personId(), email, request.getRemoteAddr()));
                return "redirect:/panel/me/contact/email";
            } catch (TooManyCodes e) {
                errors.rejectValue("email", "party.code.tooMany", new Object[] {e.pause().toMinutes()}, null);
            }
        }
        model.addAttribute("contact", new ContactForm(person.mobile() == null ? "" : person.mobile(), person.language()));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(person, model);
    }

    @GetMapping("/email")
    String code(@AuthenticationPrincipal SignedIn reader, HttpSession session, Model model) {
        NewAddress pending = pending(reader, session);
        if (pending == null) {
            return "redirect:/panel/me/contact";
        }
        model.addAttribute("email", pending.email());
        return "party/contact-code";
    }

    @PostMapping("/email/code")
    String confirm(@AuthenticationPrincipal SignedIn reader, @RequestParam String code, HttpSession session,
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model, RedirectAttributes next) {
        NewAddress pending = pending(reader, session);
        if (pending == null) {
            return "redirect:/panel/me/contact";
        }
        try {
            sessions.signIn(desk.confirm(pending, PersianText.digits(code).strip()), request, response);
        } catch (CodeRefused e) {
            model.addAttribute("email", pending.email());
            model.addAttribute("refused", e.reason());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "party/contact-code";
        }
        session.removeAttribute(PENDING);
        return done("party.contact.email.changed", locale, next);
    }

    /** The address that waits in this session; null if none does, or it was another person's who signed in here. */
    private static NewAddress pending(SignedIn reader, HttpSession session) {
        NewAddress pending = (NewAddress) session.getAttribute(PENDING);
        return pending != null && pending.personId() == reader.personId() ? pending : null;
    }

    private static String page(Person person, Model model) {
        model.addAttribute("email", person.email());
        return "party/contact";
    }

    private String done(String message, Locale locale, RedirectAttributes next) {
        next.addFlashAttribute("message", messages.getMessage(message, null, locale));
        return "redirect:/panel/me/contact";
    }

    private Person person(SignedIn reader) {
        return people.findById(reader.personId()).orElseThrow();
    }
}
