package org.namad.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.namad.party.LegalId;
import org.namad.party.NationalId;
import org.namad.party.People;
import org.namad.party.Person;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the demo and the companies they stand for. National IDs are made up with correct checksums; those of shop
 * owners begin with 100, those of consumers with 200, those of delegates with 300. Mail addresses end in
 * {@code mail.example}, but for an owner whom no mail can reach.
 */
@Component
@Profile("demo")
class DemoPeople {

    private static final List<String> CONSUMERS = List.of("نیلوفر رضوانی", "سینا مرادی", "مهسا کریمی", "پویا احمدی",
        "الناز شفیعی", "کیوان نادری", "ترانه حیدری", "فرهاد جلالی", "یلدا منصوری", "بابک سهرابی", "هدیه ناصری",
        "امید خسروی");

    /** Stories in which staff look at the application: the registry simulator does not know the owner. */
    private static final Set<String> REVIEWED = Set.of("review", "rejected", "correction", "withdrawn");
    private static final int[] LEGAL_ID_WEIGHTS = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};

    private final People people;

    DemoPeople(People people) {
        this.people = people;
    }

    /** The owner of a shop, or of the company that keeps it. */
    Person owner(DemoShop shop, Instant now) {
        int firstNine = REVIEWED.contains(shop.story()) ? 991_000_000 + shop.number() : 100_000_000 + shop.number() * 7;
        // Mail servers take no underscore in the name of a host: such a mail is refused before it leaves.
        String host = shop.story().equals("unreached") ? "mail_of_old.example" : "mail.example";
        return person(firstNine, shop.owner(), "owner" + shop.number() + "@" + host, now);
    }

    /** Who acts for the company of a shop beside its owner. */
    Person delegate(DemoShop shop, Instant now) {
        return person(firstNineOfDelegate(shop), shop.delegate(), "delegate" + shop.number() + "@mail.example", now);
    }

    /** The delegate of a shop, once there is one. */
    Optional<Person> delegate(DemoShop shop) {
        return people.findByNationalId(withChecksum("%09d".formatted(firstNineOfDelegate(shop))).value());
    }

    private static int firstNineOfDelegate(DemoShop shop) {
        return 300_000_000 + shop.number() * 11;
    }

    /** The legal ID of the company that keeps a shop. */
    LegalId company(DemoShop shop) {
        String firstTen = "%010d".formatted(1_400_000_000L + shop.number() * 17L);
        int tens = firstTen.charAt(9) - '0' + 2;
        int remainder = IntStream.range(0, 10)
            .map(i -> (firstTen.charAt(i) - '0' + tens) * LEGAL_ID_WEIGHTS[i]).sum() % 11;
        return new LegalId(firstTen + (remainder == 10 ? 0 : remainder));
    }

    /** One of a dozen consumers. */
    Person consumer(int number, Instant now) {
        int index = Math.floorMod(number, CONSUMERS.size());
        return person(200_000_000 + index * 13, CONSUMERS.get(index), "consumer" + (index + 1) + "@mail.example",
            now);
    }

    private Person person(int firstNine, String name, String email, Instant now) {
        NationalId nationalId = withChecksum("%09d".formatted(firstNine));
        return people.findByNationalId(nationalId.value()).orElseGet(() -> people.save(new Person(nationalId, name,
            LocalDate.of(1975 + firstNine % 25, 1 + firstNine % 12, 1 + firstNine % 28), email,
            "0912%07d".formatted(firstNine % 10_000_000), "fa", now)));
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
