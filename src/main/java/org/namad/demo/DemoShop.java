package org.namad.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

/**
 * One shop of the demo, a line of {@code demo/shops.csv}.
 *
 * @param number    its place in the list, from 1
 * @param domain    the site
 * @param title     the shop's name
 * @param activity  the line of business
 * @param owner     the owner's name
 * @param province  where it sits
 * @param city      where it sits
 * @param monthsAgo when the application was submitted
 * @param story     what has happened since, see {@link DemoStories}
 * @param company   the name of the company that keeps it, which the owner represents; empty if the owner keeps it
 * @param delegate  who else acts for the company; empty if nobody does
 */
record DemoShop(int number, String domain, String title, String activity, String owner, String province, String city,
        int monthsAgo, String story, String company, String delegate) {

    static List<DemoShop> all() {
        try (var reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("/demo/shops.csv", DemoShop.class).getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().skip(1).toList();
            return lines.stream().map(line -> of(lines.indexOf(line) + 1, line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's shops cannot be read", e);
        }
    }

    boolean isOfCompany() {
        return !company.isEmpty();
    }

    private static DemoShop of(int number, String[] cells) {
        return new DemoShop(number, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5],
            Integer.parseInt(cells[6]), cells[7], cells[8], cells[9]);
    }
}
