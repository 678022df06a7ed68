package org.namad.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
        /                ; ''                                                             ; ''
        /shop            ; 'User-agent: *|Disallow:'                                      ; ''
        /shop            ; 'User-agent: *|Disallow: /'                                    ; 'Disallow: /'
        ''               ; 'User-agent: *|Disallow: /'                                    ; 'Disallow: /'
        /shop/a          ; 'User-agent: *|Disallow: /shop|Allow: /shop/a'                 ; ''
        /shop/b          ; 'User-agent: *|Disallow: /shop|Allow: /shop/a'                 ; 'Disallow: /shop'
        /shop            ; 'User-agent: *|Disallow: /shop|Allow: /shop'                   ; ''
        /a.php?x=1       ; 'User-agent: *|Disallow: /*?x='                                ; 'Disallow: /*?x='
        /a.php           ; 'User-agent: *|Disallow: /*.php$'                              ; 'Disallow: /*.php$'
        /a.php5          ; 'User-agent: *|Disallow: /*.php$'                              ; ''
        /a.php/b.php     ; 'User-agent: *|Disallow: /*.php$'                              ; 'Disallow: /*.php$'
        /shop            ; 'User-agent: *|Disallow: /shop$'                               ; 'Disallow: /shop$'
        /shop/           ; 'User-agent: *|Disallow: /shop$'                               ; ''
        /shop            ; 'User-agent: *|Disallow: /*shop*op$'                           ; ''
        /a/shop/b        ; 'User-agent: *|Disallow: *shop*$'                              ; 'Disallow: *shop*$'
        /a+b/x           ; 'User-agent: *|Disallow: /**a+b**'                             ; 'Disallow: /**a+b**'
        /                ; 'user-agent: Other|disallow: /'                                ; ''
        /                ; 'User-agent: NAMAD/1.0|Disallow: /|User-agent: *|Allow: /'      ; 'Disallow: /'
        /                ; 'User-agent: *|Disallow: /|User-agent: namad # us|Disallow: /x' ; ''
        /                ; 'Disallow: /|<html>'                                           ; ''
        """)
    @DisplayName("N1 A site says by robots.txt what Namad may read, to it by name or to all")
    void welcome(String path, String lines, String forbidding) {
        Robots robots = new Robots(lines.replace("|", "\n"));
        assertThat(robots.forbidding(URI.create("http://shop.example" + path)).orElse("")).isEqualTo(forbidding);
    }

    /** By trying every way in which the stars can stand for something, either would take longer than anybody lives. */
    @Test
    @DisplayName("N1 No line of robots.txt, and no number of lines, holds Namad up")
    void hostile() {
        URI page = URI.create("http://shop.example/" + "a".repeat(2000));
        String stars = "Disallow: /" + "*a".repeat(200) + "*b";
        assertThat(new Robots("User-agent: *\n" + stars).forbidding(page)).isEmpty();
        assertThat(new Robots("User-agent: *\n" + (stars + "\n").repeat(1200)).forbidding(page)).isEmpty();
        assertThat(new Robots("User-agent: *\nDisallow: /" + "*".repeat(499)).forbidding(page)).isPresent();
    }

    @Test
    @DisplayName("N1 Of a robots.txt without end the first thousand rules are heeded")
    void endless() {
        String rules = "User-agent: *\n" + "Disallow: /x\n".repeat(999);
        URI page = URI.create("http://shop.example/shop");
        assertThat(new Robots(rules + "Disallow: /shop").forbidding(page)).contains("Disallow: /shop");
        assertThat(new Robots(rules + "Disallow: /y\nDisallow: /shop").forbidding(page)).isEmpty();
    }
}
