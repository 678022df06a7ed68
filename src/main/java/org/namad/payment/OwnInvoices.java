package org.namad.payment;

import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The invoices that were made out to a person. */
@Component
@Order(11)
class OwnInvoices implements OwnData {

    private final EntityManager entities;

    OwnInvoices(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String part() {
        return "invoices";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        return entities.createQuery("select i from Invoice i where i.payerId = :person order by i.id", Invoice.class)
            .setParameter("person", subject.personId()).getResultList().stream().map(invoice -> new OwnRecord()
                .with("number", invoice.invoiceNumber()).with("case", invoice.caseKey().toString())
                .with("status", Term.of("payment.status.", invoice.status())).with("openedAt", invoice.openedAt())
                .with("totalToman", invoice.totalToman()).with("items", invoice.items().stream()
                    .map(item -> new OwnRecord().with("item", new Term(item.labelKey(), item.labelKey()))
                        .with("amountToman", item.amountToman()).fields()).toList())
                .with("paidAt", invoice.paidAt()).with("reference", invoice.refId()).with("card", invoice.cardPan())
                .fields()).toList();
    }
}
