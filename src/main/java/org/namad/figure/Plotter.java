package org.namad.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.namad.figure.Figure.Plot;
import org.namad.figure.Figure.Row;

/** Draws a plot: columns that stand on a line for what follows in time, lying bars for everything else. */
class Plotter {

    private static final int TOP = 30;
    private static final int BASE = 196;
    private static final int HEIGHT = 240;
    private static final int NAME = 20;
    private static final int YEAR = 38;
    /** Percent of the width for the numbers at the lines. */
    private static final double MARGIN = 9;
    private static final double FULL = 100;
    private static final double WIDEST = 9;
    private static final int MANY = 6;
    private static final int[] STEPS = {1, 2, 5, 10};
    private static final int LINES = 4;
    private static final int ROW = 30;
    private static final int BAR = 12;
    private static final int GAP = 4;
    private static final int TEXT = 16;

    private final Figure figure;
    private final Plot plot;
    private final int first;
    private final Words words;
    private final Drawing drawing;

    /** @param first the number of the plot's first column among those of the figure */
    Plotter(Figure figure, Plot plot, int first, Words words) {
        this.figure = figure;
        this.plot = plot;
        this.first = first;
        this.words = words;
        this.drawing = new Drawing(words.persian());
    }

    /** The plot as SVG. */
    String draw(String title) {
        int height = figure.axis().isTime() ? standing() : lying();
        return drawing.picture("plot-" + figure.key() + "-" + first, height, title, description());
    }

    private int standing() {
        double top = top();
        double step = step(top);
        for (int i = 0; i * step <= top; i++) {
            double y = BASE - i * step / top * (BASE - TOP);
            drawing.line(y, i == 0 ? "base" : "grid");
            if (i > 0) {
                drawing.text(0, y - GAP, "start", "tick", words.value(i * step, plot.unit()));
            }
        }
        int rows = figure.rows().size();
        int series = plot.columns().size();
        double place = (FULL - MARGIN) / rows;
        double width = Math.min(place * 0.7 / series, WIDEST);
        for (int r = 0; r < rows; r++) {
            Row row = figure.rows().get(r);
            double middle = MARGIN + (r + 0.5) * place;
            // Where names would touch on a small screen, every second one is left out there, never the latest.
            String sparse = rows > MANY && (rows - 1 - r) % 2 == 1 ? " sparse" : "";
            for (int s = 0; s < series; s++) {
                Double value = row.values().get(first + s);
                if (value == null) {
                    continue;
                }
                double x = middle + (s - series / 2.0) * width;
                double tall = value / top * (BASE - TOP);
                if (value > 0) {
                    drawing.bar(x + width * 0.06, BASE - Math.max(tall, 1.5), width * 0.88, Math.max(tall, 1.5), s + 1,
                        told(row, s, value));
                }
                drawing.text(x + width / 2, BASE - tall - GAP - 2, "middle",
                    "value" + (rows * series > MANY ? " dense" : ""), words.value(value, plot.unit()));
            }
            drawing.text(middle, BASE + NAME, "middle", "name" + sparse, words.shortName(figure, row));
            if (figure.axis() != Figure.Axis.YEAR) {
                drawing.text(middle, BASE + YEAR, "middle", "tick", words.spanUnder(figure, row));
            }
        }
        return figure.axis() == Figure.Axis.YEAR ? HEIGHT - NAME : HEIGHT;
    }

    private int lying() {
        double top = plot.unit() == Unit.PERCENT ? Math.max(FULL / 2, largest()) : largest();
        int y = 0;
        for (Row row : figure.rows()) {
            List<String> said = new ArrayList<>();
            int below = y + TEXT + GAP + 2;
            for (int s = 0; s < plot.columns().size(); s++) {
                Double value = row.values().get(first + s);
                drawing.bed(below, BAR);
                if (value != null) {
                    said.add(words.value(value, plot.unit()));
                }
                if (value != null && value > 0) {
                    drawing.bar(0, below, Math.max(0.5, value / top * FULL), BAR, s + 1, told(row, s, value));
                }
                below += BAR + GAP;
            }
            drawing.text(0, y + TEXT, "start", "name", words.name(figure, row));
            drawing.text(FULL, y + TEXT, "end", "value", String.join(" · ", said));
            y = below + ROW - TEXT;
        }
        return Math.max(1, y - (ROW - TEXT) + GAP);
    }

    /** What a line says of a bar when the pointer rests on it. */
    private String told(Row row, int series, double value) {
        return words.of("told", words.name(figure, row), words.of("column." + plot.columns().get(series)),
            words.value(value, plot.unit()));
    }

    private String description() {
        List<String> sentences = new ArrayList<>();
        for (int s = 0; s < plot.columns().size(); s++) {
            int column = first + s;
            List<Row> measured = figure.rows().stream().filter(row -> row.values().get(column) != null).toList();
            if (measured.isEmpty()) {
                continue;
            }
            Row most = measured.stream().max(Comparator.comparing(row -> row.values().get(column))).orElseThrow();
            Row last = measured.get(measured.size() - 1);
            String name = words.of("column." + plot.columns().get(s));
            sentences.add(words.of("description.most", name, words.name(figure, most),
                words.value(most.values().get(column), plot.unit())));
            if (figure.axis().isTime() && !most.equals(last)) {
                sentences.add(words.of("description.last", words.name(figure, last),
                    words.value(last.values().get(column), plot.unit())));
            }
        }
        return String.join(" ", sentences) + " " + words.of("description.table");
    }

    private double largest() {
        return IntStream.range(first, first + plot.columns().size()).boxed()
            .flatMap(column -> figure.rows().stream().map(row -> row.values().get(column)))
            .filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(1);
    }

    /** The value at the top line. */
    private double top() {
        if (plot.unit() == Unit.PERCENT) {
            return FULL;
        }
        double step = step(Math.max(largest(), 1));
        return Math.ceil(Math.max(largest(), 1) / step) * step;
    }

    /** A round distance between at most five lines. */
    private static double step(double top) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(top / LINES, 1))));
        for (int step : STEPS) {
            if (step * power * LINES >= top - 1e-9) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
