package org.namad.party.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseKey;
import org.namad.casefile.OwnData.Term;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the export as a page that its owner can read without Namad, in the language in which they read mails. */
@Component
class OwnIndex {

    /** A part with its heading. */
    record Section(String id, String title, List<List<Line>> records) {
    }

    /**
     * A field.
     *
     * @param text    its value; null where there are records
     * @param link    the file that it names, or null
     * @param records what lies below it; empty for a value
     * @param folded  whether the records are opened by hand
     */
    record Line(String label, String text, String link, List<List<Line>> records, boolean folded) {
    }

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final JalaliDates dates;

    OwnIndex(ITemplateEngine templates, MessageSource messages, JalaliDates dates) {
        this.templates = templates;
        this.messages = messages;
        this.dates = dates;
    }

    /** The page. */
    String of(OwnArchive.Content content) {
        Locale language = Locale.forLanguageTag(content.person().language());
        List<Section> sections = content.data().entrySet().stream().map(part -> new Section(part.getKey(),
            messages.getMessage("party.export.part." + part.getKey(), null, language),
            records(part.getValue(), language))).toList();
        Context context = new Context(language, Map.of("sections", sections, "person", content.person(),
            "language", language.getLanguage(), "madeAt", dates.dateTime(content.madeAt(), language)));
        return templates.process("party/export", context);
    }

    private List<List<Line>> records(Object part, Locale language) {
        return (part instanceof List<?> list ? list : List.of(part)).stream()
            .map(one -> lines((Map<?, ?>) one, language)).toList();
    }

    private List<Line> lines(Map<?, ?> fields, Locale language) {
        return fields.entrySet().stream().map(field -> line((String) field.getKey(), field.getValue(), language))
            .filter(line -> line.text() != null || !line.records().isEmpty()).toList();
    }

    private Line line(String name, Object value, Locale language) {
        String label = messages.getMessage("party.export.field." + name, null, language);
        return value instanceof List<?> list
            ? new Line(label, null, null, records(list, language), name.equals("delivery"))
            : new Line(label, text(name, value, language), name.equals("file") ? value.toString() : null, List.of(), false);
    }

    private String text(String name, Object value, Locale language) {
        if (value instanceof Term term) {
            return messages.getMessage(term.messageKey(), null, term.code(), language);
        } else if (value instanceof Instant instant) {
            return dates.dateTime(instant, language);
        } else if (value instanceof LocalDate date) {
            return dates.date(date, language);
        } else if (value instanceof Boolean truth) {
            return messages.getMessage("party.export." + truth, null, language);
        } else if (value instanceof Number number) {
            String digits = NumberFormat.getIntegerInstance(ULocale.forLocale(language)).format(number);
            return name.endsWith("Toman") ? messages.getMessage("party.export.toman", new Object[] {digits}, language)
                : digits;
        }
        return name.equals("case") ? caseName(CaseKey.of(value.toString()), language) : value.toString();
    }

    /** What people call the case; null where it is none for them, as with one-time codes. */
    private String caseName(CaseKey key, Locale language) {
        String kind = messages.getMessage("web.case." + key.kind(), null, null, language);
        return kind == null ? null : kind + " " + text("number", key.id(), language);
    }
}
