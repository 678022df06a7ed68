package org.namad.web;

import java.time.Clock;

import org.namad.language.PersianText;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks a site up by its address, or a shop by its name, however they are typed (R28, N15). */
@Controller
class InquiryPage {

    private static final int PAGE = 20;
    private static final int LAST_PAGE = 500;

    private final Seals seals;
    private final Clock clock;

    InquiryPage(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @GetMapping("/inquiry")
    String inquire(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") String page,
            Model model) {
        String asked = q.strip();
        model.addAttribute("q", asked);
        model.addAttribute("now", clock.instant());
        if (PersianText.fold(asked).length() < 2) {
            return "web/inquiry";
        }
        String domain = Domains.of(asked).orElse(null);
        Seal exact = domain == null ? null : seals.findByDomain(domain)
            .filter(seal -> seal.statusAt(clock.instant()) != SealStatus.PENDING)
            .flatMap(seal -> seals.findByIdAndCode(seal.id(), seal.code())).orElse(null);
        Slice<Seal> found = seals.search(domain == null ? asked : domain, PageRequest.of(number(page), PAGE));
        model.addAttribute("domain", domain);
        model.addAttribute("exact", exact);
        model.addAttribute("found", found);
        model.addAttribute("others", found.filter(seal -> exact == null || !seal.id().equals(exact.id())).toList());
        return "web/inquiry";
    }

    private static int number(String page) {
        String digits = PersianText.digits(page);
        return digits.matches("\\d{1,4}") ? Math.min(Integer.parseInt(digits), LAST_PAGE) : 0;
    }
}
