package org.namad.enforcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.CascadeType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.namad.casefile.CaseKey;
import org.namad.language.Texts;

/** What has to be put right in a case, what the holder reports about it, and how it was found (R26, N10). */
@MappedSuperclass
public abstract class Remediation {

    private Instant remedyDue;
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("reportedAt, id")
    private List<Remedy> remedies = new ArrayList<>();
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("place")
    private List<RemedyItem> checklist = new ArrayList<>();

    /** The case's name, for messages. */
    public abstract CaseKey key();

    /** This has to be put right too. */
    public void extendChecklist(List<ChecklistLine> lines) {
        lines.forEach(line -> checklist.add(
            new RemedyItem(checklist.size() + 1, line.ground(), line.persian(), line.english())));
    }

    void addReport(RemedyReport report, Instant now) {
        remedies.add(new Remedy(Texts.required("remedy", report.text(), EnforcementCase.LONGEST_TEXT), now));
        RemedyReport.Said nothing = new RemedyReport.Said(false, null);
        checklist.forEach(item -> {
            RemedyReport.Said said = report.items().getOrDefault(item.id(), nothing);
            item.report(said.done(), said.comment(), now);
        });
    }

    /**
     * An officer checks the latest remedy item by item.
     *
     * @param inOrder the ids of the items found put right
     * @throws IllegalArgumentException if the reasons are blank or longer than 3000 characters, or if the remedy is
     *                                  accepted although an item is not in order
     */
    public void checkRemedy(Remedy.Verdict verdict, Set<Long> inOrder, String reasons, String officer, Instant now) {
        Remedy latest = remedy().orElseThrow(() -> new IllegalStateException("no remedy was reported in " + key()));
        checklist.forEach(item -> item.check(inOrder.contains(item.id()), now));
        if (verdict == Remedy.Verdict.ACCEPT && !missing().isEmpty()) {
            throw new IllegalArgumentException("a remedy is accepted when every item is in order");
        }
        latest.check(verdict, Texts.required("reasons", reasons, EnforcementCase.LONGEST_TEXT), officer, now);
    }

    /**
     * A second person confirms that nothing more is to be expected and the seal is taken away, or returns the remedy to
     * be checked anew.
     *
     * @param note what is missing in the check; kept only if it is returned
     * @throws IllegalArgumentException if it is returned and the note is blank or longer than 3000 characters
     */
    public void confirmRevocation(boolean confirmed, String note, String officer, Instant now) {
        remedy().filter(latest -> latest.verdict() == Remedy.Verdict.REVOKE)
            .orElseThrow(() -> new IllegalStateException("no revocation is to be confirmed in " + key()))
            .confirm(confirmed, confirmed ? null : Texts.required("note", note, EnforcementCase.LONGEST_TEXT), officer,
                now);
    }

    /** The time for the remedy starts again; it is awaited until {@code due}. */
    public void awaitRemedyUntil(Instant due) {
        remedyDue = due;
    }

    void readRemediation() {
        remedies.size();
        checklist.size();
    }

    /** Until when the holder may report the remedy: the model's timer; null before the suspension. */
    public Instant remedyDue() {
        return remedyDue;
    }

    /** Every remedy reported, oldest first. */
    public List<Remedy> remedies() {
        return List.copyOf(remedies);
    }

    /** The latest remedy reported. */
    public Optional<Remedy> remedy() {
        return remedies.isEmpty() ? Optional.empty() : Optional.of(remedies.get(remedies.size() - 1));
    }

    /** What has to be put right, as named when the seal was suspended; empty before. */
    public List<RemedyItem> checklist() {
        return List.copyOf(checklist);
    }

    /** What the latest check did not find in order. */
    public List<RemedyItem> missing() {
        return checklist.stream().filter(item -> Boolean.FALSE.equals(item.inOrder())).toList();
    }
}
