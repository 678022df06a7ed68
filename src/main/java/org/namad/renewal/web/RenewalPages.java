package org.namad.renewal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.namad.party.Businesses;
import org.namad.party.SignedIn;
import org.namad.party.WaitingForms;
import org.namad.renewal.Renewal;
import org.namad.renewal.RenewalDesk;
import org.namad.renewal.Renewals;
import org.namad.seal.Provinces;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holder's page of a renewal: what will be decided and why (N11), and the data to bring up to date (R18). */
@Controller
@RequestMapping("/panel/renewals/{id}")
class RenewalPages {

    private final Renewals renewals;
    private final Businesses businesses;
    private final RenewalDesk desk;
    private final WaitingForms waiting;
    private final MessageSource messages;

    RenewalPages(Renewals renewals, Businesses businesses, RenewalDesk desk, WaitingForms waiting,
            MessageSource messages) {
        this.renewals = renewals;
        this.businesses = businesses;
        this.desk = desk;
        this.waiting = waiting;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Renewal renewal = own(id, person);
        ShopDataForm form = ShopDataForm.of(renewal.seal());
        waiting.fill(form, request, person);
        return page(renewal, person, form, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView update(@PathVariable long id, @AuthenticationPrincipal SignedIn person,
            @Valid @ModelAttribute("data") ShopDataForm form, BindingResult errors, RedirectAttributes next) {
        Renewal renewal = own(id, person);
        if (!errors.hasFieldErrors("province") && Provinces.ALL.stream()
                .noneMatch(province -> province.name().equals(form.getProvince()))) {
            errors.rejectValue("province", "renewal.page.missing");
        }
        if (errors.hasErrors()) {
            return page(renewal, person, form, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        desk.updateData(id, form.toData());
        next.addFlashAttribute("message",
            messages.getMessage("renewal.page.updated", null, LocaleContextHolder.getLocale()));
        return new ModelAndView("redirect:/panel/renewals/" + id);
    }

    private ModelAndView page(Renewal renewal, SignedIn person, ShopDataForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView("renewal/renewal", status);
        page.addObject("renewal", renewal);
        page.addObject("seal", renewal.seal());
        page.addObject("data", form);
        page.addObject("provinces", Provinces.ALL);
        page.addObject("owned", businesses.ownedBy(person.personId()).contains(renewal.seal().business().id()));
        if (renewal.isOpen()) {
            page.addObject("preview", desk.preview(renewal.seal().id()));
        }
        return page;
    }

    private Renewal own(long id, SignedIn person) {
        return renewals.findById(id)
            .filter(found -> businesses.mayAct(person.personId(), found.seal().business().id()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
