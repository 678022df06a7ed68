package org.namad.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namad.MariaDb;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** A bad day on a real MariaDB: everybody complains at once, and most of them twice and more. */
@Tag("shares-mariadb")
@NamadTest
@ContextConfiguration(initializers = MariaDb.class)
class ComplaintStormIT {

    private static final int PEOPLE = 200;
    private static final int SHOPS = 3;
    private static final int COMPLAINTS = 1000;
    private static final int AT_ONCE = 16;

    @Autowired
    TestData data;
    @Autowired
    ComplaintDesk desk;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    @DisplayName("R4 1,000 complaints filed at once by 200 people about three shops: one a person, shop and day, each with its case")
    void storm() throws Exception {
        List<Seal> shops = IntStream.range(0, SHOPS).mapToObj(i -> data.issuedSeal()).toList();
        List<Person> people = IntStream.range(0, PEOPLE).mapToObj(i -> data.person()).toList();
        // Everybody goes for two shops, with two and three complaints: 200 × 5.
        List<Callable<Boolean>> filings = new ArrayList<>();
        for (int i = 0; i < COMPLAINTS; i++) {
            int person = i % PEOPLE;
            int attempt = i / PEOPLE;
            filings.add(() -> file(people.get(person), shops.get((person + attempt % 2) % SHOPS), person + "-" + attempt));
        }
        Collections.shuffle(filings, new Random(4));

        long taken = 0;
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Boolean> filing : pool.invokeAll(filings)) {
                taken += filing.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(jdbc.queryForObject("select version()", String.class)).contains("MariaDB");
        String ours = "seal_id in (%s)".formatted(shops.stream().map(shop -> String.valueOf(shop.id()))
            .collect(Collectors.joining(", ")));
        assertThat(taken).isEqualTo(2 * PEOPLE);
        assertThat(count("select count(*) from complaint where " + ours)).isEqualTo(2 * PEOPLE);
        assertThat(count("select count(distinct complainant_id, seal_id, filed_on) from complaint where " + ours))
            .isEqualTo(2 * PEOPLE);
        assertThat(count("select count(*) from complaint c where not exists (select 1 from ACT_RU_EXECUTION e "
            + "where e.BUSINESS_KEY_ = concat('complaint-', c.id)) and " + ours)).as("complaints without a case").isZero();
        assertThat(count("select count(*) from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ like 'complaint-%' and not exists "
            + "(select 1 from complaint c where e.BUSINESS_KEY_ = concat('complaint-', c.id))"))
            .as("cases without a complaint").isZero();
        assertThat(count("select count(*) from complaint where answer_due is null and " + ours))
            .as("clocks that do not run").isZero();
    }

    private boolean file(Person consumer, Seal shop, String number) {
        try {
            desk.register(new NewComplaint(consumer.id(), shop.domain(), "F-" + number, null,
                ComplaintReason.NOT_DELIVERED, "هنوز نرسیده است.", null));
            return true;
        } catch (ComplaintRefused secondOfTheDay) {
            assertThat(secondOfTheDay.reason()).isEqualTo(ComplaintRefused.Cause.SECOND_OF_THE_DAY);
            return false;
        }
    }

    private long count(String query) {
        return jdbc.queryForObject(query, Long.class);
    }
}
