package org.namad.issuance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person has applied for. */
@Component
@Order(4)
class OwnApplications implements OwnData {

    private final Applications applications;

    OwnApplications(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String part() {
        return "applications";
    }

    @Override
    public List<Map<String, Object>> records(Subject subject) {
        return applications.findByApplicantIdOrderByIdDesc(subject.personId()).stream()
            .sorted(Comparator.comparing(Application::id)).map(application -> {
                Particulars said = application.particulars();
                return new OwnRecord().with("case", application.key().toString()).with("domain", application.domain())
                    .with("submittedAt", application.submittedAt()).with("closedAt", application.closedAt())
                    .with("status", Term.of("issuance.stage.", application.stage())).with("reason", application.reason())
                    .with("kind", Term.of("issuance.kind.", said.kind())).with("businessName", said.businessName())
                    .with("legalId", said.legalId()).with("title", said.title())
                    .with("activity", new Term(said.activity(), "seal.activity." + said.activity()))
                    .with("licenceNumber", said.licenceNumber()).with("province", said.province())
                    .with("city", said.city()).with("address", said.address()).with("phone", said.phone())
                    .with("monthlyTransactions", said.monthlyTransactions()).fields();
            }).toList();
    }
}
