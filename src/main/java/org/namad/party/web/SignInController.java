package org.namad.party.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.namad.language.PersianText;
import org.namad.party.Challenge;
import org.namad.party.CodeRefused;
import org.namad.party.NationalId;
import org.namad.party.PartySession;
import org.namad.party.Person;
import org.namad.party.SignIn;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sign-in of consumers and business owners: national ID, then the code from the mail. And sign-out. */
@Controller
class SignInController {

    private static final String CHALLENGE = "NAMAD_SIGN_IN";

    /** What the first page asks for. */
    record Form(String nationalId) {
    }

    private final SignIn signIn;
    private final PartySession session;
    private final Welcome welcome;
    private final MessageSource messages;

    SignInController(SignIn signIn, PartySession session, Welcome welcome, MessageSource messages) {
        this.signIn = signIn;
        this.session = session;
        this.welcome = welcome;
        this.messages = messages;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(required = false) String next, @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        welcome.intend(next, request, response);
        if (signedIn != null) {
            return welcome.onward(request, response);
        }
        model.addAttribute("form", new Form(""));
        model.addAttribute("awaited", welcome.isAwaited(request, response));
        return "party/sign-in";
    }

    @PostMapping("/sign-in")
    String ask(@ModelAttribute("form") Form form, BindingResult errors, HttpServletRequest request,
            HttpServletResponse response) {
        if (!NationalId.isValid(form.nationalId())) {
            errors.rejectValue("nationalId", "party.nationalId.invalid");
        } else {
            try {
                Challenge challenge = signIn.ask(new NationalId(form.nationalId()), request.getRemoteAddr());
                request.getSession().setAttribute(CHALLENGE, challenge);
                return "redirect:/sign-in/code";
            } catch (TooManyCodes e) {
                errors.reject("party.code.tooMany", new Object[] {e.pause().toMinutes()}, null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "party/sign-in";
    }

    @GetMapping("/sign-in/code")
    String code(@SessionAttribute(name = CHALLENGE, required = false) Challenge challenge) {
        return challenge == null ? "redirect:/sign-in" : "party/sign-in-code";
    }

    @PostMapping("/sign-in/code")
    String confirm(@SessionAttribute(name = CHALLENGE, required = false) Challenge challenge, @RequestParam String code,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (challenge == null) {
            return "redirect:/sign-in";
        }
        try {
            Person person = signIn.confirm(challenge, PersianText.digits(code).strip());
            request.getSession().removeAttribute(CHALLENGE);
            return welcome.signIn(person, request, response);
        } catch (CodeRefused e) {
            model.addAttribute("refused", e.reason());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "party/sign-in-code";
        }
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response, Locale locale,
            RedirectAttributes redirect) {
        session.signOut(request, response);
        redirect.addFlashAttribute("message", messages.getMessage("party.signedOut", null, locale));
        return "redirect:/";
    }
}
