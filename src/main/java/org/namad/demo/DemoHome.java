package org.namad.demo;

import java.time.Clock;
import java.util.List;

import org.namad.demo.simulators.Simulators;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody who tries Namad out begins: clock, mails, staff accounts, and the shops with who can sign in. */
@Controller
@Profile("demo")
class DemoHome {

    /** A shop that has or had a seal, and the national ID with which its owner signs in. */
    record Shop(Seal seal, SealStatus status, String owner, String nationalId, String site) {
    }

    private final Seals seals;
    private final Simulators simulators;
    private final Clock clock;

    DemoHome(Seals seals, Simulators simulators, Clock clock) {
        this.seals = seals;
        this.simulators = simulators;
        this.clock = clock;
    }

    @GetMapping("/demo")
    @Transactional(readOnly = true)
    public String show(Model model) {
        List<Shop> shops = DemoShop.all().stream().flatMap(shop -> seals.findByDomain(shop.domain()).stream())
            .map(seal -> new Shop(seal, seal.statusAt(clock.instant()), seal.business().owner().fullName(),
                seal.business().owner().nationalId().value(), simulators.url() + "/shops/" + seal.domain() + "/"))
            .toList();
        model.addAttribute("shops", shops);
        return "demo/home";
    }
}
