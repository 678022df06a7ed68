package org.namad.renewal;

import java.util.List;
import java.util.Map;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The renewals of the seals of a person's businesses. */
@Component
@Order(7)
class OwnRenewals implements OwnData {

    private final Renewals renewals;

    OwnRenewals(Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public String part() {
        return "renewals";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        return renewals.allOf(subject.businessIds()).stream().map(renewal -> new OwnRecord()
            .with("case", renewal.key().toString()).with("domain", renewal.seal().domain())
            .with("status", Term.of("renewal.status.", renewal.status())).with("termEnd", renewal.termEnd())
            .with("openedAt", renewal.openedAt()).with("dataUpdatedAt", renewal.dataUpdatedAt())
            .with("reason", told(renewal)).with("renewedUntil", renewal.renewedUntil())
            .with("closedAt", renewal.closedAt()).fields()).toList();
    }

    /** An officer's reasons, which holders are told where there is no new term. */
    private static String told(Renewal renewal) {
        return renewal.status() == Renewal.Status.BLOCKED || renewal.status() == Renewal.Status.LAPSED
            ? renewal.reviewReasons() : null;
    }
}
