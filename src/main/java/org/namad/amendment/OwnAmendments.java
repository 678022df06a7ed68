package org.namad.amendment;

import java.util.List;
import java.util.Map;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The changes of registered data that were asked for, by whomever, for the seals of a person's businesses. */
@Component
@Order(6)
class OwnAmendments implements OwnData {

    private final Amendments amendments;

    OwnAmendments(Amendments amendments) {
        this.amendments = amendments;
    }

    @Override
    public String part() {
        return "changes";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        return amendments.allOf(subject.businessIds()).stream().map(amendment -> new OwnRecord()
            .with("case", amendment.key().toString()).with("domain", amendment.seal().domain())
            .with("subject", Term.of("amendment.subject.", amendment.subject()))
            .with("status", Term.of("amendment.status.", amendment.status())).with("openedAt", amendment.askedAt())
            .with("formerly", value(amendment, amendment.formerly())).with("wanted", value(amendment, amendment.wanted()))
            .with("why", amendment.why()).with("reason", told(amendment)).with("closedAt", amendment.closedAt())
            .fields()).toList();
    }

    private static Object value(Amendment amendment, Datum datum) {
        if (!datum.isPresent()) {
            return null;
        }
        return amendment.subject() == org.namad.amendment.Subject.ACTIVITY
            ? new Term(datum.text(), "seal.activity." + datum.text()) : datum.line();
    }

    /** An officer's reasons, which the holder is told of a refusal. */
    private static String told(Amendment amendment) {
        return amendment.status() == Amendment.Status.REFUSED ? amendment.reviewReasons() : null;
    }
}
