package org.namad.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Complaints;
import org.namad.complaint.PublicLedger;
import org.namad.enforcement.EnforcementCases;
import org.namad.party.Businesses;
import org.namad.party.SignedIn;
import org.namad.renewal.RenewalDesk;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A person's seals, and all about one of them: what it is worth, its record, its renewal as of today (N11). */
@Controller
class PanelSeals {

    private static final int LATEST = 5;
    /** A seal in another state is not renewed, but applied for anew or not at all. */
    private static final Set<SealStatus> RENEWED = EnumSet.of(SealStatus.ACTIVE, SealStatus.SUSPENDED);

    private final HeldSeals held;
    private final Businesses businesses;
    private final ComplaintRecord record;
    private final Complaints complaints;
    private final PublicLedger ledger;
    private final EnforcementCases enforcement;
    private final Renewals renewals;
    private final RenewalDesk renewalDesk;
    private final Clock clock;
    private final String baseUrl;

    PanelSeals(HeldSeals held, Businesses businesses, ComplaintRecord record, Complaints complaints,
            PublicLedger ledger, EnforcementCases enforcement, Renewals renewals, RenewalDesk renewalDesk, Clock clock,
            @Value("${namad.base-url}") String baseUrl) {
        this.held = held;
        this.businesses = businesses;
        this.record = record;
        this.complaints = complaints;
        this.ledger = ledger;
        this.enforcement = enforcement;
        this.renewals = renewals;
        this.renewalDesk = renewalDesk;
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
        Seal seal = held.one(id, person);
        SealStatus status = seal.statusAt(clock.instant());
        model.addAttribute("now", clock.instant());
        model.addAttribute("seal", seal);
        model.addAttribute("owned", businesses.ownedBy(person.personId()).contains(seal.business().id()));
        model.addAttribute("status", status);
        model.addAttribute("indicators", record.indicators(id));
        model.addAttribute("points", ledger.of(id));
        model.addAttribute("open", complaints.openAbout(Set.of(id),
            PageRequest.of(0, LATEST, Sort.by("answerDue", "id"))));
        model.addAttribute("closed", complaints.closedAbout(Set.of(id),
            PageRequest.of(0, LATEST, Sort.by("closedAt", "id").descending())));
        model.addAttribute("enforcement", enforcement.openOf(Set.of(seal.business().id())).stream()
            .filter(opened -> opened.seal().id() == id).toList());
        model.addAttribute("preview", RENEWED.contains(status) ? renewalDesk.preview(id) : null);
        model.addAttribute("renewal", renewals.findBySealIdAndClosedAtIsNull(id).orElse(null));
        model.addAttribute("snippet", Snippet.of(seal, baseUrl));
        model.addAttribute("englishSnippet", Snippet.inEnglish(seal, baseUrl));
        return "web/panel-seal";
    }
}
