package org.namad.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.namad.calendar.NamadClock;
import org.namad.document.Document;
import org.namad.party.Person;
import org.namad.seal.Seal;

/** What a consumer files (R4, R5) and what is said about it later: read by many, changed by nobody. */
@MappedSuperclass
public abstract class Filing {

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
    private boolean consentToPublish;
    private Instant registeredAt;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_statement", joinColumns = @JoinColumn(name = "complaint_id"))
    @OrderColumn(name = "line_no")
    @Fetch(FetchMode.SUBSELECT)
    private List<Statement> statements = new ArrayList<>();

    protected Filing() {
    }

    Filing(String tracking, Seal seal, Person complainant, NewComplaint wish, Instant now) {
        this.tracking = tracking;
        this.seal = seal;
        this.complainant = complainant;
        this.filedOn = LocalDate.ofInstant(now, NamadClock.TEHRAN);
        this.invoiceNumber = wish.invoiceNumber();
        this.shipmentNumber = wish.shipmentNumber();
        this.reason = wish.reason();
        this.description = wish.description();
        this.payment = wish.payment();
        this.consentToPublish = wish.consentToPublish();
        this.registeredAt = now;
        say(Statement.Kind.DESCRIPTION, Side.CONSUMER, description, now);
    }

    /** Writes down what was said, for everyone who reads the case later. */
    public void say(Statement.Kind kind, Side side, String text, Instant now) {
        say(kind, side, text, null, now);
    }

    /** Writes down what was said, and which of a business's people wrote it for the business; otherwise null. */
    void say(Statement.Kind kind, Side side, String text, Long writer, Instant now) {
        statements.add(new Statement(kind, side, text, now, writer));
    }

    /** Whether {@code side} made a statement of this sort. */
    public boolean hasSaid(Statement.Kind kind, Side side) {
        return statements.stream().anyMatch(said -> said.kind() == kind && said.side() == side);
    }

    /** The text of the latest statement of this sort, or null. */
    public String lastSaid(Statement.Kind kind) {
        return statements.stream().filter(said -> said.kind() == kind).reduce((earlier, later) -> later)
            .map(Statement::text).orElse(null);
    }

    /** The latest appeal, against the ruling or against the point for silence. */
    public Optional<Statement> lastAppeal() {
        return statements.stream().filter(said -> said.kind() == Statement.Kind.APPEAL
            || said.kind() == Statement.Kind.SILENCE_APPEAL).reduce((earlier, later) -> later);
    }

    /** The statement that a document came with: of those of its sort the nearest in time; null if it came with none. */
    public Statement saidWith(Document document) {
        return statements.stream().filter(said -> said.kind().purpose().equals(document.purpose()))
            .min(Comparator.comparing(said -> Duration.between(said.madeAt(), document.uploadedAt()).abs()))
            .orElse(null);
    }

    /** What both sides and staff said, the earliest first. */
    public List<Statement> statements() {
        return Collections.unmodifiableList(statements);
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

    /** Whether the consumer agrees that the description is shown to everyone. */
    public boolean consentToPublish() {
        return consentToPublish;
    }

    public Instant registeredAt() {
        return registeredAt;
    }
}
