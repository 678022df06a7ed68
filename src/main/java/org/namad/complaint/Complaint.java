package org.namad.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.namad.casefile.Attributable;
import org.namad.casefile.CaseKey;
import org.namad.language.Texts;
import org.namad.party.Person;
import org.namad.seal.Seal;

/** A consumer's complaint about a website, the answer to it and what became of it (R1–R7). */
@Entity
@Attributable("complaint")
public class Complaint extends Filing {

    /** The kind of case that a complaint is, see {@link CaseKey#kind()}. */
    public static final String KIND = "complaint";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "complaint_seq")
    @SequenceGenerator(name = "complaint_seq", sequenceName = "complaint_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    @Enumerated(EnumType.STRING)
    private ComplaintStatus status;
    private Instant answerDue;
    private Instant clockStartedAt;
    @Embedded
    private Notice notice;
    private Instant leftUnansweredAt;
    private Instant excusedAt;
    private String answer;
    private Instant answeredAt;
    private Long answerSeconds;
    private Instant verdictDue;
    private Instant verdictAt;
    private String objection;
    private Instant reopenedAt;
    private String rulingReasons;
    @Embedded
    private Windows windows;
    private Instant closedAt;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_clock_step", joinColumns = @JoinColumn(name = "complaint_id"))
    @OrderColumn(name = "line_no")
    @Fetch(FetchMode.SUBSELECT)
    private List<ClockStep> clockSteps = new ArrayList<>();

    protected Complaint() {
    }

    /** Registers {@code wish}, found to be about {@code seal}, under a tracking number of ten digits. */
    public Complaint(String tracking, Seal seal, Person complainant, NewComplaint wish, Instant now) {
        super(tracking, seal, complainant, wish, now);
        this.status = ComplaintStatus.AWAITING_ANSWER;
        this.clockStartedAt = now;
        this.notice = Notice.NONE;
    }

    /** Another person's complaint shares the invoice or the payment: no clock runs before staff have looked (N16). */
    public void setAside(Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER);
        status = ComplaintStatus.SET_ASIDE;
        step(ClockStep.Kind.SET_ASIDE, now, null, null, null);
    }

    /**
     * The complaint is taken after all; its clock is to start.
     *
     * @param reasons why; null if nobody decided in time
     * @param who     who decided, or null
     */
    public void admit(String reasons, String who, Instant now) {
        require(ComplaintStatus.SET_ASIDE);
        if (reasons != null) {
            say(Statement.Kind.SCREENING, Side.STAFF, reasons, now);
        }
        status = ComplaintStatus.AWAITING_ANSWER;
        step(ClockStep.Kind.ADMITTED, now, null, who, reasons);
    }

    /** Staff reject the complaint that was set aside: it counts for nothing (N16). */
    public void screenOut(String reasons, Instant now) {
        require(ComplaintStatus.SET_ASIDE);
        say(Statement.Kind.SCREENING, Side.STAFF, Texts.required("reasons", reasons, 2000), now);
        close(ComplaintStatus.SCREENED_OUT, now);
    }

    /**
     * The clock starts: the answer is awaited until {@code due}, the same instant for consumer, business and staff (R1).
     *
     * @param duration the time that the model gives, such as {@code PT96H}
     * @param source   the model and its version
     */
    public void startClock(Instant now, String duration, Instant due, String source) {
        require(ComplaintStatus.AWAITING_ANSWER);
        clockStartedAt = now;
        answerDue = due;
        clockSteps.add(new ClockStep(ClockStep.Kind.START, now, duration, due, source, null, null));
    }

    /**
     * The business asks for more time.
     *
     * @throws IllegalArgumentException if the reason is blank or longer than 2000 characters
     */
    public void requestExtension(String why, Long writer, Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER);
        say(Statement.Kind.EXTENSION_REQUEST, Side.BUSINESS, Texts.required("reason", why, 2000), writer, now);
    }

    /** The deadline moves to {@code due}, since staff granted more time or the platform was out of order. */
    public void moveDeadline(ClockStep.Kind why, Instant due, String source, String who, String reasons, Instant now) {
        String by = Duration.between(answerDue, due).toString();
        answerDue = due;
        clockSteps.add(new ClockStep(why, now, by, due, source, who, reasons));
    }

    /** Something proves that the business knows of the complaint (N7). */
    public void proveNotice(Notice.By how, String proof, Instant when) {
        notice = notice().proven(how, proof, when);
    }

    /** The notice was refused or came back; says whether that leaves the notice without proof (N7). */
    public boolean noticeRefused(String why, Instant now) {
        notice = notice().refused(why);
        if (notice.isProven() || status != ComplaintStatus.AWAITING_ANSWER) {
            return false;
        }
        step(ClockStep.Kind.NOTICE_REFUSED, now, answerDue, null, null);
        return true;
    }

    /** The deadline passed, and nothing proves that the business knows: it must be reached another way (N7). */
    public void noticeNotProven(Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER);
        status = ComplaintStatus.UNREACHED;
        answerDue = null;
        step(ClockStep.Kind.NOT_PROVEN, now, null, null, null);
    }

    /** The business was reached, or opened the complaint itself, after its notice had failed: the clock starts anew. */
    public void reached(Notice.By how, String proof, String who, Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER, ComplaintStatus.UNREACHED);
        proveNotice(how, proof, now);
        status = ComplaintStatus.AWAITING_ANSWER;
        step(ClockStep.Kind.REACHED, now, null, who, proof);
    }

    /** The deadline passed without an answer (R2). */
    public void leaveUnanswered(Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER, ComplaintStatus.UNREACHED);
        leftUnansweredAt = now;
        status = ComplaintStatus.OVERDUE;
    }

    /** The silence was not the business's fault, found on appeal or after an outage: it costs no point any more. */
    public void excuseSilence(Instant now) {
        excusedAt = now;
    }

    /**
     * The business answers, in time or late.
     *
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    public void answer(String text, Long writer, Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER, ComplaintStatus.OVERDUE);
        answer = Texts.required("answer", text, 3000);
        answeredAt = now;
        answerSeconds = (answerSeconds == null ? 0 : answerSeconds) + Duration.between(clockStartedAt, now).toSeconds();
        status = ComplaintStatus.AWAITING_VERDICT;
        say(Statement.Kind.ANSWER, Side.BUSINESS, answer, writer, now);
    }

    /** The consumer's verdict is awaited until {@code due}. */
    public void verdictAwaitedUntil(Instant due) {
        verdictDue = due;
    }

    /** The consumer accepts the answer. */
    public void accept(Instant now) {
        require(ComplaintStatus.AWAITING_VERDICT);
        verdictAt = now;
        close(ComplaintStatus.SETTLED, now);
    }

    /**
     * The consumer does not accept the answer.
     *
     * @throws IllegalArgumentException if the objection is blank or longer than 2000 characters
     */
    public void dispute(String why, Instant now) {
        require(ComplaintStatus.AWAITING_VERDICT);
        objection = Texts.required("objection", why, 2000);
        verdictAt = now;
        status = ComplaintStatus.DISPUTED;
        say(Statement.Kind.OBJECTION, Side.CONSUMER, objection, now);
    }

    /** The consumer said nothing about the answer in time. */
    public void closeWithoutVerdict(Instant now) {
        require(ComplaintStatus.AWAITING_VERDICT);
        close(ComplaintStatus.CLOSED_WITHOUT_VERDICT, now);
    }

    /** The model opens or shuts a window in which a side can come back to the complaint. */
    public void open(Windows changed) {
        windows = changed;
    }

    /**
     * The consumer reopens the complaint: the business has to answer again, after a notice of its own.
     *
     * @throws IllegalArgumentException if the reason is blank or longer than 2000 characters
     */
    public void reopen(String why, Instant now) {
        require(ComplaintStatus.SETTLED, ComplaintStatus.CLOSED_WITHOUT_VERDICT);
        say(Statement.Kind.REOPENING, Side.CONSUMER, Texts.required("reason", why, 2000), now);
        reopenedAt = now;
        windows = windows().reopen(null);
        notice = Notice.NONE;
        answerDue = null;
        leftUnansweredAt = null;
        answer = null;
        answeredAt = null;
        verdictDue = null;
        verdictAt = null;
        closedAt = null;
        status = ComplaintStatus.AWAITING_ANSWER;
        step(ClockStep.Kind.REOPENED, now, null, null, null);
    }

    /** Staff rule on a disputed complaint, for reasons of up to 2000 characters. */
    public void rule(boolean upheld, String reasons, Instant now) {
        require(ComplaintStatus.DISPUTED);
        rulingReasons = Texts.required("reasons", reasons, 2000);
        say(Statement.Kind.RULING, Side.STAFF, rulingReasons, now);
        close(upheld ? ComplaintStatus.UPHELD : ComplaintStatus.DISMISSED, now);
    }

    /**
     * A side appeals: against the ruling, where that is possible, or the business against the point for its silence. No
     * other appeal against the same is taken meanwhile.
     *
     * @return which of the two
     * @throws IllegalArgumentException if the reasons are blank or longer than 2000 characters
     */
    public Statement.Kind appeal(Side side, String reasons, Long writer, Instant now) {
        String why = Texts.required("reasons", reasons, 2000);
        boolean againstRuling = windows().rulingAppealUntil() != null && !hasSaid(Statement.Kind.APPEAL, side);
        windows = againstRuling ? windows().appealRuling(null) : windows().appealSilence(null);
        Statement.Kind kind = againstRuling ? Statement.Kind.APPEAL : Statement.Kind.SILENCE_APPEAL;
        say(kind, side, why, writer, now);
        return kind;
    }

    /** Staff turn the ruling round on appeal, for {@code reasons}. */
    public void overrule(String reasons) {
        require(ComplaintStatus.UPHELD, ComplaintStatus.DISMISSED);
        rulingReasons = reasons;
        status = status == ComplaintStatus.UPHELD ? ComplaintStatus.DISMISSED : ComplaintStatus.UPHELD;
    }

    /** No answer came, not even a late one. */
    public void closeUnanswered(Instant now) {
        require(ComplaintStatus.OVERDUE);
        close(ComplaintStatus.CLOSED_UNANSWERED, now);
    }

    private void step(ClockStep.Kind kind, Instant now, Instant due, String who, String why) {
        clockSteps.add(new ClockStep(kind, now, null, due, null, who, why));
    }

    private void close(ComplaintStatus outcome, Instant now) {
        status = outcome;
        closedAt = now;
    }

    private void require(ComplaintStatus... expected) {
        if (!List.of(expected).contains(status)) {
            throw new IllegalStateException("complaint " + id + " is " + status);
        }
    }

    public Long id() {
        return id;
    }

    /** The complaint's name as a case, which is also the business key of its process. */
    public CaseKey key() {
        return new CaseKey(KIND, id);
    }

    public ComplaintStatus status() {
        return status;
    }

    /** Until when the business may answer in time: the due date of the model's timer (R1). */
    public Instant answerDue() {
        return answerDue;
    }

    /** From the start of the clock to the deadline, or null where there is no deadline. */
    public Duration timeToAnswer() {
        return answerDue == null ? null : Duration.between(clockStartedAt, answerDue);
    }

    /** The arithmetic of the answer deadline (N5). */
    public AnswerClock clock() {
        return new AnswerClock(clockSteps);
    }

    /** Whether it is proven that the business knows (N7). */
    public Notice notice() {
        return notice == null ? Notice.NONE : notice;
    }

    /** When the deadline passed without an answer (R2), or null. A late answer does not undo it. */
    public Instant leftUnansweredAt() {
        return leftUnansweredAt;
    }

    /** The business's answer, or null. */
    public String answer() {
        return answer;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** Whether the answer came after the deadline had passed. */
    public boolean answeredLate() {
        return answeredAt != null && leftUnansweredAt != null;
    }

    /**
     * The time that the business took to answer (R3), from the start of the clock; if the complaint was reopened, the
     * times of both answers together. Null as long as there is no answer.
     */
    public Duration answerDelay() {
        return answerSeconds == null ? null : Duration.ofSeconds(answerSeconds);
    }

    /** Until when the consumer may accept or dispute the answer; null before there is one. */
    public Instant verdictDue() {
        return verdictDue;
    }

    /** Why the consumer does not accept the answer, or null. */
    public String objection() {
        return objection;
    }

    /** Until when a side can come back to the complaint. */
    public Windows windows() {
        return windows == null ? Windows.SHUT : windows;
    }

    /** When the consumer reopened the complaint, or null. */
    public Instant reopenedAt() {
        return reopenedAt;
    }

    /** Since when the silence counts as excused, so that it costs no point; null if it does not. */
    public Instant excusedAt() {
        return excusedAt;
    }

    /** Why the complaint was upheld or dismissed, on appeal if there was one that changed it, or null. */
    public String rulingReasons() {
        return rulingReasons;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
