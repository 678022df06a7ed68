package org.namad.modelling;

import java.util.List;

import org.namad.language.PersianText;

/**
 * What somebody calls a deployment. One whose name begins with {@code draft} or {@code پیش‌نویس} is a draft: it is checked
 * and kept like every deployment, but nothing of it goes live.
 *
 * @param text as it was typed; null if it has no name
 */
public record DeploymentName(String text) {

    private static final List<String> BEGINNINGS = List.of("draft", "پیش نویس", "پیشنویس");

    /** Whether this is the name of a draft, however its letters, blanks and half-spaces were typed. */
    public boolean isDraft() {
        String folded = text == null ? "" : PersianText.fold(text);
        return BEGINNINGS.stream().anyMatch(folded::startsWith);
    }

    /** The name without the word that makes it a draft; empty if there is no more to it. */
    public String withoutDraft() {
        return isDraft() ? text.strip().replaceFirst("(?iu)^(draft|پ[یيى]ش[\\s\\u200c]*نو[یيى]س)", "")
            .replaceFirst("^[\\s\\p{Punct}\\u2013\\u2014]+", "") : text;
    }
}
