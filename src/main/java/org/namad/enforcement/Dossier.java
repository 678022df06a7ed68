package org.namad.enforcement;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.namad.complaint.ClockStep;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.document.Pdf;
import org.namad.document.Upload;
import org.springframework.stereotype.Component;

/**
 * The dossier of a case (N10): what it rests on, each point with its proof of notice, each complaint as a numbered
 * exhibit, and the right of reply. A Persian PDF, written with the letter and anew when a ground joins; every version is
 * kept.
 */
@Component
public class Dossier {

    /** The purpose under which dossiers are kept among the documents of a case. */
    public static final String PURPOSE = "dossier";

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");
    /** Complaints that count for nothing, or not yet. */
    private static final Set<ComplaintStatus> NOT_CITED =
        EnumSet.of(ComplaintStatus.DISMISSED, ComplaintStatus.SCREENED_OUT, ComplaintStatus.SET_ASIDE);

    private final Complaints complaints;
    private final Ledger ledger;
    private final Documents documents;
    private final Pdf pdf;
    private final Clock clock;

    Dossier(Complaints complaints, Ledger ledger, Documents documents, Pdf pdf, Clock clock) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.documents = documents;
        this.pdf = pdf;
        this.clock = clock;
    }

    /**
     * A ground.
     *
     * @param number from 1
     */
    public record Line(String number, StatedGround stated) {
    }

    /**
     * A complaint as an exhibit.
     *
     * @param number from 1
     */
    public record Exhibit(String number, Complaint complaint, List<Step> steps) {
    }

    /**
     * A step of a complaint's clock.
     *
     * @param added by how much the deadline lies later; null if by nothing
     */
    public record Step(ClockStep step, String added) {
    }

    /**
     * A line of the ledger.
     *
     * @param number  from 1
     * @param exhibit the number of the complaint's exhibit; null if the complaint is none
     */
    public record Point(String number, PointEntry entry, String exhibit) {
    }

    /** Writes the dossier with the complaints registered since then, and keeps it with the case's documents. */
    public Document write(EnforcementCase enforcement, Instant since) {
        long sealId = enforcement.seal().id();
        List<Exhibit> exhibits = exhibits(sealId, since);
        Map<String, Object> model = new HashMap<>();
        model.put("enforcement", enforcement);
        model.put("seal", enforcement.seal());
        model.put("business", enforcement.seal().business());
        model.put("since", since);
        model.put("writtenAt", clock.instant());
        model.put("english", Locale.ENGLISH);
        model.put("grounds", IntStream.range(0, enforcement.grounds().size())
            .mapToObj(i -> new Line(number(i + 1), enforcement.grounds().get(i))).toList());
        model.put("complaints", number(enforcement.complaints()));
        model.put("unanswered", number(enforcement.unanswered()));
        model.put("standingPoints", number(enforcement.points()));
        model.put("exhibits", exhibits);
        model.put("points", points(sealId, since, exhibits));
        Upload file = new Upload("dossier-" + enforcement.key() + ".pdf",
            pdf.of("enforcement/dossier", PERSIAN, model));
        return documents.store(enforcement.key().toString(), PURPOSE, file, null);
    }

    private List<Exhibit> exhibits(long sealId, Instant since) {
        List<Exhibit> exhibits = new ArrayList<>();
        for (Complaint complaint : complaints.aboutSince(sealId, since)) {
            if (!NOT_CITED.contains(complaint.status())) {
                exhibits.add(new Exhibit(number(exhibits.size() + 1), complaint, complaint.clock().steps().stream()
                    .map(step -> new Step(step, step.duration() == null ? null : hours(step.duration()))).toList()));
            }
        }
        return exhibits;
    }

    private List<Point> points(long sealId, Instant since, List<Exhibit> exhibits) {
        Map<Long, String> numberOf = exhibits.stream()
            .collect(Collectors.toMap(exhibit -> exhibit.complaint().id(), Exhibit::number));
        List<Point> points = new ArrayList<>();
        for (PointEntry entry : ledger.entriesOf(sealId)) {
            if (entry.enteredAt().isAfter(since)) {
                points.add(new Point(number(points.size() + 1), entry, numberOf.get(entry.complaintId())));
            }
        }
        return points;
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(PERSIAN).format(number);
    }

    /** An ISO 8601 duration in hours, as the rule has it: 96 hours, not four days (R1). */
    private static String hours(String duration) {
        return number(Math.round(Duration.parse(duration).toSeconds() / 3600.0)) + " ساعت";
    }

    /** The latest version of a case's dossier; empty for cases of old. */
    public Optional<Document> latest(EnforcementCase enforcement) {
        return documents.of(enforcement.key().toString()).stream()
            .filter(document -> document.purpose().equals(PURPOSE)).reduce((earlier, later) -> later);
    }
}
