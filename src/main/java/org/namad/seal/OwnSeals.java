package org.namad.seal;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The seals of a person's businesses. */
@Component
@Order(5)
class OwnSeals implements OwnData {

    private final Seals seals;
    private final Clock clock;

    OwnSeals(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "seals";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        return seals.findByBusinessIdInOrderById(subject.businessIds()).stream().map(seal -> new OwnRecord()
            .with("number", seal.id().toString()).with("title", seal.title()).with("domain", seal.domain())
            .with("status", Term.of("web.status.", seal.statusAt(clock.instant()))).with("reason", seal.statusReason())
            .with("issuedAt", seal.issuedAt()).with("expiresAt", seal.expiresAt())
            .with("activity", new Term(seal.activity(), "seal.activity." + seal.activity()))
            .with("licenceNumber", seal.licenceNumber()).with("stars", seal.stars())
            .with("monthlyTransactions", seal.monthlyTransactions()).fields()).toList();
    }
}
