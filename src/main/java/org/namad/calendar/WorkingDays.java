package org.namad.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.namad.modelling.ForFilters;
import org.namad.modelling.ForModels;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The days on which the staff work: not on Fridays, on Thursdays only where {@code namad.thursdays=worked}, and not on
 * public holidays, which stand in a data file. Models use it for due dates: {@code camunda:dueDate="${workingDays.after(3)}"}.
 */
@Component
public class WorkingDays {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingDays.class);
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    /** A Jalali year begins in March of the Gregorian year that is this much higher. */
    private static final int GREGORIAN_AHEAD = 621;
    /** How many weeks before a year of unknown holidays begins staff are told. */
    private static final int WARNED = 8;

    private final NamadClock clock;
    private final JalaliDates dates;
    private final boolean thursdaysFree;
    /** Jalali days, {@code 05-13} for every year or {@code 1405-05-13} for one. */
    private final List<String> rows;
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    WorkingDays(NamadClock clock, JalaliDates dates, @Value("${namad.thursdays:free}") String thursdays,
            @Value("${namad.holidays:classpath:calendar/holidays.csv}") Resource file) throws IOException {
        this.clock = clock;
        this.dates = dates;
        this.thursdaysFree = !thursdays.equals("worked");
        this.rows = file.getContentAsString(StandardCharsets.UTF_8).lines()
            .filter(row -> !row.isBlank() && !row.startsWith("#")).map(row -> row.split(",", 2)[0].strip()).toList();
    }

    /** The end of the {@code days}-th working day after today, in Tehran; today does not count. */
    @ForModels
    public Date after(int days) {
        return Date.from(after(clock.today(), days).atTime(END_OF_DAY).atZone(NamadClock.TEHRAN).toInstant());
    }

    /** The first moment of today in Tehran; filters of Tasklist ask for it. */
    @ForFilters
    public Date startOfToday() {
        return startOf(clock.today());
    }

    /** The first moment of tomorrow in Tehran. */
    @ForFilters
    public Date startOfTomorrow() {
        return startOf(clock.today().plusDays(1));
    }

    /**
     * The first moment of the {@code days}-th last working day, today included: what was due before has been overdue for
     * that many working days.
     *
     * @throws IllegalArgumentException unless {@code days} is positive
     */
    public Date startOfLast(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Working days are counted from one, not from " + days);
        }
        LocalDate day = clock.today();
        for (int counted = isWorkingDay(day) ? 1 : 0; counted < days; counted += isWorkingDay(day) ? 1 : 0) {
            day = day.minusDays(1);
        }
        return startOf(day);
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(NamadClock.TEHRAN).toInstant());
    }

    /**
     * The {@code days}-th working day after {@code start}.
     *
     * @throws IllegalArgumentException unless {@code days} is positive
     */
    public LocalDate after(LocalDate start, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Working days are counted from one, not from " + days);
        }
        LocalDate day = start;
        for (int counted = 0; counted < days; counted += isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Whether the staff work on {@code day}. */
    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.FRIDAY
            || thursdaysFree && day.getDayOfWeek() == DayOfWeek.THURSDAY;
        int jalaliYear = day.getYear() - GREGORIAN_AHEAD;
        return !weekend && !holidaysOf(jalaliYear).contains(day) && !holidaysOf(jalaliYear - 1).contains(day);
    }

    /**
     * The Jalali year, this one or one that begins within eight weeks, whose holidays that follow the moon are not in the
     * file: due dates take them for working days. Empty if there is none.
     */
    public Optional<Integer> unknownYear() {
        return Stream.of(clock.today(), clock.today().plusWeeks(WARNED)).map(this::yearOf)
            .filter(year -> !isKnown(year)).findFirst();
    }

    private int yearOf(LocalDate day) {
        int begun = day.getYear() - GREGORIAN_AHEAD;
        return day.isBefore(dates.parse(begun + "-01-01").orElseThrow()) ? begun - 1 : begun;
    }

    private boolean isKnown(int jalaliYear) {
        return rows.stream().anyMatch(row -> row.startsWith(jalaliYear + "-"));
    }

    private Set<LocalDate> holidaysOf(int jalaliYear) {
        return holidays.computeIfAbsent(jalaliYear, year -> {
            boolean toCome = year >= clock.today().getYear() - GREGORIAN_AHEAD;
            if (toCome && !isKnown(year)) {
                LOG.warn("The holidays of {} that follow the moon are not known: due dates do without them", year);
            }
            return rows.stream()
                .map(row -> row.length() == "MM-dd".length() ? year + "-" + row : row)
                .filter(row -> row.startsWith(year + "-"))
                .map(dates::parse).flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        });
    }
}
