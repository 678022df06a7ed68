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
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes up two years of the register by living them: the clock is set back, and every shop of the demo applies, pays,
 * is complained about and answers through the same doors as real ones, while every timer on the way goes off. Loading
 * it again changes nothing; after a start that was interrupted, {@link DemoBeginning} lets it begin anew.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "namad.demo.data", matchIfMissing = true)
@Order(2)
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    /** Sweeps run from then on; before, no demo seal is near its end. */
    private static final Duration SWEPT = Duration.ofDays(130);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final NamadClock clock;
    private final TimeTravel travel;
    private final DemoIssuance issuance;
    private final DemoStories stories;
    private final DemoPeople people;
    private final Seals seals;
    private final ConfigurableApplicationContext context;
    private volatile boolean loading;
    private volatile Thread loader;

    DemoData(JdbcTemplate jdbc, NamadClock clock, TimeTravel travel, DemoIssuance issuance, DemoStories stories,
            DemoPeople people, Seals seals, ConfigurableApplicationContext context) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.travel = travel;
        this.issuance = issuance;
        this.stories = stories;
        this.people = people;
        this.seals = seals;
        this.context = context;
    }

    /** Finds out, before the first visitor comes, whether the data is there. */
    @Override
    public void run(ApplicationArguments arguments) {
        loading = !jdbc.queryForObject("select data_loaded from demo_state", Boolean.class);
        if (!loading) {
            showSeals();
        }
    }

    /** Loads in the background, when everything that starts with the application has started and can rest. */
    @EventListener
    void loadOnceReady(AvailabilityChangeEvent<ReadinessState> event) {
        if (loading && event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            loader = new Thread(this::load, "demo-data");
            loader.start();
        }
    }

    /** Lets what is being done just now come to its end before the database is gone. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        if (loader != null) {
            loader.join(PATIENCE.toMillis());
        }
    }

    /** Whether the demo's past is being lived through just now: nobody should look before it has reached the present. */
    boolean isLoading() {
        return loading;
    }

    private void load() {
        Instant now = clock.instant();
        try {
            jdbc.update("update demo_state set loading = true");
            travel.whileExecutorRests(() -> live(now));
            if (context.isClosed()) {
                LOG.info("Stopped while the demo's data was being made; the next start begins anew");
                return;
            }
            clock.setOffset(Duration.ZERO);
            showSeals();
            jdbc.update("update demo_state set data_loaded = true, loading = false");
            LOG.info("The demo has {} seals and two years behind it", seals.count());
        } catch (RuntimeException failure) {
            LOG.error("The demo's data could not be made; the next start begins anew", failure);
            if (!context.isClosed()) {
                clock.setOffset(Duration.ZERO);
            }
        } finally {
            loading = false;
        }
    }

    private void live(Instant now) {
        Timeline timeline = new Timeline(travel);
        DemoShop.all().stream().filter(shop -> seals.findByDomain(shop.domain()).isEmpty())
            .forEach(shop -> timeline.at(applied(shop, now), () -> apply(shop, timeline, now)));
        timeline.at(now, () -> { });
        clock.moveTo(timeline.start());
        travel.sweepFrom(now.minus(SWEPT));
        timeline.play(() -> !context.isClosed());
    }

    private void showSeals() {
        DemoShop.all().forEach(shop -> seals.findByDomain(shop.domain())
            .filter(seal -> seal.issuedAt() != null).ifPresent(seal -> issuance.show(shop, seal)));
    }

    /** Those of month 0 within the last two days; terms of which a renewal tells end two weeks later. */
    private static Instant applied(DemoShop shop, Instant now) {
        return ZonedDateTime.ofInstant(now, NamadClock.TEHRAN).minusMonths(shop.monthsAgo())
            .plusDays(shop.story().startsWith("renewal-") ? 14 : 0)
            .minusHours(5 + shop.number() * 7 % 40).toInstant();
    }

    private void apply(DemoShop shop, Timeline timeline, Instant now) {
        Person owner = people.owner(shop, clock.instant());
        Application application = issuance.apply(shop, owner);
        switch (shop.story()) {
            case "not-needed", "review", "fee-due", "lapsed" -> { }
            case "rejected" -> issuance.reject(application);
            case "correction", "withdrawn" -> issuance.sendBack(application);
            case "placing", "not-placed" -> issuance.pay(application, owner);
            default -> {
                issuance.pay(application, owner);
                Seal seal = issuance.place(shop, application, owner);
                if (!shop.delegate().isEmpty()) {
                    issuance.appointDelegate(shop, owner, people.delegate(shop, clock.instant()));
                }
                stories.tell(shop, seal, timeline, now);
            }
        }
    }
}
