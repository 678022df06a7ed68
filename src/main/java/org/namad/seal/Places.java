package org.namad.seal;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Writes where a business is: the province in the reader's language, the rest as its owner wrote it; templates reach it
 * as {@code @places}.
 */
@Component
public class Places {

    /** Province, city, and street with number in one line; parts that are null are left out. */
    public String line(String province, String city, String address, Locale language) {
        boolean persian = "fa".equals(language.getLanguage());
        return Stream.of(province == null ? null : province(province, language), city, address)
            .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(persian ? "، " : ", "));
    }

    private static String province(String name, Locale language) {
        return Provinces.ALL.stream().filter(province -> province.name().equals(name)).findFirst()
            .map(province -> province.in(language.getLanguage())).orElse(name);
    }
}
