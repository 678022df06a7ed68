package org.namad.statistics.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import org.namad.statistics.Figure;
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

    StatisticsPage(Statistics statistics, MessageSource messages) {
        this.statistics = statistics;
        this.messages = messages;
    }

    @GetMapping("/statistics")
    String show(Locale locale, Model model) {
        Edition edition = statistics.edition();
        Words words = new Words(messages, locale);
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
            .body(CsvFile.of(figure, new Words(messages, locale)).getBytes(StandardCharsets.UTF_8));
    }
}
