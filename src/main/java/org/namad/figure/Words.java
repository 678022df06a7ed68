package org.namad.figure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiFunction;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;

import org.namad.calendar.JalaliDates;
import org.namad.figure.Figure.Row;
import org.springframework.context.MessageSource;

/**
 * Puts figures into the words and digits of one language. What a module does not say itself is said by messages that
 * begin with {@code figure.}.
 *
 * @param module how the module's own messages begin
 * @param names  how rows are called that are no years, months or days
 */
public record Words(MessageSource messages, JalaliDates dates, Locale locale, String module,
        BiFunction<Figure, Row, String> names) {

    private static final double HUNDRED = 100;
    private static final int YEAR_DIGITS = 4;

    /** The module's text with this key, or what all figures have in common. */
    public String of(String key, Object... arguments) {
        String own = messages.getMessage(module + "." + key, arguments, null, locale);
        return own != null ? own : messages.getMessage("figure." + key, arguments, locale);
    }

    boolean persian() {
        return locale.getLanguage().equals("fa");
    }

    /** A value as it is read, such as {@code ۳۷٪}; a dash where there is none. */
    public String value(Double value, Unit unit) {
        if (value == null) {
            return "–";
        }
        ULocale language = ULocale.forLocale(locale);
        if (unit == Unit.PERCENT) {
            return NumberFormat.getPercentInstance(language).format(value / HUNDRED);
        }
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(unit == Unit.HOURS || unit == Unit.MINUTES ? 1 : 0);
        return format.format(value);
    }

    /** What the rows of a figure are called. */
    String axis(Figure figure) {
        return of("axis." + (figure.axis().isTime() ? figure.axis().name() : figure.key()));
    }

    /** The full name of a row: {@code آبان ۱۴۰۴}, a province or a reason. */
    String name(Figure figure, Row row) {
        return switch (figure.axis()) {
            case YEAR -> persian() ? number(row.code()) : of("year", row.code(), gregorianYears(row.start()));
            case MONTH -> of("month", shortName(figure, row), number(row.code().substring(0, YEAR_DIGITS)));
            case DAY -> dates.date(row.start(), locale);
            case NAME -> names.apply(figure, row);
        };
    }

    /** The name of a year, month or day under its bar. */
    String shortName(Figure figure, Row row) {
        return switch (figure.axis()) {
            case MONTH -> of("month." + Integer.parseInt(row.code().substring(YEAR_DIGITS + 1)));
            case DAY -> ofDay(row)[0];
            default -> number(row.code());
        };
    }

    /** What stands under the name where a longer span begins, the year of months, the month of days; otherwise empty. */
    String spanUnder(Figure figure, Row row) {
        boolean first = row.equals(figure.rows().get(0));
        return switch (figure.axis()) {
            case MONTH -> first || row.code().endsWith("-01") ? number(row.code().substring(0, YEAR_DIGITS)) : "";
            case DAY -> first || ofDay(row)[0].equals(number("1")) ? ofDay(row)[1] : "";
            default -> "";
        };
    }

    /** Day, month and year, as people write them. */
    private String[] ofDay(Row row) {
        return dates.date(row.start(), locale).split(" ");
    }

    /** Digits of the language, without marks between them. */
    String number(String digits) {
        if (!persian()) {
            return digits;
        }
        StringBuilder persian = new StringBuilder();
        digits.chars().forEach(c -> persian.append(Character.isDigit(c) ? (char) ('۰' + Character.digit(c, 10)) : (char) c));
        return persian.toString();
    }

    private static String gregorianYears(LocalDate start) {
        return start.getYear() + "/" + DateTimeFormatter.ofPattern("yy", Locale.ENGLISH).format(start.plusYears(1));
    }
}
