package org.namad.issuance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.namad.casefile.CaseEvent;
import org.namad.casefile.CaseSummary;
import org.namad.casefile.StaffCases;
import org.namad.casefile.TaskFilter;
import org.namad.engine.StaffRoles;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What staff see of applications. */
@Component
class StaffApplications implements StaffCases {

    private final Applications applications;
    private final MessageSource messages;

    StaffApplications(Applications applications, MessageSource messages) {
        this.applications = applications;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Application.KIND;
    }

    @Override
    public List<TaskFilter> filters() {
        return List.of(TaskFilter.ofProcesses("application", "issuance.filter", 20, StaffRoles.CASE_WORKERS,
            "seal-application"));
    }

    @Override
    public List<String> factsShown() {
        return List.of("shopTitle", "site", "businessName", "businessKind", "applicantName", "nationalId",
            "applicantMobile", "applicantEmail", "legalId", "licenceNumber", "activity", "address", "submittedOn",
            "identityFinding", "licenceFinding", "policeFinding", "feeTotal", "placementFault", "sealNumber",
            "expiresOn");
    }

    @Override
    public Optional<CaseSummary> find(long id, Locale language) {
        return applications.findById(id).map(application -> summary(application, language));
    }

    @Override
    public List<CaseSummary> about(String domain, Locale language) {
        return applications.findByDomainOrderByIdDesc(domain).stream()
            .map(application -> summary(application, language)).toList();
    }

    @Override
    public List<CaseSummary> of(long personId, Locale language) {
        return applications.findByApplicantIdOrderByIdDesc(personId).stream()
            .map(application -> summary(application, language)).toList();
    }

    /** The stages that it went through. */
    @Override
    public List<CaseEvent> said(long id, Locale language) {
        Application application = applications.findById(id).orElseThrow();
        return application.stages().stream().map(entry -> new CaseEvent(entry.since(), null,
            text("issuance.stage." + entry.stage(), language),
            entry.stage() == application.stage() ? application.reason() : null)).toList();
    }

    @Override
    public String purpose(String purpose, Locale language) {
        return Stream.of(DocumentPurpose.values()).anyMatch(known -> known.name().equals(purpose))
            ? text("issuance.document." + purpose, language) : purpose;
    }

    private CaseSummary summary(Application application, Locale language) {
        return new CaseSummary(application.key(), application.particulars().title(), application.domain(),
            application.shownDomain(), application.sealId(), application.submittedAt(),
            text("issuance.stage." + application.stage(), language), application.stage().isOpen());
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
