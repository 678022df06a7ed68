package org.namad.demo.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;

/**
 * What a sample shop sells and how it looks, from {@code demo/products.csv}; which shop sells what, and its name, stand
 * in {@code demo/shops.csv}.
 */
record Trade(String colour, String motto, List<Product> products) {

    /** Something to buy. */
    record Product(String name, long toman) {
    }

    /** A shop of the demo by its domain. */
    record Shop(String title, String activity) {
    }

    private static final Map<String, Trade> BY_ACTIVITY = new LinkedHashMap<>();
    private static final Map<String, Shop> SHOPS = new LinkedHashMap<>();

    static {
        for (String[] line : lines("demo/products.csv")) {
            BY_ACTIVITY.computeIfAbsent(line[0], activity -> new Trade(line[1], line[2], new ArrayList<>()))
                .products().add(new Product(line[3], Long.parseLong(line[4])));
        }
        for (String[] line : lines("demo/shops.csv")) {
            SHOPS.put(line[0], new Shop(line[1], line[2]));
        }
    }

    /** The shop at {@code domain}; one made up, always the same, where the demo has none. */
    static Shop shop(String domain) {
        Shop known = SHOPS.get(domain);
        if (known != null) {
            return known;
        }
        List<String> activities = List.copyOf(BY_ACTIVITY.keySet());
        return new Shop("فروشگاه نمونه", activities.get(Math.floorMod(domain.hashCode(), activities.size())));
    }

    /** What shops of this line of business sell. */
    static Trade of(String activity) {
        return BY_ACTIVITY.getOrDefault(activity, BY_ACTIVITY.values().iterator().next());
    }

    private static List<String[]> lines(String path) {
        try {
            // By our own class loader: in an executable jar the server's threads do not have it as theirs.
            String text = new ClassPathResource("/" + path, Trade.class).getContentAsString(StandardCharsets.UTF_8);
            return text.lines().skip(1).filter(line -> !line.isBlank()).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
