package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

@Tag("shares-h2")
@NamadTest
class HomePageIT {

    @RegisterExtension
    Browser browser = new Browser();

    @Test
    @DisplayName("The home page opens in Persian, from right to left, and in English on demand")
    void languages() {
        browser.open("/");
        browser.screenshot("home-fa");
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo("fa");
        assertThat(browser.find(By.tagName("html")).getDomAttribute("dir")).isEqualTo("rtl");
        assertThat(browser.barriers()).isEmpty();

        browser.open("/?lang=en");
        browser.screenshot("home-en");
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo("en");
        assertThat(browser.barriers()).isEmpty();
    }
}
