package org.namad.payment;

import java.time.Instant;

import org.namad.casefile.CaseKey;

/**
 * An invoice was paid; published once, within the transaction that records it.
 *
 * @param key           the case whose invoice it is
 * @param invoiceNumber the invoice
 * @param paidAt        when the gateway confirmed the payment
 */
public record InvoicePaid(CaseKey key, String invoiceNumber, Instant paidAt) {
}
