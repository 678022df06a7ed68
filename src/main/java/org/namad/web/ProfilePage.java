package org.namad.web;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Complaints;
import org.namad.complaint.PublicComplaint;
import org.namad.complaint.PublicLedger;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The profile (identity page) of a seal: what a click on the badge opens (R16). Complaints stand first (R3), and with
 * their answers (R29).
 */
@Controller
class ProfilePage {

    private final Seals seals;
    private final ComplaintRecord record;
    private final PublicLedger ledger;
    private final Complaints complaints;
    private final Clock clock;
    private final String ownHost;

    ProfilePage(Seals seals, ComplaintRecord record, PublicLedger ledger, Complaints complaints, Clock clock,
            @Value("${namad.base-url}") String baseUrl) {
        this.seals = seals;
        this.record = record;
        this.ledger = ledger;
        this.complaints = complaints;
        this.clock = clock;
        this.ownHost = URI.create(baseUrl).getHost();
    }

    @GetMapping("/profile")
    String profile(@RequestParam(required = false) String id, @RequestParam(name = "Code", required = false) String code,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) String referer, Model model,
            HttpServletResponse response) {
        Optional<Seal> found = id != null && id.matches("\\d{1,18}") && code != null
            ? seals.findByIdAndCode(Long.valueOf(id), code) : Optional.empty();
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "web/profile-unknown";
        }
        Seal seal = found.get();
        model.addAttribute("seal", seal);
        model.addAttribute("status", seal.statusAt(clock.instant()));
        model.addAttribute("indicators", record.indicators(seal.id()));
        model.addAttribute("points", ledger.of(seal.id()));
        model.addAttribute("complaints", complaints.latestAbout(seal.id()).stream().map(PublicComplaint::of).toList());
        model.addAttribute("cameFrom", cameFrom(referer, seal));
        return "web/profile";
    }

    /** The site the visitor came from by a seal that is not its own; null if nothing is amiss (R16). */
    private String cameFrom(String referer, Seal seal) {
        return referer == null ? null : Domains.of(referer)
            .filter(host -> !host.equals(seal.domain()) && !host.endsWith("." + seal.domain()))
            .filter(host -> !host.equals(ownHost))
            .orElse(null);
    }
}
