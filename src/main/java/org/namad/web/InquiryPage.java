package org.namad.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import org.namad.language.PersianText;
import org.namad.seal.Activities;
import org.namad.seal.Domains;
import org.namad.seal.Provinces;
import org.namad.seal.Seal;
import org.namad.seal.SealQuery;
import org.namad.seal.SealSearch;
import org.namad.seal.SealSearch.Found;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks a site up by its address, or a shop by its name, however they are typed (R28, N15). */
@Controller
class InquiryPage {

    private static final int PAGE = 20;
    private static final List<SealStatus> STATUSES = Arrays.stream(SealStatus.values())
        .filter(status -> status != SealStatus.PENDING).toList();

    private final Seals seals;
    private final SealSearch search;
    private final Clock clock;

    InquiryPage(Seals seals, SealSearch search, Clock clock) {
        this.seals = seals;
        this.search = search;
        this.clock = clock;
    }

    @GetMapping("/inquiry")
    String inquire(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String stars, @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String activity, @RequestParam(defaultValue = "0") String page,
            Model model) {
        String asked = q.strip();
        String text = PersianText.fold(asked).length() < 2 ? "" : asked;
        SealStatus wanted = STATUSES.stream().filter(one -> one.name().equals(status)).findFirst().orElse(null);
        SealQuery filter = new SealQuery("", wanted, Math.min(number(stars), 5), province.strip(),
            Activities.KEYS.contains(activity) ? activity : "");
        model.addAttribute("q", asked);
        model.addAttribute("tooShort", text.isEmpty() && !asked.isEmpty());
        model.addAttribute("filter", filter);
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("provinces", Provinces.ALL);
        model.addAttribute("activities", Activities.KEYS);
        model.addAttribute("now", clock.instant());
        if (!text.isEmpty() || !filter.isEmpty()) {
            look(text, filter, Math.min(number(page), SealSearch.REACH / PAGE - 1), model);
        }
        return "web/inquiry";
    }

    /** The seal of the very site that was asked for stands on the first page, whatever else is asked. */
    private void look(String text, SealQuery filter, int page, Model model) {
        String domain = Domains.of(text).orElse(null);
        Seal exact = domain == null ? null : seals.findByHost(domain)
            .flatMap(seal -> seals.findByIdAndCode(seal.id(), seal.code())).orElse(null);
        Found found = search.find(new SealQuery(domain == null ? text : Domains.shown(domain), filter.status(),
            filter.stars(), filter.province(), filter.activity()), page, PAGE);
        model.addAttribute("domain", domain == null ? null : Domains.shown(domain));
        model.addAttribute("exact", exact);
        model.addAttribute("outside", exact != null && !filter.takesIn(exact, clock.instant()));
        model.addAttribute("found", found);
        model.addAttribute("page", page);
        model.addAttribute("more", (page + 1) * PAGE < Math.min(found.total(), SealSearch.REACH));
        model.addAttribute("others", found.seals().stream()
            .filter(seal -> exact == null || !seal.id().equals(exact.id())).toList());
    }

    private static int number(String typed) {
        String digits = PersianText.digits(typed);
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
