package org.namad.web;

import java.time.Clock;
import java.util.List;

import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Complaints;
import org.namad.complaint.Indicators;
import org.namad.complaint.PublicLedger;
import org.namad.enforcement.EnforcementCases;
import org.namad.issuance.Applications;
import org.namad.notification.Mails;
import org.namad.party.People;
import org.namad.party.SignedIn;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk of a consumer or business owner: all that waits for them, the most urgent first, and all that is theirs. */
@Controller
class PanelPage {

    private static final Limit RECENT = Limit.of(10);

    /**
     * A seal on the desk.
     *
     * @param seal       the seal
     * @param status     what it is worth now
     * @param snippet    the HTML that shows it
     * @param indicators its record, as the public sees it
     * @param points     its lines in the ledger of negative points
     */
    record Held(Seal seal, SealStatus status, String snippet, Indicators indicators, List<PublicLedger.Line> points) {
    }

    private final Seals seals;
    private final Applications applications;
    private final Complaints complaints;
    private final ComplaintRecord record;
    private final PublicLedger ledger;
    private final EnforcementCases enforcement;
    private final Renewals renewals;
    private final Mails mails;
    private final People people;
    private final Clock clock;
    private final String baseUrl;

    PanelPage(Seals seals, Applications applications, Complaints complaints, ComplaintRecord record, PublicLedger ledger,
            EnforcementCases enforcement, Renewals renewals, Mails mails, People people, Clock clock,
            @Value("${namad.base-url}") String baseUrl) {
        this.seals = seals;
        this.applications = applications;
        this.complaints = complaints;
        this.record = record;
        this.ledger = ledger;
        this.enforcement = enforcement;
        this.renewals = renewals;
        this.mails = mails;
        this.people = people;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/panel")
    String panel(@AuthenticationPrincipal SignedIn person, Model model) {
        long id = person.personId();
        model.addAttribute("now", clock.instant());
        model.addAttribute("openComplaints", complaints.openAgainst(id));
        model.addAttribute("appealable", complaints.appealableBy(id, clock.instant()).stream()
            .filter(complaint -> complaint.closedAt() != null).toList());
        model.addAttribute("enforcement", enforcement.openOf(id));
        model.addAttribute("renewals", renewals.openOf(id));
        model.addAttribute("seals", held(id));
        model.addAttribute("applications", applications.findByApplicantIdOrderByIdDesc(id));
        model.addAttribute("filed", complaints.filedBy(id));
        model.addAttribute("mails", people.findById(id)
            .map(found -> mails.findByAddressOrderByPostedAtDescIdDesc(found.email(), RECENT)).orElse(List.of()));
        return "web/panel";
    }

    private List<Held> held(long ownerId) {
        return seals.findByBusinessOwnerIdOrderById(ownerId).stream()
            .map(seal -> new Held(seal, seal.statusAt(clock.instant()), Snippet.of(seal, baseUrl),
                record.indicators(seal.id()), ledger.of(seal.id()))).toList();
    }
}
