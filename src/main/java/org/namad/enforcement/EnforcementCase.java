package org.namad.enforcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.namad.casefile.Attributable;
import org.namad.casefile.CaseKey;
import org.namad.complaint.Standing;
import org.namad.language.Texts;
import org.namad.seal.Seal;

/**
 * The case about the fate of one seal: its grounds, the letter, the holder's reply, what was decided by whom and why,
 * the remedy (R7, R8, R25, R26). A seal has at most one open case; the database sees to it.
 */
@Entity
@Attributable("enforcement")
public class EnforcementCase extends Remediation {

    /** The kind of case that this is, see {@link CaseKey#kind()}. */
    public static final String KIND = "enforcement";

    /** How long a text may be that people write in a case; columns and forms have the same limit. */
    static final int LONGEST_TEXT = 3000;

    /** Where the case stands. */
    public enum Status {
        /** Nothing has been decided yet. */
        OPEN,
        /** The seal is suspended until the holder has remedied what was found; the case is open. */
        SUSPENDED,
        /** Closed: the grounds did not hold. */
        DISMISSED,
        /** Closed with a warning. */
        WARNED,
        /** Closed: remedied, the seal is in force again. */
        REINSTATED,
        /** The seal was taken away; the case is closed as soon as no appeal is possible or being ruled on. */
        REVOKED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "enforcement_case_seq")
    @SequenceGenerator(name = "enforcement_case_seq", sequenceName = "enforcement_case_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Seal seal;
    /** The seal's id while the case is open, then null: unique, so that no second case can be open. */
    private Long openSealId;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant openedAt;
    private Instant closedAt;
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("statedAt, id")
    private List<StatedGround> grounds = new ArrayList<>();
    private int complaints;
    private int unanswered;
    private int points;
    private Instant replyDue;
    private String reply;
    private Instant repliedAt;
    @ElementCollection
    @CollectionTable(name = "enforcement_reply", joinColumns = @JoinColumn(name = "case_id"))
    @OrderBy("saidAt")
    private List<Reply> earlierReplies = new ArrayList<>();
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", nullable = false, updatable = false)
    @OrderBy("decidedAt, id")
    private List<Decision> decisions = new ArrayList<>();
    private Instant appealDue;
    @OneToOne(cascade = CascadeType.ALL)
    private Appeal appeal;

    protected EnforcementCase() {
    }

    /** Opens the case about {@code seal} on its first ground. */
    public EnforcementCase(Seal seal, Ground ground, String evidence, StatedBy by, Instant now) {
        this.seal = seal;
        this.openSealId = seal.id();
        this.status = Status.OPEN;
        this.openedAt = now;
        grounds.add(new StatedGround(ground, evidence, by, now));
    }

    /** Adds a further ground; false if the case has it already. */
    public boolean add(Ground ground, String evidence, StatedBy by, Instant now) {
        requireOpen();
        if (has(ground)) {
            return false;
        }
        grounds.add(new StatedGround(ground, evidence, by, now));
        return true;
    }

    /**
     * The letter goes out with these figures; a reply is awaited until {@code due}. What was said to an earlier letter
     * stays said.
     */
    public void writeLetter(Standing standing, Instant due) {
        if (reply != null) {
            earlierReplies.add(new Reply(reply, repliedAt));
            reply = null;
            repliedAt = null;
        }
        complaints = standing.complaints();
        unanswered = standing.unanswered();
        points = standing.points();
        replyDue = due;
    }

    /**
     * The holder replies to the letter.
     *
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    public void reply(String text, Instant now) {
        requireOpen();
        reply = Texts.required("reply", text, LONGEST_TEXT);
        repliedAt = now;
    }

    /**
     * An officer decides; in force once a second person has confirmed it.
     *
     * @throws IllegalArgumentException if the reasons are blank or longer than 3000 characters
     */
    public void decide(Measure measure, String reasons, String officer, Instant now) {
        requireOpen();
        decisions.add(new Decision(measure, Texts.required("reasons", reasons, LONGEST_TEXT), officer, now));
    }

    /** A second person confirms or returns the latest decision. */
    public void confirm(boolean confirmed, String note, String officer, Instant now) {
        decision().orElseThrow(() -> new IllegalStateException("nothing has been decided in " + key()))
            .confirm(confirmed, note, officer, now);
    }

    /** The seal is suspended; a remedy of what {@code lines} name is awaited until {@code due}. */
    public void suspend(List<ChecklistLine> lines, Instant due) {
        requireOpen();
        status = Status.SUSPENDED;
        awaitRemedyUntil(due);
        extendChecklist(lines);
    }

    /**
     * The holder reports what has been remedied.
     *
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters, or a comment too long
     */
    public void reportRemedy(RemedyReport report, Instant now) {
        requireOpen();
        addReport(report, now);
    }

    /** The right of reply ends at another time. */
    public void awaitReplyUntil(Instant due) {
        replyDue = due;
    }

    /**
     * The seal is taken away; an appeal is possible until {@code due}, or no more where that is null.
     *
     * @throws IllegalStateException if one person alone wants it so on checking a remedy
     */
    public void revoke(Instant due) {
        requireOpen();
        if (remedy().filter(latest -> latest.verdict() == Remedy.Verdict.REVOKE && !latest.inForce()).isPresent()) {
            throw new IllegalStateException("no second person has confirmed the revocation in " + key());
        }
        status = Status.REVOKED;
        appealDue = due;
    }

    /** The holder can appeal against the revocation until another time. */
    public void awaitAppealUntil(Instant due) {
        appealDue = due;
    }

    /**
     * The holder appeals against the measure in force; possible once.
     *
     * @throws IllegalArgumentException if the reasons are blank or longer than 3000 characters
     */
    public void appeal(String reasons, Instant now) {
        requireOpen();
        if (appeal != null || status != Status.SUSPENDED && status != Status.REVOKED) {
            throw new IllegalStateException("no appeal is possible in " + key());
        }
        appeal = new Appeal(status == Status.REVOKED ? Measure.REVOKE : Measure.SUSPEND,
            Texts.required("reasons", reasons, LONGEST_TEXT), now);
    }

    /**
     * An officer who had no part in the measure rules on the appeal.
     *
     * @throws IllegalArgumentException if the reasons are blank or longer than 3000 characters, or if the officer
     *                                  decided or checked a remedy in this case, or confirmed either
     */
    public void ruleOnAppeal(Appeal.Ruling ruling, String reasons, String officer, Instant now) {
        Decision decision = decision().orElseThrow();
        if (officer.equals(decision.decidedBy()) || officer.equals(decision.confirmedBy())
                || remedies().stream().anyMatch(remedy -> officer.equals(remedy.checkedBy())
                    || officer.equals(remedy.confirmedBy()))) {
            throw new IllegalArgumentException(officer + " had a part in what is appealed against");
        }
        appeal.rule(ruling, Texts.required("reasons", reasons, LONGEST_TEXT), officer, now);
    }

    /** Closes the case. */
    public void close(Status outcome, Instant now) {
        requireOpen();
        if (outcome == Status.OPEN || outcome == Status.SUSPENDED) {
            throw new IllegalArgumentException(outcome + " does not close a case");
        }
        status = outcome;
        openSealId = null;
        closedAt = now;
    }

    /** Reads what is otherwise read when it is first asked for. */
    void readAll() {
        grounds.size();
        decisions.size();
        readRemediation();
        earlierReplies.size();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException(key() + " is closed: " + status);
        }
    }

