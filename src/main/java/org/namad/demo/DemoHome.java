package org.namad.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.namad.demo.simulators.Simulators;
import org.namad.issuance.Application;
import org.namad.issuance.Applications;
import org.namad.issuance.Stage;
import org.namad.party.Person;
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

    /** A shop that has or had a seal, or has applied for one: it has a {@code status} or a {@code stage}, the other is null. */
    record Row(String title, String domain, String profile, SealStatus status, Stage stage, List<Account> accounts,
            String site) {
    }

    /** Somebody who acts for a shop, and the national ID to sign in with. */
    record Account(String name, String nationalId) {

        static Account of(Person person) {
            return new Account(person.fullName(), person.nationalId().value());
        }
    }

    private final Seals seals;
    private final Applications applications;
    private final DemoPeople people;
    private final Simulators simulators;
    private final Clock clock;

    DemoHome(Seals seals, Applications applications, DemoPeople people, Simulators simulators, Clock clock) {
        this.seals = seals;
        this.applications = applications;
        this.people = people;
        this.simulators = simulators;
        this.clock = clock;
    }

    @GetMapping("/demo")
    @Transactional(readOnly = true)
    public String show(Model model) {
        model.addAttribute("shops", DemoShop.all().stream().flatMap(shop -> row(shop).stream()).toList());
        return "demo/home";
    }

    private Optional<Row> row(DemoShop shop) {
        Optional<Seal> seal = seals.findByDomain(shop.domain()).filter(found -> found.issuedAt() != null);
        return applications.findByDomainOrderByIdDesc(shop.domain()).stream().findFirst().map(application ->
            new Row(shop.title(), shop.domain(), seal.map(DemoHome::profile).orElse(null),
                seal.map(issued -> issued.statusAt(clock.instant())).orElse(null),
                seal.isPresent() ? null : application.stage(), accounts(shop, application),
                simulators.url() + "/shops/" + shop.domain() + "/"));
    }

    private static String profile(Seal seal) {
        return "/profile?id=%d&Code=%s".formatted(seal.id(), seal.code());
    }

    private List<Account> accounts(DemoShop shop, Application application) {
        return Stream.concat(Stream.of(application.applicant()), people.delegate(shop).stream()).map(Account::of).toList();
    }
}
