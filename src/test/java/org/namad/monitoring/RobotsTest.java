package org.namad.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.DisplayName;
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
}
