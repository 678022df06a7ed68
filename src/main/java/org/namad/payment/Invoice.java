package org.namad.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.namad.casefile.CaseKey;

/** What a payer owes for one case, line by line, and whether it is paid (R14). */
@Entity
public class Invoice {

    /** The states of an invoice. */
    public enum Status { OPEN, PAID, CANCELLED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_seq")
    @SequenceGenerator(name = "invoice_seq", sequenceName = "invoice_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    private String caseKey;
    private long payerId;
    private Long businessId;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "invoice_item", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "line")
    private List<InvoiceItem> items = new ArrayList<>();
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant openedAt;
    private Instant paidAt;
    private String refId;
    private String cardPan;

    protected Invoice() {
    }

    Invoice(CaseKey key, List<InvoiceItem> items, long payerId, Long businessId, Instant now) {
        if (items.isEmpty() || items.stream().anyMatch(item -> item.amountToman() <= 0)) {
            throw new IllegalArgumentException("an invoice needs items with amounts above zero: " + items);
        }
        this.caseKey = key.toString();
        this.items.addAll(items);
        this.payerId = payerId;
        this.businessId = businessId;
        this.status = Status.OPEN;
        this.openedAt = now;
    }

    void paid(String newRefId, String newCardPan, Instant now) {
        if (status == Status.PAID) {
            throw new IllegalStateException("invoice " + id + " is paid already");
        }
        status = Status.PAID;
        refId = newRefId;
        cardPan = newCardPan;
        paidAt = now;
    }

    void cancel() {
        if (status == Status.OPEN) {
            status = Status.CANCELLED;
        }
    }

    Long id() {
        return id;
    }

    /** The number under which the payer finds the invoice: {@code /payments/{invoiceNumber}}. */
    public String invoiceNumber() {
        return String.valueOf(id);
    }

    /** The case that is charged for. */
    public CaseKey caseKey() {
        return CaseKey.of(caseKey);
    }

    /** The person who is charged. */
    public long payerId() {
        return payerId;
    }

    /** The number of the business that is charged, and whose users may pay as well; null if there is none yet. */
    public Long businessId() {
        return businessId;
    }

    public List<InvoiceItem> items() {
        return List.copyOf(items);
    }

    /** What is to be paid in toman. */
    public long totalToman() {
        return items.stream().mapToLong(InvoiceItem::amountToman).sum();
    }

    public Status status() {
        return status;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When the gateway confirmed the payment; null before. */
    public Instant paidAt() {
        return paidAt;
    }

    /** The gateway's reference number of the payment; null before. */
    public String refId() {
        return refId;
    }

    /** The card that paid, all but a few digits hidden; null before. */
    public String cardPan() {
        return cardPan;
    }
}
