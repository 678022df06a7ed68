package org.namad.payment;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/** One visit of the payer to the gateway. Its amount is what the gateway was told, whatever comes back. */
@Entity
class PaymentAttempt {

    enum Status {
        /** The payer was sent to the gateway. */
        STARTED,
        /** The payer came back unpaid; should the gateway say otherwise later, that counts. */
        RETURNED,
        /** The gateway has confirmed the payment. */
        PAID,
        /** The gateway has confirmed a payment for an invoice that needed none any more: to be paid back. */
        SURPLUS,
        /** Not paid for so long that nobody asks any more. */
        ABANDONED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_attempt_seq")
    @SequenceGenerator(name = "payment_attempt_seq", sequenceName = "payment_attempt_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    private long invoiceId;
    private String authority;
    private long amountRial;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant startedAt;
    private String refId;

    protected PaymentAttempt() {
    }

    PaymentAttempt(long invoiceId, String authority, long amountRial, Instant now) {
        this.invoiceId = invoiceId;
        this.authority = authority;
        this.amountRial = amountRial;
        this.status = Status.STARTED;
        this.startedAt = now;
    }

    void paid(String newRefId) {
        status = Status.PAID;
        refId = newRefId;
    }

    void surplus(String newRefId) {
        status = Status.SURPLUS;
        refId = newRefId;
    }

    void payerReturned() {
        if (status == Status.STARTED) {
            status = Status.RETURNED;
        }
    }

    void abandon() {
        status = Status.ABANDONED;
    }

    boolean isConfirmed() {
        return status == Status.PAID || status == Status.SURPLUS;
    }

    /** Whether the payer can be sent to the same page of the gateway again. */
    boolean canBeResumed(Instant notBefore) {
        return status == Status.STARTED && startedAt.isAfter(notBefore);
    }

    long invoiceId() {
        return invoiceId;
    }

    String authority() {
        return authority;
    }

    long amountRial() {
        return amountRial;
    }

    Instant startedAt() {
        return startedAt;
    }
}
