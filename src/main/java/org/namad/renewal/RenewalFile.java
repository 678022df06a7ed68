package org.namad.renewal;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.namad.party.Businesses;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts of a renewal for mails and for staff. */
@Component
class RenewalFile implements CaseFile {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private final Renewals renewals;
    private final Businesses businesses;
    private final JalaliDates dates;
    private final MessageSource messages;
    private final Clock clock;
    private final String baseUrl;

    RenewalFile(Renewals renewals, Businesses businesses, JalaliDates dates, MessageSource messages, Clock clock,
            @Value("${namad.base-url}") String baseUrl) {
        this.renewals = renewals;
        this.businesses = businesses;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public String kind() {
        return Renewal.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Recipient recipient(long id, String role) {
        if (!"holder".equals(role)) {
            throw new IllegalArgumentException("nobody is " + role + " in a renewal");
        }
        return recipient(renewals.get(id).seal().business().owner());
    }

    /** A company's delegates may bring its data up to date, and read what its owner reads of the renewal. */
    @Override
    @Transactional(readOnly = true)
    public List<Recipient.Copy> copies(long id, String role) {
        return businesses.delegatesOf(renewals.get(id).seal().business().id()).stream()
            .map(delegate -> new Recipient.Copy(recipient(delegate), Map.of())).toList();
    }

    private static Recipient recipient(Person person) {
        return new Recipient(person.fullName(), person.email(), Locale.forLanguageTag(person.language()));
    }

    @Override
    public Optional<String> page(long id, long personId) {
        return renewals.findById(id).filter(renewal -> businesses.mayAct(personId, renewal.seal().business().id()))
            .map(renewal -> "/panel/renewals/" + id);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(long id, Locale language) {
        Renewal renewal = renewals.get(id);
        Seal seal = renewal.seal();
        Map<String, String> facts = new HashMap<>();
        facts.put("site", seal.shownDomain());
        facts.put("siteTitle", seal.title());
        facts.put("sealNumber", seal.id().toString());
        facts.put("businessName", seal.business().name());
        facts.put("holderName", seal.business().owner().fullName());
        putDate(facts, "termEnd", renewal.termEnd(), language);
        // Counted up: on the day itself, "21 days left" must not read 20 for the milliseconds that have passed.
        long daysLeft = Math.max(0, -Math.floorDiv(
            -Duration.between(clock.instant(), renewal.termEnd()).toSeconds(), Duration.ofDays(1).toSeconds()));
        facts.put("daysLeft", NumberFormat.getIntegerInstance(language).format(daysLeft));
        putDate(facts, "dataUpdatedAt", renewal.dataUpdatedAt(), language);
        putDate(facts, "renewedUntil", renewal.renewedUntil(), language);
        facts.put("refusalReasons", renewal.reviewReasons());
        putAssessment(facts, renewal.assessment(), language);
        facts.put("renewalLink", baseUrl + "/panel/renewals/" + id);
        return facts;
    }

    private void putAssessment(Map<String, String> facts, Assessment assessment, Locale language) {
        boolean known = assessment != null;
        NumberFormat numbers = NumberFormat.getIntegerInstance(language);
        facts.put("matter", known ? messages.getMessage("renewal.matter", new Object[] {assessment.complaints()}, language)
            : messages.getMessage("renewal.status.OPEN", null, language));
        facts.put("complaintsRegistered", known ? numbers.format(assessment.complaints()) : null);
        facts.put("unanswered", known ? numbers.format(assessment.unanswered()) : null);
        facts.put("upheld", known ? numbers.format(assessment.upheld()) : null);
        facts.put("settled", known ? numbers.format(assessment.settled()) : null);
        facts.put("dismissed", known ? numbers.format(assessment.dismissed()) : null);
        facts.put("inProgress", known ? numbers.format(assessment.inProgress()) : null);
        facts.put("supervision", known && assessment.supervised()
            ? messages.getMessage("renewal.supervised", null, language) : null);
        putDate(facts, "standsUntil", known ? assessment.standsUntil() : null, language);
    }

    private void putDate(Map<String, String> facts, String name, Instant instant, Locale language) {
        Locale other = PERSIAN.getLanguage().equals(language.getLanguage()) ? Locale.ENGLISH : PERSIAN;
        facts.put(name, instant == null ? null : dates.date(instant, language));
        facts.put(name + "Also", instant == null ? null : dates.date(instant, other));
    }
}
