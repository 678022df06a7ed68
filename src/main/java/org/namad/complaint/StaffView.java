package org.namad.complaint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.namad.calendar.JalaliDates;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.party.Business;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The facts that only staff need: everything that was said, links to the files, how to reach the business. */
@Component
class StaffView {

    private final Complaints complaints;
    private final Documents documents;
    private final JalaliDates dates;
    private final MessageSource messages;
    private final String baseUrl;

    StaffView(Complaints complaints, Documents documents, JalaliDates dates, MessageSource messages,
            @Value("${namad.base-url}") String baseUrl) {
        this.complaints = complaints;
        this.documents = documents;
        this.dates = dates;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    void addTo(Map<String, String> facts, Complaint complaint, Locale language) {
        facts.put("consumerSaid", said(complaint, Side.CONSUMER, language));
        facts.put("businessSaid", said(complaint, Side.BUSINESS, language));
        facts.put("staffSaid", said(complaint, Side.STAFF, language));
        facts.put("attachments", attachments(complaint, language));
        facts.put("sharedWith", complaints.sharing(complaint).stream().map(other -> "%s, %s, %s, %s".formatted(
                other.tracking(), dates.dateTime(other.registeredAt(), language), other.complainant().fullName(),
                other.invoiceNumber()))
            .collect(Collectors.joining("\n")));
        facts.put("reasonCode", complaint.reason().name());
        Business business = complaint.seal().business();
        facts.put("businessPhone", business.phone());
        facts.put("ownerName", business.owner().fullName());
        facts.put("ownerEmail", business.owner().email());
        facts.put("ownerMobile", business.owner().mobile());
        facts.put("noticeRefused", complaint.notice().refused());
    }

    private String said(Complaint complaint, Side side, Locale language) {
        return complaint.statements().stream().filter(statement -> statement.side() == side)
            .map(statement -> "[%s, %s]\n%s".formatted(
                messages.getMessage("complaint.statement." + statement.kind(), null, language),
                dates.dateTime(statement.madeAt(), language), statement.text()))
            .collect(Collectors.joining("\n\n"));
    }

    /** A list in Markdown, which forms show with links. */
    private String attachments(Complaint complaint, Locale language) {
        List<Document> files = documents.of(complaint.key().toString());
        if (files.isEmpty()) {
            return messages.getMessage("complaint.attachments.none", null, language);
        }
        return files.stream().map(file -> "- [%s](%s/documents/%d) (%s, %s)".formatted(
                file.fileName().replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~-])", "\\\\$1"), baseUrl, file.id(), file.purpose(),
                dates.dateTime(file.uploadedAt(), language)))
            .collect(Collectors.joining("\n"));
    }
}
