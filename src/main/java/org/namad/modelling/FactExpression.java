package org.namad.modelling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a mail template can say between <code>${</code> and <code>}</code>: {@code site} shows a fact,
 * {@code reason == 'other'} asks what it is, {@code facts.containsKey('site')} whether the case has it.
 *
 * @param fact which fact
 * @param asks what about it
 * @param text with what it is compared; null unless it is
 */
public record FactExpression(String fact, Question asks, String text) {

    /** What is asked about a fact. */
    public enum Question { VALUE, EQUAL, DIFFERENT, PRESENT }

    private static final Pattern FORM = Pattern.compile(
        "\\s*(?:(?<fact>\\w+)(?:\\s*(?<compare>[=!]=)\\s*'(?<text>[^'<>&]*)')?"
        + "|facts\\.containsKey\\('(?<asked>\\w+)'\\))\\s*");

    /** What an expression says; empty if it is none of these. */
    public static Optional<FactExpression> of(String expression) {
        Matcher form = FORM.matcher(expression);
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group("asked") != null) {
            return Optional.of(new FactExpression(form.group("asked"), Question.PRESENT, null));
        }
        Question asks = form.group("compare") == null ? Question.VALUE
            : form.group("compare").equals("==") ? Question.EQUAL : Question.DIFFERENT;
        return Optional.of(new FactExpression(form.group("fact"), asks, form.group("text")));
    }
}
