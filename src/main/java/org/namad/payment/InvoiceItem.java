package org.namad.payment;

import jakarta.persistence.Embeddable;

/**
 * One line of an invoice (R14).
 *
 * @param labelKey   the message key of what is charged
 * @param amountToman the price in toman
 */
@Embeddable
public record InvoiceItem(String labelKey, long amountToman) {
}
