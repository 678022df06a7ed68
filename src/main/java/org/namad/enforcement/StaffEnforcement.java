package org.namad.enforcement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.namad.casefile.CaseEvent;
import org.namad.casefile.CaseSummary;
import org.namad.casefile.StaffCases;
import org.namad.casefile.TaskFilter;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff see of enforcement cases. */
@Component
class StaffEnforcement implements StaffCases {

    private final EnforcementCases cases;
    private final PublishedReason reason;
    private final StaffAccounts staff;
    private final MessageSource messages;

    StaffEnforcement(EnforcementCases cases, PublishedReason reason, StaffAccounts staff, MessageSource messages) {
        this.cases = cases;
        this.reason = reason;
        this.staff = staff;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return EnforcementCase.KIND;
    }

    @Override
    public List<TaskFilter> filters() {
        return List.of(TaskFilter.ofProcesses("enforcement", "enforcement.filter", 30, StaffRoles.CASE_WORKERS,
            "seal-enforcement"));
    }

    @Override
    public List<String> factsShown() {
        return List.of("siteTitle", "site", "businessName", "holderName", "openedAt", "statedGrounds", "complaints",
            "unanswered", "points", "replyDue", "proposedMeasure", "proposedBy", "confirmedBy", "remedyDue",
            "checklist", "missingItems", "appealDue");
    }

    @Override
    public Optional<CaseSummary> find(long id, Locale language) {
        return cases.findById(id).map(one -> summary(one, language));
    }

    @Override
    public List<CaseSummary> about(String domain, Locale language) {
        return cases.findBySealDomainOrderByOpenedAtDesc(domain).stream().map(one -> summary(one, language)).toList();
    }

    @Override
    public List<CaseSummary> of(long personId, Locale language) {
        return cases.findBySealBusinessOwnerIdOrderByOpenedAtDesc(personId).stream()
            .map(one -> summary(one, language)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseEvent> said(long id, Locale language) {
        EnforcementCase one = cases.get(id);
        List<CaseEvent> said = new ArrayList<>();
        one.grounds().forEach(stated -> said.add(new CaseEvent(stated.statedAt(), name(stated.statedBy(), language),
            text("enforcement.said.ground", language), reason.name(stated.ground(), language)
                + (stated.evidence() == null ? "" : "\n" + stated.evidence()))));
        String holder = one.seal().business().name();
        one.earlierReplies().forEach(reply -> said.add(new CaseEvent(reply.saidAt(), holder,
            text("enforcement.said.reply", language), reply.text())));
        if (one.repliedAt() != null) {
            said.add(new CaseEvent(one.repliedAt(), holder, text("enforcement.said.reply", language), one.reply()));
        }
        one.decisions().forEach(decision -> decided(decision, said, language));
        one.remedies().forEach(remedy -> remedied(remedy, holder, said, language));
        one.appeal().ifPresent(appeal -> appealed(appeal, holder, said, language));
        return said;
    }

    private void decided(Decision decision, List<CaseEvent> said, Locale language) {
        said.add(new CaseEvent(decision.decidedAt(), staff.nameOf(decision.decidedBy()),
            text("enforcement.said.decision", language) + text("enforcement.measure." + decision.measure(), language),
            decision.reasons()));
        if (decision.confirmedAt() != null) {
            said.add(second(decision.confirmedAt(), decision.confirmedBy(), decision.inForce(), decision.note(),
                language));
        }
    }

    private void remedied(Remedy remedy, String holder, List<CaseEvent> said, Locale language) {
        said.add(new CaseEvent(remedy.reportedAt(), holder, text("enforcement.said.remedy", language),
            remedy.report()));
        if (remedy.checkedAt() != null) {
            said.add(new CaseEvent(remedy.checkedAt(), staff.nameOf(remedy.checkedBy()),
                text("enforcement.said.check", language) + text("enforcement.verdict." + remedy.verdict(), language),
                remedy.reasons()));
        }
        if (remedy.confirmedAt() != null) {
            said.add(second(remedy.confirmedAt(), remedy.confirmedBy(), !remedy.returned(), remedy.note(), language));
        }
    }

    private void appealed(Appeal appeal, String holder, List<CaseEvent> said, Locale language) {
        said.add(new CaseEvent(appeal.lodgedAt(), holder, text("enforcement.said.appeal", language),
            appeal.reasons()));
        if (appeal.ruledAt() != null) {
            said.add(new CaseEvent(appeal.ruledAt(), staff.nameOf(appeal.ruledBy()),
                text("enforcement.said.ruling." + appeal.ruling(), language), appeal.rulingReasons()));
        }
    }

    private CaseEvent second(Instant when, String who, boolean confirmed, String note, Locale language) {
        return new CaseEvent(when, staff.nameOf(who),
            text(confirmed ? "enforcement.said.confirmed" : "enforcement.said.returned", language), note);
    }

    @Override
    public String purpose(String purpose, Locale language) {
        return messages.getMessage("enforcement.file." + purpose, null, purpose, language);
    }

    private CaseSummary summary(EnforcementCase one, Locale language) {
        return new CaseSummary(one.key(), one.seal().title(), one.seal().domain(), one.seal().shownDomain(),
            one.seal().id(), one.openedAt(), text("enforcement.status." + one.status(), language), one.isOpen());
    }

    private String name(StatedBy by, Locale language) {
        return by == null ? null : by.kind() == StatedBy.Kind.STAFF ? staff.nameOf(by.name())
            : messages.getMessage("enforcement.statedBy." + by.kind(), new Object[] {by.name()}, language);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
