package org.namad.enforcement.web;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.party.WaitingForms;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff open a case by hand, on what they or the police have found (R25). */
@Controller
@RequestMapping("/staff/enforcement/new")
class OpenCasePage {

    private final EnforcementDesk desk;
    private final EnforcementCases cases;
    private final Seals seals;
    private final WaitingForms waiting;
    private final MessageSource messages;
    private final Clock clock;

    OpenCasePage(EnforcementDesk desk, EnforcementCases cases, Seals seals, WaitingForms waiting, MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.seals = seals;
        this.waiting = waiting;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("grounds")
    List<Ground> grounds() {
        return Stream.of(Ground.values()).filter(ground -> !ground.isComputed()).toList();
    }

    @GetMapping
    String show(@ModelAttribute("form") CaseForm form, HttpServletRequest request, Principal staff) {
        waiting.fill(form, request, staff.getName());
        return "enforcement/new";
    }

    @PostMapping
    ModelAndView open(@Valid @ModelAttribute("form") CaseForm form, BindingResult errors, Principal staff,
            Locale locale, RedirectAttributes next) {
        Optional<Seal> seal = errors.hasFieldErrors("site") ? Optional.empty() : seal(form.getSite(), errors);
        if (form.getGround() != null && form.getGround().isComputed()) {
            errors.rejectValue("ground", "enforcement.open.ground.missing");
        }
        Optional<EnforcementCase> running = seal.flatMap(found -> cases.findByOpenSealId(found.id()));
        if (running.filter(open -> cases.stated(seal.get().id(), form.getGround(), open.openedAt())).isPresent()) {
            errors.rejectValue("ground", "enforcement.open.ground.stated", new Object[] {running.get().key()}, null);
        }
        if (errors.hasErrors()) {
            return new ModelAndView("enforcement/new", HttpStatus.UNPROCESSABLE_ENTITY);
        }
        EnforcementCase open = desk.open(seal.orElseThrow().id(), form.getGround(), form.getEvidence().strip(),
            StatedBy.staff(staff.getName()));
        next.addFlashAttribute("opened", messages.getMessage(
            "enforcement.open." + (running.isPresent() ? "added" : "done"),
            new Object[] {open.key(), seal.get().shownDomain()}, locale));
        return new ModelAndView("redirect:/staff/enforcement/new");
    }

    /** The seal of the site, if a case can be opened about it; otherwise {@code errors} say why not. */
    private Optional<Seal> seal(String site, BindingResult errors) {
        Optional<Seal> issued = Domains.of(site).flatMap(seals::findByHost);
        Optional<Seal> standing = issued.filter(found -> found.statusAt(clock.instant()) != SealStatus.REVOKED);
        if (standing.isEmpty()) {
            errors.rejectValue("site", "enforcement.open.site." + (issued.isEmpty() ? "unknown" : "revoked"));
        }
        return standing;
    }
}