    public Long id() {
        return id;
    }

    /** The case's name across modules, which is also the business key of its process. */
    @Override
    public CaseKey key() {
        return new CaseKey(KIND, id);
    }

    public Seal seal() {
        return seal;
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while the case is open. */
    public Instant closedAt() {
        return closedAt;
    }

    /** What the case rests on, in the order in which it was found (R25). */
    public List<StatedGround> grounds() {
        return List.copyOf(grounds);
    }

    /** Whether {@code ground} has been stated. */
    public boolean has(Ground ground) {
        return grounds.stream().anyMatch(stated -> stated.ground() == ground);
    }

    /** Complaints in the window of the dossier when the letter was written, less the dismissed ones. */
    public int complaints() {
        return complaints;
    }

    /** Of these, the unanswered ones. */
    public int unanswered() {
        return unanswered;
    }

    /** Negative points in the window of the dossier when the letter was written. */
    public int points() {
        return points;
    }

    /** Until when the holder may reply: the model's timer. */
    public Instant replyDue() {
        return replyDue;
    }

    /** What the holder replied to earlier letters of the case, before a further ground brought a new one. */
    public List<Reply> earlierReplies() {
        return List.copyOf(earlierReplies);
    }

    /** The holder's reply to the latest letter, or null. */
    public String reply() {
        return reply;
    }

    public Instant repliedAt() {
        return repliedAt;
    }

    /** Every decision, returned ones included, oldest first. */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** The latest decision, confirmed or not. */
    public Optional<Decision> decision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }

    /** Until when the holder may appeal against the revocation: the model's timer; null where nothing was revoked. */
    public Instant appealDue() {
        return appealDue;
    }

    /** The holder's appeal. */
    public Optional<Appeal> appeal() {
        return Optional.ofNullable(appeal);
    }
}
