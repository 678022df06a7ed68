package org.namad.complaint;

import java.util.Locale;
import java.util.Optional;

import org.namad.calendar.JalaliDates;
import org.namad.conduct.Proof;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the ledger what proves that a business knew of a complaint (N6, N7). */
@Component
class ProofOfNotice implements Proof {

    private final Complaints complaints;
    private final JalaliDates dates;
    private final MessageSource messages;
    private final Locale language;

    ProofOfNotice(Complaints complaints, JalaliDates dates, MessageSource messages,
            @Value("${namad.language}") Locale language) {
        this.complaints = complaints;
        this.dates = dates;
        this.messages = messages;
        this.language = language;
    }

    @Override
    public Optional<String> of(long complaintId) {
        return complaints.findById(complaintId).flatMap(complaint -> of(complaint, language));
    }

    /** What proves that the business knew, for a reader of {@code reader}. */
    Optional<String> of(Complaint complaint, Locale reader) {
        return Optional.of(complaint.notice()).filter(Notice::isProven)
            .map(notice -> messages.getMessage("complaint.notice." + notice.by(),
                new Object[] {dates.dateTime(notice.provenAt(), reader), notice.proof()}, reader));
    }
}
