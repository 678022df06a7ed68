package org.namad.issuance.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.namad.calendar.JalaliDates;
import org.namad.document.Document;
import org.namad.document.DocumentRefused;
import org.namad.document.Documents;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.Upload;
import org.namad.party.Business;
import org.namad.party.LegalId;
import org.namad.party.SignedIn;
import org.namad.seal.Activities;
import org.namad.seal.Domains;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/** What the application form and the correction form share: choices, checks and uploads. */
@Component
class FormChecks {

    private final ApplicationDesk desk;
    private final JalaliDates dates;

    FormChecks(ApplicationDesk desk, JalaliDates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    /** Gives the form's page what it shows; {@code corrected} is null for a new application. */
    void prepare(Model model, SignedIn applicant, Application corrected) {
        model.addAttribute("activities", Activities.KEYS);
        model.addAttribute("kinds", Business.Kind.values());
        model.addAttribute("purposes", DocumentPurpose.values());
        model.addAttribute("applicant", applicant);
        model.addAttribute("corrected", corrected);
        model.addAttribute("present", present(corrected));
    }

    /** Finds what annotations cannot: checksums, host names, documents. */
    void check(ApplicationForm form, BindingResult errors, Application corrected) {
        if (corrected == null && !errors.hasFieldErrors("domain") && Domains.of(form.getDomain()).isEmpty()) {
            errors.rejectValue("domain", "issuance.form.domain.invalid");
        }
        if (!errors.hasFieldErrors("activity") && !Activities.KEYS.contains(form.getActivity())) {
            errors.rejectValue("activity", "issuance.form.required");
        }
        if (form.getKind() == Business.Kind.LEGAL && !LegalId.isValid(form.getLegalId())) {
            errors.rejectValue("legalId", "issuance.form.legalId.invalid");
        }
        if (form.getKind() != null) {
            checkDocuments(form, errors, present(corrected));
        }
    }

    private void checkDocuments(ApplicationForm form, BindingResult errors, Map<String, Document> present) {
        List<DocumentPurpose> chosen = form.chosen();
        for (DocumentPurpose purpose : DocumentPurpose.values()) {
            if (chosen.contains(purpose)) {
                try {
                    Documents.accept(bytes(form.getFiles().get(purpose)));
                } catch (DocumentRefused refused) {
                    errors.rejectValue("files[" + purpose + "]", "issuance.document." + refused.reason());
                }
            } else if (DocumentPurpose.requiredOf(form.getKind()).contains(purpose)
                    && !present.containsKey(purpose.name())) {
                errors.rejectValue("files[" + purpose + "]", "issuance.document.missing");
            }
        }
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

    List<Upload> uploads(ApplicationForm form) {
        return form.chosen().stream().map(purpose -> {
            MultipartFile file = form.getFiles().get(purpose);
            return new Upload(purpose, file.getOriginalFilename(), bytes(file));
        }).toList();
    }

    private Map<String, Document> present(Application corrected) {
        return corrected == null ? Map.of() : desk.documents(corrected).stream()
            .collect(Collectors.toMap(Document::purpose, Function.identity()));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
