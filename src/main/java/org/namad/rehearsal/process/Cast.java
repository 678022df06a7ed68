package org.namad.rehearsal.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;

import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.NationalId;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.rehearsal.Plan;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people and shops of the stories, the same ones in every rehearsal; none of them is anybody. */
@Component
@Profile("rehearsal")
class Cast {

    private static final int OWNERS = 300_000_000;
    private static final int CONSUMERS = 400_000_000;

    private final People people;
    private final Businesses businesses;
    private final SealRegister register;
    private final Clock clock;

    Cast(People people, Businesses businesses, SealRegister register, Clock clock) {
        this.people = people;
        this.businesses = businesses;
        this.register = register;
        this.clock = clock;
    }

    /** The site of a scene. */
    static String site(Scene scene) {
        return "rehearsal-" + scene.number() + ".example";
    }

    Person owner(Scene scene, Plan plan) {
        return person(OWNERS + scene.number() * 7, "فروشنده", "owner-" + scene.number(), plan);
    }

    Person consumer(Scene scene, int number, Plan plan) {
        return person(CONSUMERS + scene.number() * 1300 + number * 13, "خریدار",
            "consumer-%d-%d".formatted(scene.number(), number), plan);
    }

    /** A seal of the scene's owner in force for {@code term} from now, without an application. */
    Seal sealed(Scene scene, Period term) {
        Business business = Business.ofNaturalPerson(scene.owner(), "فروشگاه");
        business.relocate("تهران", "تهران", "خیابان اصلی، پلاک ۱", "02166000000");
        Seal seal = register.prepare(businesses.save(business), "فروشگاه", site(scene),
            "http://" + site(scene) + "/", "clothing");
        register.issue(seal.id(), term);
        return seal;
    }

    private Person person(int firstNine, String name, String mailbox, Plan plan) {
        return people.save(new Person(withChecksum("%09d".formatted(firstNine)), name, LocalDate.of(1985, 4, 12),
            mailbox + "@mail.example", "0912%07d".formatted(firstNine % 10_000_000), plan.language(), clock.instant()));
    }

    private static NationalId withChecksum(String firstNine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (firstNine.charAt(i) - '0') * (10 - i);
        }
        int remainder = sum % 11;
        return new NationalId(firstNine + (remainder < 2 ? remainder : 11 - remainder));
    }
}
