package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.namad.party.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Opens every page in each of its states, as the demo's people see it, and lets {@link PageInspection} look at it. A page
 * that no tour comes to fails the test too.
 */
@DemoTest
class EveryPageIT {

    @RegisterExtension
    Browser browser = new Browser();
    @Autowired
    PublicTour publicPages;
    @Autowired
    PanelTour panel;
    @Autowired
    CasesTour cases;
    @Autowired
    StaffTour staff;
    @Autowired
    ModelsTour models;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    People people;
    @Autowired
    JdbcTemplate jdbc;
    @Value("${namad.base-url}")
    String baseUrl;

    @Test
    @DisplayName("Every page, in Persian and English, light and dark, wide and narrow, has no barrier, fits, and speaks one language")
    void everyPage() throws IOException {
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(this::isReady);
        PageInspection inspection = new PageInspection(browser);
        Visitor visitor = new Visitor(browser, inspection, mailbox, people, jdbc);

        staff.visit(visitor);
        models.visit(visitor);
        publicPages.visit(visitor);
        panel.visit(visitor);
        cases.visit(visitor);

        assertThat(inspection.faults()).isEmpty();
        assertThat(inspection.seen()).as("pages that a tour comes to").containsAll(RenderedViews.pages());
        assertThat(inspection.seenRefusing()).as("forms that were seen with what is wrong in them")
            .containsAll(RenderedViews.forms());
    }

    private boolean isReady() throws IOException {
        HttpURLConnection home = (HttpURLConnection) URI.create(baseUrl + "/").toURL().openConnection();
        return home.getResponseCode() == 200;
    }
}
