package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.namad.engine.StaffRoles;

/** A table of {@code docs/roles.md}: what each role may do, cell by cell. */
public final class RoleTable {

    /** The roles in the order of the table's columns. */
    static final List<String> ROLES = List.of(StaffRoles.CASE_OFFICER, StaffRoles.SUPERVISOR,
        StaffRoles.RATING_OPERATOR, StaffRoles.MONITORING_OFFICER, StaffRoles.PROCESS_OWNER, StaffRoles.AUDITOR,
        StaffRoles.ADMIN);
    static final String YES = "yes";
    static final String NO = "–";

    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    /** Adds what was found out about {@code row} for each role. */
    void add(String row, UnaryOperator<String> cellOfRole) {
        Map<String, String> cells = new LinkedHashMap<>();
        ROLES.forEach(role -> cells.put(role, cellOfRole.apply(role)));
        rows.put(row, cells);
    }

    String cell(String row, String role) {
        return rows.get(row).get(role);
    }

    /** Fails unless the section of the document with this heading says what was found out, no more and no less. */
    void isIn(String heading) throws IOException {
        String found = rows.entrySet().stream().map(row -> "| `" + row.getKey() + "` | "
            + String.join(" | ", row.getValue().values()) + " |").collect(Collectors.joining("\n"));
        assertThat(documented(heading)).as("docs/roles.md, %s; found out:%n%s%n", heading, found)
            .containsExactlyInAnyOrderElementsOf(found.lines().toList());
    }

    /** The first cells of the section's rows. */
    public static List<String> labels(String heading) throws IOException {
        return documented(heading).stream().map(row -> row.split("`")[1]).toList();
    }

    /** For each role the rows of the section in which it may do nothing. */
    static Map<String, List<String>> refused(String heading) throws IOException {
        List<String> rows = documented(heading);
        Map<String, List<String>> refused = new LinkedHashMap<>();
        ROLES.forEach(role -> refused.put(role, rows.stream()
            .filter(row -> row.split(" \\| ")[ROLES.indexOf(role) + 1].replace(" |", "").equals(NO))
            .map(row -> row.split("`")[1]).toList()));
        return refused;
    }

    private static List<String> documented(String heading) throws IOException {
        String document = Files.readString(Path.of("docs/roles.md"));
        return Pattern.compile("(?m)^## ").splitAsStream(document).filter(part -> part.startsWith(heading + "\n"))
            .flatMap(String::lines).filter(line -> line.startsWith("| `")).toList();
    }
}
