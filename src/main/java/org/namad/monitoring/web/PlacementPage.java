package org.namad.monitoring.web;

import java.util.List;

import org.namad.monitoring.NotExamined;
import org.namad.monitoring.PlacementDoctor;
import org.namad.party.Businesses;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
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

/** The placement doctor: the holder of a seal has a page of the site examined and gets the snippet that is right (N1). */
@Controller
@RequestMapping("/panel/seals/{id}/placement")
class PlacementPage {

    private final Seals seals;
    private final Businesses businesses;
    private final PlacementDoctor doctor;
    private final String baseUrl;

    PlacementPage(Seals seals, Businesses businesses, PlacementDoctor doctor, @Value("${namad.base-url}") String baseUrl) {
        this.seals = seals;
        this.businesses = businesses;
        this.doctor = doctor;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    ModelAndView ask(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        Seal seal = own(id, person);
        return page(seal, seal.url(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView examine(@PathVariable long id, @RequestParam(defaultValue = "") String address,
            @AuthenticationPrincipal SignedIn person) {
        Seal seal = own(id, person);
        try {
            PlacementDoctor.Examination found = doctor.examine(seal, address, person.personId());
            return page(seal, address, HttpStatus.OK).addObject("found", found).addObject("snippet",
                found.placement().english() ? Snippet.inEnglish(seal, baseUrl) : Snippet.of(seal, baseUrl));
        } catch (NotExamined refused) {
            boolean tooOften = refused.reason() == NotExamined.Reason.TOO_OFTEN;
            return page(seal, address, tooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject("refused", refused.reason());
        }
    }

    private ModelAndView page(Seal seal, String address, HttpStatus status) {
        return new ModelAndView("monitoring/placement", status)
            .addObject("seal", seal)
            .addObject("address", address)
            .addObject("minutes", PlacementDoctor.PAUSE.toMinutes());
    }

    private Seal own(long id, SignedIn person) {
        return seals.findAllById(List.of(id)).stream().findFirst()
            .filter(seal -> businesses.mayAct(person.personId(), seal.business().id()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
