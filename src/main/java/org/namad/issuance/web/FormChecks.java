package org.namad.issuance.web;

import java.util.List;
import java.util.Map;

import org.namad.calendar.JalaliDates;
import org.namad.document.Document;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.DocumentPurpose;
import org.namad.party.Business;
import org.namad.party.LegalId;
import org.namad.seal.Activities;
import org.namad.seal.Domains;
import org.namad.seal.Provinces;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Finds what is wrong with the application form or the correction form, beyond what annotations can say. */
@Component
class FormChecks {

    private static final String REQUIRED = "issuance.form.required";

    private final JalaliDates dates;

    FormChecks(JalaliDates dates) {
        this.dates = dates;
    }

    /**
     * Checksums, host names, choices, documents.
     *
     * @param corrected the application that is corrected; null if it is a new one
     * @param documents those that go with it
     * @return the documents that are missing
     */
    List<DocumentPurpose> check(ApplicationForm form, BindingResult errors, Application corrected,
            Map<DocumentPurpose, Document> documents) {
        if (corrected == null && !errors.hasFieldErrors("domain") && Domains.of(form.getDomain()).isEmpty()) {
            errors.rejectValue("domain", "issuance.form.domain.invalid");
        }
        if (!errors.hasFieldErrors("activity") && !Activities.KEYS.contains(form.getActivity())) {
            errors.rejectValue("activity", REQUIRED);
        }
        if (!errors.hasFieldErrors("province") && Provinces.ALL.stream()
                .noneMatch(province -> province.name().equals(form.getProvince()))) {
            errors.rejectValue("province", REQUIRED);
        }
        if (form.getKind() == Business.Kind.LEGAL && !LegalId.isValid(form.getLegalId())) {
            errors.rejectValue("legalId", "issuance.form.legalId.invalid");
        }
        List<DocumentPurpose> missing = form.getKind() == null ? List.of()
            : DocumentPurpose.requiredOf(form.getKind()).stream().filter(purpose -> !documents.containsKey(purpose))
                .toList();
        if (!missing.isEmpty()) {
            errors.rejectValue("files", "issuance.document.missing");
        }
        return missing;
    }

    /** Says in the form why the application was not taken. */
    void explain(ApplicationRefused refused, BindingResult errors) {
        if ("domain".equals(refused.field()) || "legalId".equals(refused.field())) {
            errors.rejectValue(refused.field(), refused.messageKey(), refused.until() == null ? null
                : new Object[] {dates.date(refused.until(), LocaleContextHolder.getLocale())}, null);
        } else {
            errors.reject(refused.messageKey());
        }
    }
}
