package org.namad.web;

import java.time.Clock;
import java.util.List;

import org.namad.complaint.Complaints;
import org.namad.enforcement.EnforcementCases;
import org.namad.issuance.Applications;
import org.namad.party.Businesses;
import org.namad.issuance.DraftDesk;
import org.namad.party.SignedIn;
import org.namad.renewal.Renewals;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The overview of the panel: all that waits for a consumer or business owner, the most urgent first, and what is theirs. */
@Controller
class PanelPage {

    private final Businesses businesses;
    private final Applications applications;
    private final DraftDesk drafts;
    private final Complaints complaints;
    private final EnforcementCases enforcement;
    private final Renewals renewals;
    private final HeldSeals seals;
    private final Clock clock;

    PanelPage(Businesses businesses, Applications applications, DraftDesk drafts, Complaints complaints,
            EnforcementCases enforcement, Renewals renewals, HeldSeals seals, Clock clock) {
        this.businesses = businesses;
        this.applications = applications;
        this.drafts = drafts;
        this.complaints = complaints;
        this.enforcement = enforcement;
        this.renewals = renewals;
        this.seals = seals;
        this.clock = clock;
    }

    @GetMapping("/panel")
    String panel(@AuthenticationPrincipal SignedIn person, Model model) {
        long id = person.personId();
        List<Long> acting = businesses.actedForBy(id);
        model.addAttribute("now", clock.instant());
        model.addAttribute("openComplaints", complaints.openAgainst(acting));
        model.addAttribute("appealable", complaints.appealableBy(acting, clock.instant()).stream()
            .filter(complaint -> complaint.closedAt() != null).toList());
        model.addAttribute("enforcement", enforcement.openOf(acting));
        model.addAttribute("renewals", renewals.openOf(acting));
        model.addAttribute("filed", complaints.filedBy(id).stream()
            .filter(complaint -> complaint.closedAt() == null).toList());
        model.addAttribute("seals", seals.of(person));
        model.addAttribute("drafts", drafts.ofOwner(id));
        model.addAttribute("applications", applications.followedBy(id));
        return "web/panel";
    }
}
