package org.namad.language;

import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * Writes numbers that name something, such as national IDs, telephone and invoice numbers, with the digits of their
 * reader; templates reach it as {@code @digits}. What has Latin letters in it is a code and stays as it is.
 */
@Component
public class Digits {

    /** The number as a reader of {@code language} reads it; nothing for null. */
    public String of(Object number, Locale language) {
        String text = number == null ? "" : number.toString();
        if (!"fa".equals(language.getLanguage()) || text.matches(".*[A-Za-z].*")) {
            return text;
        }
        StringBuilder persian = new StringBuilder(text.length());
        text.chars().forEach(c -> persian.append((char) (c >= '0' && c <= '9' ? c - '0' + '۰' : c)));
        return persian.toString();
    }
}
