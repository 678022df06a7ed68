package org.namad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Knows all views of which whole pages are made, and has each page tell the browser its view (as a {@code Server-Timing},
 * which scripts may read), so that a test which looks at every page can tell the one that it forgot. Resolves nothing itself.
 */
class RenderedViews implements ViewResolver {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PAGE = Pattern.compile("layout :: page\\(|<head");
    /** Made into files that are downloaded: the first three into PDF, the last lies in an archive. */
    private static final Set<String> FILES = Set.of("enforcement/dossier", "payment/receipt", "web/certificate",
        "party/export");
    /** A form that is shown again with what is wrong in it. */
    private static final Pattern REFUSAL = Pattern.compile(
        "class=\"error\"|aria-invalid|#fields\\.has|party/code :: form|:: ?statement\\(");

    @Override
    public View resolveViewName(String name, Locale language) {
        if (name.matches("[a-z-]+/[a-z0-9-]+")) {
            ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse()
                .setHeader("Server-Timing", "view;desc=\"" + name + "\"");
        }
        return null;
    }

    /** All views that are whole pages in a browser. */
    static TreeSet<String> pages() {
        TreeSet<String> pages = withText(PAGE);
        pages.removeAll(FILES);
        return pages;
    }

    /** The pages with a form that is shown again when something is wrong in it. */
    static TreeSet<String> forms() {
        TreeSet<String> forms = withText(REFUSAL);
        forms.retainAll(pages());
        return forms;
    }

    private static TreeSet<String> withText(Pattern wanted) {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html") && wanted.matcher(read(file)).find())
                .map(file -> TEMPLATES.relativize(file).toString().replace(".html", ""))
                .filter(name -> name.contains("/")).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
