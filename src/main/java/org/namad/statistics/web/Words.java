package org.namad.statistics.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;

import org.namad.seal.Provinces;
import org.namad.statistics.Figure;
import org.namad.statistics.Figure.Row;
import org.namad.statistics.Unit;
import org.springframework.context.MessageSource;

/** Puts figures into the words and digits of one language. */
record Words(MessageSource messages, Locale locale) {

    private static final double HUNDRED = 100;
    private static final int YEAR_DIGITS = 4;

    String of(String key, Object... arguments) {
        return messages.getMessage("statistics." + key, arguments, locale);
    }

    boolean persian() {
        return locale.getLanguage().equals("fa");
    }

    /** A value as it is read, such as {@code ۳۷٪}; a dash where there is none. */
    String value(Double value, Unit unit) {
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

    /** The full name of a row: {@code آبان ۱۴۰۴}, a province or a reason. */
    String name(Figure figure, Row row) {
        return switch (figure.axis()) {
            case YEAR -> persian() ? number(row.code()) : of("year", row.code(), gregorianYears(row.start()));
            case MONTH -> of("month", shortName(figure, row), number(row.code().substring(0, YEAR_DIGITS)));
            case PROVINCE -> Provinces.ALL.stream().filter(province -> province.name().equals(row.code())).findFirst()
                .map(province -> province.in(locale.getLanguage())).orElse(row.code());
            case REASON -> messages.getMessage("complaint.reason." + row.code(), null, locale);
        };
    }

    /** The name of a year or month under its bar. */
    String shortName(Figure figure, Row row) {
        return figure.axis() == Figure.Axis.MONTH
            ? of("month." + Integer.parseInt(row.code().substring(YEAR_DIGITS + 1))) : number(row.code());
    }

    /** What stands under a month's name where a year begins; otherwise empty. */
    String yearUnder(Figure figure, Row row) {
        List<Row> rows = figure.rows();
        boolean first = row.equals(rows.get(0)) || row.code().endsWith("-01");
        return figure.axis() == Figure.Axis.MONTH && first ? number(row.code().substring(0, YEAR_DIGITS)) : "";
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
