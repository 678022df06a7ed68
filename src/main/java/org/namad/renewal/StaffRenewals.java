package org.namad.renewal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.namad.casefile.CaseEvent;
import org.namad.casefile.CaseSummary;
import org.namad.casefile.StaffCases;
import org.namad.casefile.TaskFilter;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What staff see of renewals. */
@Component
class StaffRenewals implements StaffCases {

    private final Renewals renewals;
    private final StaffAccounts staff;
    private final MessageSource messages;

    StaffRenewals(Renewals renewals, StaffAccounts staff, MessageSource messages) {
        this.renewals = renewals;
        this.staff = staff;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Renewal.KIND;
    }

    @Override
    public List<TaskFilter> filters() {
        return List.of(TaskFilter.ofProcesses("renewal", "renewal.filter", 40, StaffRoles.CASE_WORKERS,
            "seal-renewal"));
    }

    @Override
    public List<String> factsShown() {
        return List.of("siteTitle", "site", "businessName", "holderName", "termEnd", "dataUpdatedAt",
            "complaintsRegistered", "unanswered", "upheld", "settled", "dismissed", "inProgress", "supervision",
            "standsUntil", "renewedUntil");
    }

    @Override
    public Optional<CaseSummary> find(long id, Locale language) {
        return renewals.findById(id).map(renewal -> summary(renewal, language));
    }

    @Override
    public List<CaseSummary> about(String domain, Locale language) {
        return renewals.findBySealDomainOrderByTermEndDesc(domain).stream()
            .map(renewal -> summary(renewal, language)).toList();
    }

    @Override
    public List<CaseSummary> of(long personId, Locale language) {
        return renewals.findBySealBusinessOwnerIdOrderByTermEndDesc(personId).stream()
            .map(renewal -> summary(renewal, language)).toList();
    }

    @Override
    public List<CaseEvent> said(long id, Locale language) {
        Renewal renewal = renewals.get(id);
        return Stream.of(renewal).filter(one -> one.reviewedAt() != null).map(one -> new CaseEvent(one.reviewedAt(),
            staff.nameOf(one.reviewedBy()), messages.getMessage("renewal.said.review", null, language),
            one.reviewReasons())).toList();
    }

    private CaseSummary summary(Renewal renewal, Locale language) {
        return new CaseSummary(renewal.key(), renewal.seal().title(), renewal.seal().domain(),
            renewal.seal().shownDomain(), renewal.seal().id(), renewal.openedAt(),
            messages.getMessage("renewal.status." + renewal.status(), null, language), renewal.isOpen());
    }
}
