package org.namad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

import org.namad.party.People;
import org.namad.party.Person;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goes from page to page as one person of the demo or another, and has each of them inspected. */
class Visitor {

    private static final String OWNER = "select b.owner_id from %s c join seal s on s.id = c.seal_id "
        + "join business b on b.id = s.business_id where c.id = ?";
    private static final String FILL = """
        const form = document.querySelector(arguments[0]);
        form.noValidate = true;
        for (const field of form.elements) {
          if (field.matches('input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea')) {
            field.value = arguments[1];
          }
        }""";

    final Browser browser;
    final PageInspection inspection;
    private final TestMailbox mailbox;
    private final People people;
    private final JdbcTemplate jdbc;

    Visitor(Browser browser, PageInspection inspection, TestMailbox mailbox, People people, JdbcTemplate jdbc) {
        this.browser = browser;
        this.inspection = inspection;
        this.mailbox = mailbox;
        this.people = people;
        this.jdbc = jdbc;
    }

    void signIn(Person person) {
        browser.signIn(person, mailbox);
    }

    /** Signs the person in whose id {@code query} finds for {@code id}. */
    void signIn(String query, long id) {
        signIn(people.findById(jdbc.queryForObject(query, Long.class, id)).orElseThrow());
    }

    /** Signs the owner of the seal in that the case is about: the row {@code id} of {@code table}. */
    void signInOwner(String table, long id) {
        signIn(OWNER.formatted(table), id);
    }

    /** See {@link PageInspection#look(String, String)}. */
    void look(String name, String address) {
        inspection.look(name, address);
    }

    /** See {@link PageInspection#refused(String, String)}. */
    void refused(String name, String address) {
        inspection.refused(name, address);
    }

    /** The page to which a link of the page that the browser shows leads. */
    void lookBehind(String name, String link) {
        look(name, address(link));
    }

    /** Where a link of the page that the browser shows leads. */
    String address(String link) {
        return browser.find(By.cssSelector(link)).getDomAttribute("href");
    }

    /** The page that comes back when the form at {@code address} is sent with nothing in it. */
    void sendEmpty(String name, String address, String form) {
        send(name, address, form, "");
    }

    /** The page that comes back when the form at {@code address} is sent with {@code text} in all its fields, and refused. */
    void send(String name, String address, String form, String text) {
        inspection.look(name, address, () -> {
            ((JavascriptExecutor) browser.driver()).executeScript(FILL, form, text);
            browser.follow(By.cssSelector(form + " .actions button"));
        }, true);
    }

    /** A file to be uploaded. */
    static String file(String name, byte[] content) {
        try {
            return Files.write(Files.createTempDirectory("upload").resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case in each of the states that there are: the first one. */
    Map<String, Long> firstOfEach(String table, String state, Enum<?>... states) {
        Map<String, Long> found = new TreeMap<>();
        jdbc.query("select %s, min(id) from %s group by %s".formatted(state, table, state),
            row -> { found.put(row.getString(1), row.getLong(2)); });
        for (Enum<?> expected : states) {
            if (!found.containsKey(expected.name())) {
                inspection.fault("no " + table + " is " + expected);
            }
        }
        return found;
    }
}
