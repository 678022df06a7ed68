package org.namad.party.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.Delegation;
import org.namad.party.DelegationDesk;
import org.namad.party.DelegationRefused;
import org.namad.party.Delegations;
import org.namad.party.NationalId;
import org.namad.party.NewDelegate;
import org.namad.party.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The businesses for which a person may act, their data, and, for the owner of a company, its users (R12). */
@Controller
@RequestMapping("/panel/businesses")
class BusinessPages {

    private final Businesses businesses;
    private final Delegations delegations;
    private final DelegationDesk desk;
    private final MessageSource messages;
    private final Clock clock;

    BusinessPages(Businesses businesses, Delegations delegations, DelegationDesk desk, MessageSource messages,
            Clock clock) {
        this.businesses = businesses;
        this.delegations = delegations;
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn person) {
        return new ModelAndView("party/businesses")
            .addObject("businesses", businesses.findAllWithOwner(businesses.actedForBy(person.personId())))
            .addObject("personId", person.personId());
    }

    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView one(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        return page(id, person, InvitationForm.EMPTY, HttpStatus.OK);
    }

    @PostMapping("/{id:\\d{1,18}}/users")
    ModelAndView invite(@PathVariable long id, @AuthenticationPrincipal SignedIn person,
            @Valid @ModelAttribute("form") InvitationForm form, BindingResult errors, RedirectAttributes next) {
        if (!isOwner(business(id, person), person)) {
            throw new NoSuchElementException(person.personId() + " does not own business " + id);
        }
        if (!NationalId.isValid(form.nationalId())) {
            errors.rejectValue("nationalId", "party.nationalId.invalid");
        }
        if (!errors.hasErrors()) {
            try {
                desk.invite(id, person.personId(), new NewDelegate(form.nationalId(), form.name(), form.email()));
                return done("/" + id, "party.delegate.invited", next);
            } catch (DelegationRefused refused) {
                errors.reject("party.delegate.refused." + refused.reason());
            }
        }
        return page(id, person, form, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** The owner withdraws a delegate or an invitation, or a delegate steps down. */
    @PostMapping("/{id:\\d{1,18}}/users/{delegation:\\d{1,18}}/end")
    ModelAndView end(@PathVariable long id, @PathVariable long delegation, @AuthenticationPrincipal SignedIn person,
            RedirectAttributes next) {
        desk.end(delegation, person.personId());
        return done(businesses.mayAct(person.personId(), id) ? "/" + id : "", "party.delegate.ended", next);
    }

    private ModelAndView done(String page, String message, RedirectAttributes next) {
        next.addFlashAttribute("message", messages.getMessage(message, null, LocaleContextHolder.getLocale()));
        return new ModelAndView("redirect:/panel/businesses" + page);
    }

    private ModelAndView page(long id, SignedIn person, InvitationForm form, HttpStatus status) {
        Business business = business(id, person);
        boolean owner = isOwner(business, person);
        List<Delegation> users = delegations.ofBusiness(id).stream().filter(delegation -> owner
            || delegation.isOpen() && delegation.nationalId().value().equals(person.nationalId())).toList();
        return new ModelAndView("party/business", status)
            .addObject("business", business)
            .addObject("owner", owner)
            .addObject("users", users)
            .addObject("now", clock.instant())
            .addObject("form", form);
    }

    private Business business(long id, SignedIn person) {
        return businesses.findForActor(id, person.personId())
            .orElseThrow(() -> new NoSuchElementException("no business " + id + " of " + person.personId()));
    }

    private static boolean isOwner(Business business, SignedIn person) {
        return business.owner().id() == person.personId();
    }

    @ExceptionHandler(NoSuchElementException.class)
    void notTheirs(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
