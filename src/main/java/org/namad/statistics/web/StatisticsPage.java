package org.namad.statistics.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import org.namad.calendar.JalaliDates;
import org.namad.figure.CsvFile;
import org.namad.figure.Figure;
import org.namad.figure.FigureView;
import org.namad.figure.Words;
import org.namad.seal.Provinces;
import org.namad.statistics.Statistics;
import org.namad.statistics.Statistics.Edition;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The public figures as plots with their tables, and each as a file (R6, R30). */
@Controller
class StatisticsPage {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Statistics statistics;
    private final MessageSource messages;
    private final JalaliDates dates;

    StatisticsPage(Statistics statistics, MessageSource messages, JalaliDates dates) {
        this.statistics = statistics;
        this.messages = messages;
        this.dates = dates;
    }

    @GetMapping("/statistics")
    String show(Locale locale, Model model) {
        Edition edition = statistics.edition();
        Words words = words(locale);
        model.addAttribute("asOf", edition.asOf());
        model.addAttribute("figures", edition.figures().stream().map(figure -> FigureView.of(figure, words)).toList());
        return "statistics/statistics";
    }

    @GetMapping("/statistics/{figure}.csv")
    ResponseEntity<byte[]> file(@PathVariable("figure") String key, Locale locale) {
        Figure figure = statistics.edition().figure(key)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
            .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
            .header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("namad-" + key + ".csv").build().toString())
            .body(CsvFile.of(figure, words(locale)).getBytes(StandardCharsets.UTF_8));
    }

    private Words words(Locale locale) {
        return new Words(messages, dates, locale, "statistics", (figure, row) -> switch (figure.key()) {
            case "provinces" -> Provinces.ALL.stream().filter(province -> province.name().equals(row.code())).findFirst()
                .map(province -> province.in(locale.getLanguage())).orElse(row.code());
            case "forgeries" -> messages.getMessage("statistics.forgeries.search",
                new Object[] {Integer.valueOf(row.code())}, locale);
            default -> messages.getMessage("complaint.reason." + row.code(), null, locale);
        });
    }
}
