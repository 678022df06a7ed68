package org.namad.web;

import java.time.Clock;

import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.PublicLedger;
import org.namad.party.Businesses;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A person's seals, and all about one of them. */
@Controller
class PanelSeals {

    private final Seals seals;
    private final Businesses businesses;
    private final ComplaintRecord record;
    private final PublicLedger ledger;
    private final HeldSeals held;
    private final Clock clock;
    private final String baseUrl;

    PanelSeals(Seals seals, Businesses businesses, ComplaintRecord record, PublicLedger ledger, HeldSeals held, Clock clock,
            @Value("${namad.base-url}") String baseUrl) {
        this.seals = seals;
        this.businesses = businesses;
        this.record = record;
        this.ledger = ledger;
        this.held = held;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/panel/seals")
    String all(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("seals", held.of(person));
        return "web/panel-seals";
    }

    @GetMapping("/panel/seals/{id:\\d{1,18}}")
    String one(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
        Seal seal = own(id, person);
        model.addAttribute("seal", seal);
        model.addAttribute("owned", seals.findByBusinessIdInOrderById(businesses.ownedBy(person.personId())).stream()
            .anyMatch(each -> each.id() == id));
        model.addAttribute("status", seal.statusAt(clock.instant()));
        model.addAttribute("indicators", record.indicators(id));
        model.addAttribute("points", ledger.of(id));
        model.addAttribute("snippet", Snippet.of(seal, baseUrl));
        return "web/panel-seal";
    }

    private Seal own(long id, SignedIn person) {
        return seals.findByBusinessIdInOrderById(businesses.actedForBy(person.personId())).stream()
            .filter(seal -> seal.id() == id).findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
