package org.namad.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.namad.figure.Figure.Plot;
import org.namad.figure.Figure.Row;

/**
 * A figure as a page shows it, in one language.
 *
 * @param plots   what is drawn; empty if there is nothing to draw yet
 * @param columns the heads of the table, that of the rows first
 * @param rows    the table: the name of each row, then its values
 */
public record FigureView(String key, String title, String what, List<Picture> plots, List<String> columns, List<Line> rows) {

    /** A plot with its heading, which is null if the figure has only one, and its legend, empty for one column. */
    public record Picture(String heading, List<String> legend, String svg) {
    }

    /** A row of the table. */
    public record Line(String name, List<String> values) {
    }

    /** The figure in the language of {@code words}. */
    public static FigureView of(Figure figure, Words words) {
        List<String> columns = new ArrayList<>(List.of(words.axis(figure)));
        List<Picture> pictures = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        long drawn = figure.plots().stream().filter(Plot::drawn).count();
        for (Plot plot : figure.plots()) {
            List<String> names = plot.columns().stream().map(column -> words.of("column." + column)).toList();
            if (plot.drawn() && !figure.isEmpty()) {
                String title = drawn == 1 ? words.of(figure.key() + ".title") : names.get(0);
                pictures.add(new Picture(drawn == 1 ? null : title, names.size() == 1 ? List.of() : names,
                    new Plotter(figure, plot, units.size(), words).draw(title)));
            }
            columns.addAll(names);
            plot.columns().forEach(column -> units.add(plot.unit()));
        }
        List<Line> rows = figure.rows().stream().map(row -> line(figure, row, units, words)).toList();
        return new FigureView(figure.key(), words.of(figure.key() + ".title"), words.of(figure.key() + ".what"),
            pictures, columns, rows);
    }

    private static Line line(Figure figure, Row row, List<Unit> units, Words words) {
        return new Line(words.name(figure, row), IntStream.range(0, units.size())
            .mapToObj(column -> words.value(row.values().get(column), units.get(column))).toList());
    }
}
