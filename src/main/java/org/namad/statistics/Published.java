package org.namad.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Figures that others have published. They stand in data files, which an installation may replace and keep current. */
@Component
class Published {

    private final Resource eCommerce;
    private final Resource reasons;
    private final Resource forgeries;

    Published(@Value("${namad.statistics.e-commerce:classpath:statistics/e-commerce.csv}") Resource eCommerce,
            @Value("${namad.statistics.complaint-reasons:classpath:statistics/complaint-reasons.csv}") Resource reasons,
            @Value("${namad.statistics.forged-seals:classpath:statistics/forged-seals.csv}") Resource forgeries) {
        this.eCommerce = eCommerce;
        this.reasons = reasons;
        this.forgeries = forgeries;
    }

    /** The value of e-commerce by Jalali year, in thousand billion toman (R30). */
    Map<String, Double> eCommerce() {
        return read(eCommerce);
    }

    /** The share of complaints by reason, in percent (R6). */
    Map<String, Double> reasons() {
        return read(reasons);
    }

    /** How many forged seals were found, by the number of sites that were looked at. */
    Map<String, Double> forgeries() {
        return read(forgeries);
    }

    private static Map<String, Double> read(Resource file) {
        try {
            Map<String, Double> values = new LinkedHashMap<>();
            file.getContentAsString(StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(","))
                .forEach(cells -> values.put(cells[0].strip(), Double.valueOf(cells[1].strip())));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
