package org.namad;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.namad.language.Digits;
import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.DelegationDesk;
import org.namad.party.LegalId;
import org.namad.party.NewDelegate;
import org.namad.party.NationalId;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People, businesses and seals for tests, made through the application's own beans. Every identifier, domain and mail
 * address is handed out once, so that tests sharing a database do not meet. A test of the whole application takes it
 * as {@code @Autowired TestData}; the identifiers alone need no application.
 */
@Component
@Transactional
public class TestData {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final int[] LEGAL_ID_WEIGHTS = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};

    private final People people;
    private final Businesses businesses;
    private final DelegationDesk delegations;
    private final SealRegister register;
    private final Clock clock;

    TestData(People people, Businesses businesses, DelegationDesk delegations, SealRegister register, Clock clock) {
        this.delegations = delegations;
        this.people = people;
        this.businesses = businesses;
        this.register = register;
        this.clock = clock;
    }

    /** A national ID with a correct checksum that no other call returns. */
    public static NationalId nationalId() {
        return nationalId(NEXT.getAndIncrement());
    }

    /** The {@code n}-th national ID; {@code n} below 100,000. */
    public static NationalId nationalId(int n) {
        return withPrefix("%09d".formatted(40_100_000 + n));
    }

    /** The national ID that begins with {@code prefix}, nine digits: registry simulators answer by its digits. */
    public static NationalId withPrefix(String prefix) {
        int remainder = IntStream.range(0, 9).map(i -> (prefix.charAt(i) - '0') * (10 - i)).sum() % 11;
        return new NationalId(prefix + (remainder < 2 ? remainder : 11 - remainder));
    }

    /** A legal ID with a correct checksum that no other call returns. */
    public static LegalId legalId() {
        String prefix = "%010d".formatted(1_010_000_000L + NEXT.getAndIncrement());
        int tens = prefix.charAt(9) - '0' + 2;
        int remainder = IntStream.range(0, 10)
            .map(i -> (prefix.charAt(i) - '0' + tens) * LEGAL_ID_WEIGHTS[i]).sum() % 11;
        return new LegalId(prefix + (remainder == 10 ? 0 : remainder));
    }

    /** A domain that no other call returns; every {@code *.example} domain is a sample shop of the simulators. */
    public static String domain() {
        return "test-shop-" + NEXT.getAndIncrement() + ".example";
    }

    /** A new registered person who reads Persian. */
    public Person person() {
        return person(nationalId(), "fa");
    }

    /** A new registered person with this national ID who reads {@code fa} or {@code en}. */
    public Person person(NationalId nationalId, String language) {
        return people.save(new Person(nationalId, "سارا احمدی", LocalDate.of(1990, 5, 4),
            "person-" + nationalId + "@mail.example", "09120000000", language, clock.instant()));
    }

    /** A new business of a new natural person. */
    public Business business() {
        return business(person());
    }

    /** A new business of {@code owner} in person. */
    public Business business(Person owner) {
        Business business = Business.ofNaturalPerson(owner, "فروشگاه سارا");
        business.relocate("تهران", "تهران", "خیابان انقلاب، پلاک ۱۲", "02166000000");
        return businesses.save(business);
    }

    /** A new business of a new legal person. */
    public Business company() {
        Business company = Business.ofLegalPerson(legalId(), "شرکت بازرگانی نمونه", person());
        company.relocate("اصفهان", "اصفهان", "خیابان چهارباغ، پلاک ۳", "03136000000");
        return businesses.save(company);
    }

    /** A new person who may act for {@code company}. */
    public Person delegateOf(Business company) {
        Person delegate = person();
        delegations.accept(delegations.invite(company.id(), company.owner().id(),
            new NewDelegate(delegate.nationalId().value(), delegate.fullName(), delegate.email())).id(), delegate.id());
        return delegate;
    }

    /** A seal in force for two years from now, of a new business, for a new domain. */
    public Seal issuedSeal() {
        return issuedSeal(business());
    }

    /** A seal in force for two years from now for a new domain of {@code business}. */
    public Seal issuedSeal(Business business) {
        return issuedSeal(business, domain());
    }

    /** A seal in force for two years from now for {@code domain} of {@code business}. */
    public Seal issuedSeal(Business business, String domain) {
        Seal seal = register.prepare(business, business.name(), domain, "http://" + domain + "/", "clothing");
        register.issue(seal.id(), Period.ofYears(2));
        return seal;
    }

    /** The number as Persian pages write it. */
    public static String persian(String number) {
        return new Digits().of(number, Locale.forLanguageTag("fa"));
    }

    /** Who gets the mails about {@code seal}. */
    public Person ownerOf(Seal seal) {
        return businesses.findById(seal.business().id()).flatMap(business -> people.findById(business.owner().id()))
            .orElseThrow();
    }
}
