package org.namad.complaint;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What the consumer knows of the payment (R5); every part may be null.
 *
 * @param amount    toman
 * @param date      the day of payment
 * @param reference the bank's reference number
 * @param terminal  the number of the payment terminal
 */
@Embeddable
public record ReportedPayment(
        @Column(name = "payment_amount") Long amount,
        @Column(name = "payment_date") LocalDate date,
        @Column(name = "payment_reference") String reference,
        @Column(name = "payment_terminal") String terminal) {
}
