package org.namad.notification;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes a mail's HTML as plain text: paragraphs apart, one line a row or list item, links spelled out. */
final class PlainText implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();

    private PlainText() {
    }

    static String of(Element body) {
        PlainText visitor = new PlainText();
        body.traverse(visitor);
        return visitor.text.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String normalised = words.text();
            text.append(atLineStart() ? normalised.stripLeading() : normalised);
        } else if (node.nameIs("li")) {
            text.append("- ");
        } else if (node.nameIs("br")) {
            text.append('\n');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "a" -> {
                if (!element.text().equals(element.attr("href"))) {
                    text.append(":\n").append(element.attr("href")).append('\n');
                }
            }
            case "p", "h1", "h2", "h3", "ul", "ol", "table", "dl", "blockquote", "pre", "hr" -> text.append("\n\n");
            case "li", "tr", "dd", "div" -> text.append('\n');
            case "dt", "th" -> text.append(": ");
            case "td" -> text.append(' ');
            default -> { }
        }
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
}
