package org.namad.web;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Complaints;
import org.namad.complaint.PublicComplaint;
import org.namad.complaint.PublicLedger;
import org.namad.language.PersianText;
import org.namad.seal.Origin;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.namad.signature.ProfileSigner;
import org.namad.signature.QrCode;
import org.namad.signature.SignedProfile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The profile (identity page) of a seal: what a click on the badge opens (R16). Complaints stand first (R3), and with
 * their answers (R29). It says where the visitor came from (N4) and can be taken away signed (N14).
 */
@Controller
class ProfilePage {

    private static final int PAGE = 20;

    private final Seals seals;
    private final ComplaintRecord record;
    private final PublicLedger ledger;
    private final Complaints complaints;
    private final ProfileSigner signer;
    private final Clock clock;
    private final String baseUrl;

    ProfilePage(Seals seals, ComplaintRecord record, PublicLedger ledger, Complaints complaints,
            ProfileSigner signer, Clock clock, @Value("${namad.base-url}") String baseUrl) {
        this.seals = seals;
        this.record = record;
        this.ledger = ledger;
        this.complaints = complaints;
        this.signer = signer;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/profile")
    String profile(@RequestParam(required = false) String id, @RequestParam(name = "Code", required = false) String code,
            @RequestParam(defaultValue = "") String page,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) String referer, Model model,
            HttpServletResponse response) {
        Optional<Seal> found = seals.findByAddress(id, code);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "web/profile-unknown";
        }
        Seal seal = found.get();
        model.addAttribute("seal", seal);
        model.addAttribute("status", seal.statusAt(clock.instant()));
        model.addAttribute("indicators", record.indicators(seal.id()));
        model.addAttribute("points", ledger.of(seal.id()));
        model.addAttribute("complaints", complaints.latestAbout(seal.id(), PageRequest.of(number(page), PAGE))
            .map(PublicComplaint::of));
        model.addAttribute("origin", Origin.of(referer, seal.domain(), baseUrl));
        SignedProfile signed = signer.sign(seal);
        model.addAttribute("signed", signed);
        // Opens this page; a program that has no connection checks what stands behind the #, which no server sees.
        model.addAttribute("qr", QrCode.of(Snippet.profileUrl(seal, baseUrl) + "#" + signed.jws()));
        return "web/profile";
    }

    private static int number(String typed) {
        String digits = PersianText.digits(typed);
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
