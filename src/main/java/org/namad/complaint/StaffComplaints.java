package org.namad.complaint;

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

/** What staff see of complaints. */
@Component
class StaffComplaints implements StaffCases {

    private static final int FIRST = 10;

    private final Complaints complaints;
    private final MessageSource messages;

    StaffComplaints(Complaints complaints, MessageSource messages) {
        this.complaints = complaints;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Complaint.KIND;
    }

    /** All, and by what they are about (R6). */
    @Override
    public List<TaskFilter> filters() {
        return Stream.concat(
            Stream.of(TaskFilter.ofProcesses("complaint", "complaint.filter", FIRST, StaffRoles.CASE_WORKERS,
                "complaint", "complaint-appeal")),
            Stream.of(ComplaintReason.values()).map(reason -> TaskFilter.ofFact("complaint." + reason,
                "complaint.filter." + reason, FIRST + 1 + reason.ordinal(), StaffRoles.CASE_WORKERS, "reasonCode",
                reason.name()))).toList();
    }

    @Override
    public List<String> factsShown() {
        return List.of("tracking", "siteTitle", "site", "businessName", "ownerName", "ownerMobile", "ownerEmail",
            "complainantName", "invoiceNumber", "shipmentNumber", "reason", "payment", "registeredAt", "answerDue",
            "answeredAt", "verdictDue", "pointState", "noticeProof", "clock", "sharedWith");
    }

    @Override
    public Optional<CaseSummary> find(long id, Locale language) {
        return complaints.findById(id).map(complaint -> summary(complaint, language));
    }

    @Override
    public List<CaseSummary> about(String domain, Locale language) {
        return complaints.aboutShop(domain).stream().map(complaint -> summary(complaint, language)).toList();
    }

    @Override
    public List<CaseSummary> of(long personId, Locale language) {
        return complaints.ofPerson(personId).stream().map(complaint -> summary(complaint, language)).toList();
    }

    @Override
    public Optional<CaseSummary> tracked(String number, Locale language) {
        return complaints.findByTracking(number).map(complaint -> summary(complaint, language));
    }

    @Override
    public List<CaseEvent> said(long id, Locale language) {
        Complaint complaint = complaints.findById(id).orElseThrow();
        return complaint.statements().stream().map(statement -> new CaseEvent(statement.madeAt(),
            switch (statement.side()) {
                case CONSUMER -> complaint.complainant().fullName();
                case BUSINESS -> complaint.seal().business().name();
                case STAFF -> text("complaint.said.staff", language);
            }, text("complaint.statement." + statement.kind(), language), statement.text())).toList();
    }

    @Override
    public String purpose(String purpose, Locale language) {
        return Stream.of(Statement.Kind.values()).filter(kind -> kind.purpose().equals(purpose)).findFirst()
            .map(kind -> text("complaint.statement." + kind, language)).orElse(purpose);
    }

    private CaseSummary summary(Complaint complaint, Locale language) {
        return new CaseSummary(complaint.key(), complaint.seal().title(), complaint.seal().domain(),
            complaint.seal().shownDomain(), complaint.seal().id(), complaint.registeredAt(),
            text("complaint.status." + complaint.status(), language), !complaint.status().isClosed());
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
