package org.namad.amendment;

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

/** What staff see of changes of registered data. */
@Component
class StaffAmendments implements StaffCases {

    private final Amendments amendments;
    private final Wording wording;
    private final StaffAccounts staff;
    private final MessageSource messages;

    StaffAmendments(Amendments amendments, Wording wording, StaffAccounts staff, MessageSource messages) {
        this.amendments = amendments;
        this.wording = wording;
        this.staff = staff;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Amendment.KIND;
    }

    @Override
    public List<TaskFilter> filters() {
        return List.of(TaskFilter.ofProcesses("amendment", "amendment.filter", 50, StaffRoles.CASE_WORKERS,
            "data-amendment"));
    }

    @Override
    public List<String> factsShown() {
        return List.of("siteTitle", "site", "businessName", "holderName", "sealNumber", "sealStatus", "changeOf",
            "formerly", "wanted", "askedOn", "licenceFinding", "newSiteUrl", "placementFault", "placementDeadline");
    }

    @Override
    public Optional<CaseSummary> find(long id, Locale language) {
        return amendments.findById(id).map(amendment -> summary(amendment, language));
    }

    @Override
    public List<CaseSummary> about(String domain, Locale language) {
        return amendments.findBySealDomainOrderByIdDesc(domain).stream()
            .map(amendment -> summary(amendment, language)).toList();
    }

    @Override
    public List<CaseSummary> of(long personId, Locale language) {
        return amendments.findBySealBusinessOwnerIdOrderByIdDesc(personId).stream()
            .map(amendment -> summary(amendment, language)).toList();
    }

    /** The holder's wish, and what an officer said to it. */
    @Override
    public List<CaseEvent> said(long id, Locale language) {
        Amendment amendment = amendments.get(id);
        List<CaseEvent> said = new ArrayList<>();
        said.add(new CaseEvent(amendment.askedAt(), amendment.seal().business().name(), text("amendment.said.asked",
            language, text("amendment.subject." + amendment.subject(), language),
            wording.of(amendment.subject(), amendment.formerly(), language),
            wording.of(amendment.subject(), amendment.wanted(), language)), amendment.why()));
        if (amendment.reviewedAt() != null) {
            String outcome = amendment.status() == Amendment.Status.REFUSED ? "refused" : "approved";
            said.add(new CaseEvent(amendment.reviewedAt(), staff.nameOf(amendment.reviewedBy()),
                text("amendment.said." + outcome, language), amendment.reviewReasons()));
        }
        return said;
    }

    @Override
    public String purpose(String purpose, Locale language) {
        return messages.getMessage("amendment.document." + purpose, null, purpose, language);
    }

    private CaseSummary summary(Amendment amendment, Locale language) {
        return new CaseSummary(amendment.key(), amendment.seal().title(), amendment.seal().domain(),
            amendment.seal().shownDomain(), amendment.seal().id(), amendment.askedAt(),
            text("amendment.status." + amendment.status(), language), amendment.status().isOpen());
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
