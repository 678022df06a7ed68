package org.namad.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.namad.Browser;
import org.namad.NamadTest;
import org.namad.TestData;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("shares-h2")
@NamadTest
class StatisticsPageIT {

    private static final int TELEPHONE = 360;

    @RegisterExtension
    Browser browser = new Browser();
    @Autowired
    TestData data;

    @Test
    @DisplayName("R6 R30 Everyone can read the figures: by ear, on a telephone, in the dark, in both languages")
    void readable() {
        data.issuedSeal();
        ChromeDriver driver = (ChromeDriver) browser.driver();
        for (String language : List.of("fa", "en")) {
            for (String scheme : List.of("light", "dark")) {
                driver.executeCdpCommand("Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
                driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                    Map.of("width", TELEPHONE, "height", 800, "deviceScaleFactor", 1, "mobile", true));
                browser.open("/statistics?lang=" + language);
                browser.find(By.cssSelector("#e-commerce svg.plot"));
                assertThat(driver.executeScript("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) TELEPHONE);
                driver.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
                assertThat(browser.barriers()).isEmpty();
            }
        }
    }
}
