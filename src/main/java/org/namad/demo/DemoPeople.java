package org.namad.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.namad.party.NationalId;
import org.namad.party.People;
import org.namad.party.Person;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the demo. National IDs are made up with correct checksums; those of shop owners begin with 100, those of
 * consumers with 200. Mail addresses end in {@code mail.example}.
 */
@Component
@Profile("demo")
class DemoPeople {

    private static final List<String> CONSUMERS = List.of("نیلوفر رضوانی", "سینا مرادی", "مهسا کریمی", "پویا احمدی",
        "الناز شفیعی", "کیوان نادری", "ترانه حیدری", "فرهاد جلالی", "یلدا منصوری", "بابک سهرابی", "هدیه ناصری",
        "امید خسروی");

    private final People people;

    DemoPeople(People people) {
        this.people = people;
    }

    /** The owner of a shop; the registry simulator does not know an owner whose case staff are to review. */
    Person owner(DemoShop shop, Instant now) {
        return person(shop.story().equals("review") || shop.story().equals("rejected") ? 991_000_000 + shop.number() : 100_000_000 + shop.number() * 7,
            shop.owner(), "owner" + shop.number(), now);
    }

    /** One of a dozen consumers. */
    Person consumer(int number, Instant now) {
        int index = Math.floorMod(number, CONSUMERS.size());
        return person(200_000_000 + index * 13, CONSUMERS.get(index), "consumer" + (index + 1), now);
    }

    private Person person(int firstNine, String name, String mailbox, Instant now) {
        NationalId nationalId = withChecksum("%09d".formatted(firstNine));
        return people.findByNationalId(nationalId.value()).orElseGet(() -> people.save(new Person(nationalId, name,
            LocalDate.of(1975 + firstNine % 25, 1 + firstNine % 12, 1 + firstNine % 28), mailbox + "@mail.example",
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
