package org.namad.enforcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.namad.document.Documents;
import org.namad.document.OwnDocuments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a holder said in the cases about the seals, and how these stand. */
@Component
@Order(10)
class OwnCases implements OwnData {

    /** What holders send; the dossier is Namad's. */
    private static final Set<String> PURPOSES = Set.of("reply", "remedy", "appeal");

    private final EnforcementCases cases;
    private final Documents documents;
    private final OwnDocuments own;

    OwnCases(EnforcementCases cases, Documents documents, OwnDocuments own) {
        this.cases = cases;
        this.documents = documents;
        this.own = own;
    }

    @Override
    public String part() {
        return "enforcement";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        return cases.allOf(subject.businessIds()).stream().map(enforcement -> new OwnRecord()
            .with("case", enforcement.key().toString()).with("domain", enforcement.seal().domain())
            .with("status", Term.of("enforcement.status.", enforcement.status()))
            .with("openedAt", enforcement.openedAt()).with("closedAt", enforcement.closedAt())
            .with("statements", statements(enforcement)).with("files", files(enforcement).map(file ->
                new OwnRecord().with("file", file.path()).fields()).toList()).fields()).toList();
    }

    @Override
    public List<OwnFile> files(Subject subject) {
        return cases.allOf(subject.businessIds()).stream().flatMap(this::files).toList();
    }

    private Stream<OwnFile> files(EnforcementCase enforcement) {
        return documents.of(enforcement.key().toString()).stream()
            .filter(document -> PURPOSES.contains(document.purpose())).map(own::file);
    }

    private static List<Map<String, Object>> statements(EnforcementCase enforcement) {
        List<Map<String, Object>> said = new ArrayList<>();
        enforcement.earlierReplies().forEach(reply -> said.add(statement("REPLY", reply.saidAt(), reply.text())));
        if (enforcement.reply() != null) {
            said.add(statement("REPLY", enforcement.repliedAt(), enforcement.reply()));
        }
        enforcement.remedies().forEach(remedy -> said.add(statement("REMEDY", remedy.reportedAt(), remedy.report())));
        enforcement.appeal().ifPresent(appeal -> said.add(statement("APPEAL", appeal.lodgedAt(), appeal.reasons())));
        return said;
    }

    private static Map<String, Object> statement(String kind, Instant when, String text) {
        return new OwnRecord().with("madeAt", when).with("kind", new Term(kind, "enforcement.own." + kind))
            .with("text", text).fields();
    }
}
