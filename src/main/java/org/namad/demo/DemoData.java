package org.namad.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

import org.namad.calendar.NamadClock;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes up two years of the register by living them: the clock is set back, and every shop of the demo applies, pays,
 * is complained about and answers through the same doors as real ones, while every timer on the way goes off. Loading
 * it again changes nothing; a start that was interrupted is taken up where a shop is missing.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "namad.demo.data", matchIfMissing = true)
@Order(2)
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    /** Sweeps run from then on; before, no demo seal is near its end. */
    private static final Duration SWEPT = Duration.ofDays(130);

    private final JdbcTemplate jdbc;
    private final NamadClock clock;
    private final TimeTravel travel;
    private final DemoIssuance issuance;
    private final DemoStories stories;
    private final DemoPeople people;
    private final Seals seals;

    DemoData(JdbcTemplate jdbc, NamadClock clock, TimeTravel travel, DemoIssuance issuance, DemoStories stories,
            DemoPeople people, Seals seals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.travel = travel;
        this.issuance = issuance;
        this.stories = stories;
        this.people = people;
        this.seals = seals;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!jdbc.queryForObject("select data_loaded from demo_state", Boolean.class)) {
            load();
        }
        DemoShop.all().forEach(shop -> seals.findByDomain(shop.domain())
            .filter(seal -> seal.issuedAt() != null).ifPresent(seal -> issuance.show(shop, seal)));
    }

    private void load() {
        Instant now = clock.instant();
        Timeline timeline = new Timeline(travel);
        DemoShop.all().stream().filter(shop -> seals.findByDomain(shop.domain()).isEmpty())
            .forEach(shop -> timeline.at(applied(shop, now), () -> apply(shop, timeline, now)));
        timeline.at(now, () -> { });
        clock.moveTo(timeline.start());
        travel.sweepFrom(now.minus(SWEPT));
        try {
            timeline.play();
        } finally {
            clock.setOffset(Duration.ZERO);
        }
        jdbc.update("update demo_state set data_loaded = true");
        LOG.info("The demo has {} seals and two years behind it", seals.count());
    }

    /** Older shops first; those of month 0 within the last two days. */
    private static Instant applied(DemoShop shop, Instant now) {
        return ZonedDateTime.ofInstant(now, NamadClock.TEHRAN).minusMonths(shop.monthsAgo())
            .minusHours(5 + shop.number() * 7 % 40).toInstant();
    }

    private void apply(DemoShop shop, Timeline timeline, Instant now) {
        Person owner = people.owner(shop, clock.instant());
        Application application = issuance.apply(shop, owner);
        switch (shop.story()) {
            case "not-needed", "review", "fee-due", "lapsed" -> { }
            case "rejected" -> issuance.reject(application);
            case "placing" -> issuance.pay(application, owner);
            default -> {
                issuance.pay(application, owner);
                Seal seal = issuance.place(shop, application, owner);
                stories.tell(shop, seal, timeline, now);
            }
        }
    }
}
