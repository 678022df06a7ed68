package org.namad.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.namad.figure.Figure.Row;

/**
 * A figure as a CSV file: the head in the reader's language, below it what programs read in any language. The columns
 * and their order never change with the language, digits are ASCII, days and months as in ISO 8601 (Jalali years and
 * months beside the Gregorian day on which they begin).
 */
public final class CsvFile {

    /** Spreadsheets take the file for UTF-8 only if it begins with this. */
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int DIGITS = 2;

    private CsvFile() {
    }

    /** The whole file. */
    public static String of(Figure figure, Words words) {
        List<String> head = new ArrayList<>();
        head.add(words.axis(figure));
        if (figure.axis() != Figure.Axis.DAY) {
            head.add(words.of(figure.axis().isTime() ? "axis.start" : "axis.name"));
        }
        figure.plots().forEach(plot -> plot.columns().forEach(column -> head.add(words.of("column." + column)
            + (plot.unit() == Unit.PERCENT ? " (" + words.of("percent") + ")" : ""))));
        return BYTE_ORDER_MARK + line(head) + figure.rows().stream()
            .map(row -> line(cells(figure, row, words))).collect(Collectors.joining());
    }

    /** The whole file of a table that is no figure: its head and its lines. */
    public static String of(List<String> head, List<List<String>> lines) {
        return BYTE_ORDER_MARK + line(head) + lines.stream().map(CsvFile::line).collect(Collectors.joining());
    }

    private static List<String> cells(Figure figure, Row row, Words words) {
        List<String> cells = new ArrayList<>(List.of(row.code()));
        if (figure.axis() != Figure.Axis.DAY) {
            cells.add(figure.axis().isTime() ? row.start().toString() : words.name(figure, row));
        }
        row.values().forEach(value -> cells.add(value == null ? "" : plain(value)));
        return cells;
    }

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvFile::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Text that a spreadsheet would take for a formula is kept text; numbers below zero are numbers. */
    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0
            && !cell.matches("-[0-9]+(\\.[0-9]+)?");
        String text = formula ? "'" + cell : cell;
        return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
