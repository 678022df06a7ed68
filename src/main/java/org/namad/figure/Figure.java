package org.namad.figure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Numbers to be shown as plots, as a table and as a file, not yet in any language.
 *
 * @param key    its name in addresses and messages, such as {@code seals}
 * @param axis   what the rows are
 * @param plots  what is drawn from it
 * @param rows   the numbers, the earliest or the largest first
 */
public record Figure(String key, Axis axis, List<Plot> plots, List<Row> rows) {

    /** What the rows of a figure stand for. */
    public enum Axis {
        /** Jalali years. */
        YEAR,
        /** Jalali months. */
        MONTH,
        /** Days, which begin and end in Tehran. */
        DAY,
        /** Things with names: provinces, reasons, roles. */
        NAME;

        /** Whether the rows follow each other in time. */
        public boolean isTime() {
            return this != NAME;
        }
    }

    /**
     * Columns of one unit, drawn together.
     *
     * @param columns names of the columns in messages; they follow those of the plots before
     * @param drawn   false if they stand in the table only
     */
    public record Plot(Unit unit, List<String> columns, boolean drawn) {
    }

    /**
     * One line of numbers.
     *
     * @param code   what the line is about: {@code 1404}, {@code 1404-08}, {@code 2026-11-22}, a province
     * @param start  the first day of a year or month, or the day; otherwise null
     * @param values one number for every column of every plot; null where there is nothing to measure
     */
    public record Row(String code, LocalDate start, List<Double> values) {

        /** A row with these values, of which any may be null. */
        public static Row of(String code, LocalDate start, Number... values) {
            return new Row(code, start, Arrays.stream(values)
                .map(value -> value == null ? null : Double.valueOf(value.doubleValue())).toList());
        }
    }

    public Figure {
        plots = List.copyOf(plots);
        rows = List.copyOf(rows);
    }

    /** Whether there is nothing to show yet: no number, or zeros only. */
    public boolean isEmpty() {
        return rows.stream().flatMap(row -> row.values().stream()).filter(Objects::nonNull)
            .allMatch(value -> value == 0);
    }

    /** Columns that are drawn. */
    public static Plot plot(Unit unit, String... columns) {
        return new Plot(unit, List.of(columns), true);
    }

    /** Columns that stand in the table only. */
    public static Plot listed(Unit unit, String... columns) {
        return new Plot(unit, List.of(columns), false);
    }
}
