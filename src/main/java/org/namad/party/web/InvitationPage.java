package org.namad.party.web;

import java.time.Clock;
import java.util.Locale;

import org.namad.party.Delegation;
import org.namad.party.DelegationDesk;
import org.namad.party.DelegationRefused;
import org.namad.party.Delegations;
import org.namad.party.LinkRefused;
import org.namad.party.SignedIn;
import org.namad.party.SignedLinks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An invitation to act for a company, as its mail opens it: who has signed in with the national ID that it names accepts
 * or declines it here (R12).
 */
@Controller
@RequestMapping("/delegations/{id:\\d{1,18}}")
class InvitationPage {

    private final Delegations delegations;
    private final DelegationDesk desk;
    private final SignedLinks links;
    private final MessageSource messages;
    private final Clock clock;

    InvitationPage(Delegations delegations, DelegationDesk desk, SignedLinks links, MessageSource messages, Clock clock) {
        this.delegations = delegations;
        this.desk = desk;
        this.links = links;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @RequestParam(required = false) String until,
            @RequestParam(required = false) String signature, @AuthenticationPrincipal SignedIn reader) {
        boolean expired = isExpired(id, until, signature);
        Delegation invitation = delegations.findById(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean awaited = !expired && invitation.isAwaited(clock.instant());
        return new ModelAndView("party/invitation", awaited ? HttpStatus.OK : HttpStatus.GONE)
            .addObject("invitation", invitation)
            .addObject("awaited", awaited)
            .addObject("reader", reader)
            .addObject("invited", reader != null && reader.nationalId().equals(invitation.nationalId().value()))
            .addObject("page", DelegationDesk.path(id))
            .addObject("query", query(until, signature));
    }

    @PostMapping("/{answer:accept|decline}")
    ModelAndView answer(@PathVariable long id, @PathVariable String answer, @RequestParam(required = false) String until,
            @RequestParam(required = false) String signature, @AuthenticationPrincipal SignedIn reader, Locale locale,
            RedirectAttributes next) {
        String page = DelegationDesk.path(id) + query(until, signature);
        if (isExpired(id, until, signature) || reader == null) {
            return new ModelAndView("redirect:" + page);
        }
        try {
            boolean accepted = answer.equals("accept");
            Delegation answered = accepted ? desk.accept(id, reader.personId()) : desk.decline(id, reader.personId());
            next.addFlashAttribute("message",
                messages.getMessage("party.invitation.done." + answered.state(), null, locale));
            return new ModelAndView("redirect:"
                + (accepted ? "/panel/businesses/" + answered.business().id() : "/panel/businesses"));
        } catch (DelegationRefused refused) {
            // The page tells how the invitation stands.
            return new ModelAndView("redirect:" + page);
        }
    }

    /** @throws LinkRefused if the link is not ours */
    private boolean isExpired(long id, String until, String signature) {
        try {
            links.require(DelegationDesk.path(id), until, signature);
            return false;
        } catch (LinkRefused refused) {
            if (refused.reason() == LinkRefused.Reason.EXPIRED) {
                return true;
            }
            throw refused;
        }
    }

    private static String query(String until, String signature) {
        return UriComponentsBuilder.newInstance().queryParam("until", until).queryParam("signature", signature)
            .encode().toUriString();
    }
}
