package org.namad.payment;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.namad.casefile.CaseKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of payments as a case's module does; for tests. */
@Component
class PaidInvoices {

    private final List<InvoicePaid> heard = new CopyOnWriteArrayList<>();

    private final Set<CaseKey> notReady = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(InvoicePaid paid) {
        if (notReady.contains(paid.key())) {
            throw new IllegalStateException(paid.key() + " awaits no payment");
        }
        heard.add(paid);
    }

    /** From now on the case of {@code invoice} takes no payment, or takes it again. */
    void takes(Invoice invoice, boolean payment) {
        if (payment) {
            notReady.remove(invoice.caseKey());
        } else {
            notReady.add(invoice.caseKey());
        }
    }

    List<InvoicePaid> of(Invoice invoice) {
        return heard.stream().filter(paid -> paid.invoiceNumber().equals(invoice.invoiceNumber())).toList();
    }
}
