package org.namad.modelling;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.namad.modelling.process.ShippedCheck;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The check of a deployment as a command, {@code check complaint.bpmn form.form …}: prints each fault with element and
 * remedy in the language of {@code namad.language}. It starts nothing, needs no database, and deploys nothing.
 */
public final class CheckCommand {

    /** The first argument, by which the command is known. */
    public static final String NAME = "check";
    /** Nothing stands against deploying the files. */
    public static final int CLEAN = 0;
    /** Something does. */
    public static final int FAULTS = 1;
    /** No file was named, or one that cannot be read, or an unknown language. */
    public static final int MISUSE = 2;

    private static final Set<String> LANGUAGES = Set.of("fa", "en");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final PrintStream out;
    private final Set<String> groups;

    /**
     * @param out    where the sentences go
     * @param groups the groups that every installation has
     */
    public CheckCommand(PrintStream out, Set<String> groups) {
        this.out = out;
        this.groups = groups;
        messages.setBasename("messages/modelling");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    /**
     * Checks files together.
     *
     * @param arguments the command's name, files, and perhaps {@code --namad.language=en}
     * @return the exit code
     */
    public int run(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        String asked = environment.getProperty("namad.language", "fa");
        Locale language = Locale.forLanguageTag(LANGUAGES.contains(asked) ? asked : "fa");
        List<String> names = new DefaultApplicationArguments(arguments).getNonOptionArgs();
        if (names.size() < 2 || !LANGUAGES.contains(asked)) {
            say(language, "usage");
            return MISUSE;
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names.subList(1, names.size())) {
            try {
                Path file = Path.of(name);
                if (files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file)) != null) {
                    say(language, "twice", name);
                    return MISUSE;
                }
            } catch (IOException unreadable) {
                say(language, "unread", name);
                return MISUSE;
            }
        }
        return check(files, language);
    }

    private int check(Map<String, byte[]> files, Locale language) {
        ModelCheck check = new ShippedCheck(messages, language, groups);
        List<Fault> faults = check.check(files);
        faults.forEach(fault -> out.println(fault.file() + ": " + check.sentence(fault).replaceAll("\\s*\\R\\s*", " ")));
        say(language, "result", faults.size());
        return faults.isEmpty() ? CLEAN : FAULTS;
    }

    private void say(Locale language, String key, Object... arguments) {
        out.println(messages.getMessage("modelling.command." + key, arguments, language));
    }
}
