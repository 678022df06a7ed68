package org.namad.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.party.Person;
import org.namad.seal.Seal;

/** A consumer's complaint about a website, the answer to it and what became of it (R1–R7). */
@Entity
public class Complaint {

    /** The kind of case that a complaint is, see {@link CaseKey#kind()}. */
    public static final String KIND = "complaint";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "complaint_seq")
    @SequenceGenerator(name = "complaint_seq", sequenceName = "complaint_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    private String tracking;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Seal seal;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person complainant;
    private LocalDate filedOn;
    private String invoiceNumber;
    private String shipmentNumber;
    @Enumerated(EnumType.STRING)
    private ComplaintReason reason;
    private String description;
    @Embedded
    private ReportedPayment payment;
    @Enumerated(EnumType.STRING)
    private ComplaintStatus status;
    private Instant registeredAt;
    private Instant answerDue;
    private Instant leftUnansweredAt;
    private String answer;
    private Instant answeredAt;
    private Instant verdictDue;
    private Instant verdictAt;
    private String objection;
    private String rulingReasons;
    private Instant closedAt;

    protected Complaint() {
    }

    /** Registers {@code wish}, found to be about {@code seal}, under a tracking number of ten digits. */
    public Complaint(String tracking, Seal seal, Person complainant, NewComplaint wish, Instant now) {
        this.tracking = tracking;
        this.seal = seal;
        this.complainant = complainant;
        this.filedOn = LocalDate.ofInstant(now, NamadClock.TEHRAN);
        this.invoiceNumber = wish.invoiceNumber();
        this.shipmentNumber = wish.shipmentNumber();
        this.reason = wish.reason();
        this.description = wish.description();
        this.payment = wish.payment();
        this.status = ComplaintStatus.AWAITING_ANSWER;
        this.registeredAt = now;
    }

    /** The answer is awaited until {@code due}, the same instant for consumer, business and staff (R1). */
    public void answerAwaitedUntil(Instant due) {
        answerDue = due;
    }

    /** The deadline passed without an answer (R2). */
    public void leaveUnanswered(Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER);
        leftUnansweredAt = now;
        status = ComplaintStatus.OVERDUE;
    }

    /**
     * The business answers, in time or late.
     *
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    public void answer(String text, Instant now) {
        require(ComplaintStatus.AWAITING_ANSWER, ComplaintStatus.OVERDUE);
        answer = Texts.required("answer", text, 3000);
        answeredAt = now;
        status = ComplaintStatus.AWAITING_VERDICT;
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
    }

    /** The consumer said nothing about the answer in time. */
    public void closeWithoutVerdict(Instant now) {
        require(ComplaintStatus.AWAITING_VERDICT);
        close(ComplaintStatus.CLOSED_WITHOUT_VERDICT, now);
    }

    /**
     * Staff rule on a disputed complaint.
     *
     * @throws IllegalArgumentException if the reasons are blank or longer than 2000 characters
     */
    public void rule(boolean upheld, String reasons, Instant now) {
        require(ComplaintStatus.DISPUTED);
        rulingReasons = Texts.required("reasons", reasons, 2000);
        close(upheld ? ComplaintStatus.UPHELD : ComplaintStatus.DISMISSED, now);
    }

    /** No answer came, not even a late one. */
    public void closeUnanswered(Instant now) {
        require(ComplaintStatus.OVERDUE);
        close(ComplaintStatus.CLOSED_UNANSWERED, now);
    }

    private void close(ComplaintStatus outcome, Instant now) {
        status = outcome;
        closedAt = now;
    }

    private void require(ComplaintStatus... expected) {
        if (!Arrays.asList(expected).contains(status)) {
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

    /** The number under which the consumer follows the complaint: ten digits. */
    public String tracking() {
        return tracking;
    }

    public Seal seal() {
        return seal;
    }

    public Person complainant() {
        return complainant;
    }

    /** The day of registration in Tehran (R4). */
    public LocalDate filedOn() {
        return filedOn;
    }

    public String invoiceNumber() {
        return invoiceNumber;
    }

    /** The tracking number of the order or shipment, or null. */
    public String shipmentNumber() {
        return shipmentNumber;
    }

    public ComplaintReason reason() {
        return reason;
    }

    public String description() {
        return description;
    }

    /** What is known of the payment, or null. */
    public ReportedPayment payment() {
        return payment;
    }

    public ComplaintStatus status() {
        return status;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    /** Until when the business may answer in time: the due date of the model's timer (R1). */
    public Instant answerDue() {
        return answerDue;
    }

    /** From registration to the deadline, or null where there is no deadline. */
    public Duration timeToAnswer() {
        return answerDue == null ? null : Duration.between(registeredAt, answerDue);
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

    /** From registration to the answer (R3), or null as long as there is none. */
    public Duration answerDelay() {
        return answeredAt == null ? null : Duration.between(registeredAt, answeredAt);
    }

    /** Until when the consumer may accept or dispute the answer; null before there is one. */
    public Instant verdictDue() {
        return verdictDue;
    }

    public Instant verdictAt() {
        return verdictAt;
    }

    /** Why the consumer does not accept the answer, or null. */
    public String objection() {
        return objection;
    }

    /** Why the complaint was upheld or dismissed, or null. */
    public String rulingReasons() {
        return rulingReasons;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
