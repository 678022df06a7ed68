package org.namad.party.web;

import org.namad.party.People;
import org.namad.party.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What Namad knows about the person who has signed in. */
@Controller
class MePage {

    private final People people;

    MePage(People people) {
        this.people = people;
    }

    @GetMapping("/panel/me")
    String me(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("person", people.findById(person.personId()).orElseThrow());
        return "party/me";
    }
}
