package org.namad.payment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of payments as a case's module does; for tests. */
@Component
class PaidInvoices {

    private final List<InvoicePaid> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(InvoicePaid paid) {
        heard.add(paid);
    }

    List<InvoicePaid> of(Invoice invoice) {
        return heard.stream().filter(paid -> paid.invoiceNumber().equals(invoice.invoiceNumber())).toList();
    }
}
