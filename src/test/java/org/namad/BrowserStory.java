package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * A story that is lived through in each language, at a desk and on a telephone. Each step that is looked at leaves a
 * picture in {@code target/screenshots/<album>}.
 */
@Tag("shares-story")
@StoryTest
abstract class BrowserStory {

    /** What sends the form that a page is about. */
    static final By SEND = By.cssSelector("main form.fields .actions button");

    @RegisterExtension
    Browser browser = new Browser();
    @Autowired
    TestData data;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    MessageSource messages;

    private final Path album;
    private String name;
    private int width;
    private Locale reader;

    BrowserStory(String album) {
        this.album = Path.of("target", "screenshots", album);
    }

    /** @param screen how many pixels wide */
    void begin(String language, int screen) {
        reader = Locale.forLanguageTag(language);
        name = language + "-" + screen;
        width = screen;
        browser.wide(width);
    }

    /** The language of the story. */
    Locale reader() {
        return reader;
    }

    /** Goes to a page in the language of the story. */
    void open(String address) {
        browser.open(address + (address.contains("?") ? "&" : "?") + "lang=" + reader.getLanguage());
    }

    /** Goes on in the window that a click has opened, as wide as the one before. */
    void inNewWindow() {
        browser.inNewWindow();
        browser.wide(width);
    }

    /** Keeps a picture and sees that nothing stands over the edge. */
    void look(String step) {
        browser.picture(album.resolve(name + "-" + step + ".png"));
        assertThat(browser.breadth()).as(step).isLessThanOrEqualTo(width);
    }

    /** What Namad says under this key, in the language of the story. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, reader);
    }
}
