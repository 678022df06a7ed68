package org.namad.complaint.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.namad.complaint.Complaints;
import org.namad.language.PersianText;
import org.namad.party.Businesses;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The complaints of a person, page by page: open and closed ones about their shops, and those that they filed. */
@Controller
class ComplaintsPage {

    private static final int PAGE = 20;

    private enum Show { OPEN, CLOSED, FILED }

    private final Complaints complaints;
    private final Businesses businesses;
    private final Seals seals;
    private final Clock clock;

    ComplaintsPage(Complaints complaints, Businesses businesses, Seals seals, Clock clock) {
        this.complaints = complaints;
        this.businesses = businesses;
        this.seals = seals;
        this.clock = clock;
    }

    /** @param seal the number of one of the person's seals, if only complaints about that one are asked for */
    @GetMapping("/panel/complaints")
    String list(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String page, @AuthenticationPrincipal SignedIn person, Model model) {
        List<Seal> own = seals.findByBusinessIdInOrderById(businesses.actedForBy(person.personId()));
        List<Seal> asked = own.stream().filter(one -> one.id().toString().equals(PersianText.digits(seal))).toList();
        Show shown = shown(show, own);
        model.addAttribute("seals", own);
        model.addAttribute("only", asked.isEmpty() ? null : asked.get(0));
        model.addAttribute("show", shown.name().toLowerCase(Locale.ROOT));
        model.addAttribute("complaints", find(shown, asked.isEmpty() ? own : asked, person, number(page)));
        model.addAttribute("now", clock.instant());
        return "complaint/list";
    }

    private Slice<Complaints.Line> find(Show shown, List<Seal> about, SignedIn person, int page) {
        return switch (shown) {
            case OPEN -> complaints.openAbout(ids(about), PageRequest.of(page, PAGE, Sort.by("answerDue", "id")));
            case CLOSED -> complaints.closedAbout(ids(about),
                PageRequest.of(page, PAGE, Sort.by("closedAt", "id").descending()));
            case FILED -> complaints.linesFiledBy(person.personId(),
                PageRequest.of(page, PAGE, Sort.by("registeredAt", "id").descending()));
        };
    }

    /** Whoever has no shop came for what they filed themselves. */
    private static Show shown(String asked, List<Seal> own) {
        for (Show one : Show.values()) {
            if (one.name().equalsIgnoreCase(asked)) {
                return one;
            }
        }
        return own.isEmpty() ? Show.FILED : Show.OPEN;
    }

    private static List<Long> ids(List<Seal> seals) {
        return seals.stream().map(Seal::id).toList();
    }

    private static int number(String typed) {
        String digits = PersianText.digits(typed);
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
