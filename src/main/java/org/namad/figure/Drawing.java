package org.namad.figure;

import java.util.Locale;

import org.springframework.web.util.HtmlUtils;

/**
 * An SVG picture that is as wide as its place and keeps the size of its letters: what lies side by side is measured in
 * percent from where reading begins, right in Persian and left in English; what lies below each other in pixels.
 */
class Drawing {

    private static final double WHOLE = 100;

    private final StringBuilder shapes = new StringBuilder();
    private final boolean rightToLeft;

    Drawing(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /** A bar of the {@code series}-th column that starts {@code x} percent into the line. */
    void bar(double x, double y, double width, double height, int series, String told) {
        shapes.append("<rect class=\"bar s%d\" x=\"%s%%\" y=\"%s\" width=\"%s%%\" height=\"%s\" rx=\"3\"><title>%s</title></rect>"
            .formatted(series, plain(rightToLeft ? WHOLE - x - width : x), plain(y), plain(width), plain(height),
                HtmlUtils.htmlEscape(told)));
    }

    /** The bed on which a bar lies, all along the line. */
    void bed(double y, double height) {
        shapes.append("<rect class=\"bed\" x=\"0\" y=\"%s\" width=\"100%%\" height=\"%s\" rx=\"3\"/>"
            .formatted(plain(y), plain(height)));
    }

    void line(double y, String style) {
        shapes.append("<line class=\"%s\" x1=\"0\" x2=\"100%%\" y1=\"%s\" y2=\"%s\"/>".formatted(style, plain(y), plain(y)));
    }

    /** @param anchor which part of the text lies there: {@code start}, {@code middle} or {@code end} */
    void text(double x, double y, String anchor, String style, String text) {
        shapes.append("<text class=\"%s\" x=\"%s%%\" y=\"%s\" text-anchor=\"%s\">%s</text>".formatted(style,
            plain(rightToLeft ? WHOLE - x : x), plain(y), anchor, HtmlUtils.htmlEscape(text)));
    }

    /** The picture, with what people hear who do not see it. */
    String picture(String id, int height, String title, String description) {
        return ("<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%%\" height=\"%d\" "
            + "direction=\"%s\" aria-labelledby=\"%s-title %s-desc\"><title id=\"%s-title\">%s</title>"
            + "<desc id=\"%s-desc\">%s</desc>%s</svg>").formatted(height, rightToLeft ? "rtl" : "ltr", id, id, id,
                HtmlUtils.htmlEscape(title), id, HtmlUtils.htmlEscape(description), shapes);
    }

    private static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceAll("\\.?0+$", "");
    }
}
