package org.namad.issuance.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.namad.document.Document;
import org.namad.document.DocumentRefused;
import org.namad.document.Documents;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationDraft;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.DraftDesk;
import org.namad.issuance.Upload;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.payment.InvoiceItem;
import org.namad.seal.Activities;
import org.namad.seal.Provinces;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the application form and the correction form share: they are kept as they are filled in, and shown again. */
@Component
class FormDesk {

    /**
     * A form, and what is kept of it.
     *
     * @param form      as it was sent or left
     * @param corrected the application that it corrects; null if it is a new one
     * @param writer    who fills it in
     * @param draft     what is kept; empty before the first time, and once the application is handed in
     * @param documents those that go with it
     * @param wrong     why a document was not taken, as a message key
     * @param refused   whether nothing was kept, since its writer has too many unfinished applications
     */
    record Kept(ApplicationForm form, Application corrected, SignedIn writer, Optional<ApplicationDraft> draft,
            Map<DocumentPurpose, Document> documents, Map<DocumentPurpose, String> wrong, boolean refused) {

        /** In whose name the application is made; a delegate only corrects it. */
        SignedIn applicant() {
            if (corrected == null) {
                return writer;
            }
            Person applicant = corrected.applicant();
            return new SignedIn(applicant.id(), applicant.nationalId().value(), applicant.fullName());
        }
    }

    /**
     * One document that the form asks for.
     *
     * @param purpose   what it shows
     * @param document  the one that is there, or null
     * @param mine      whether the writer has sent it, and may look at it
     * @param removable whether it waits with this form, and can be taken back
     * @param error     what is wrong, as a message key, or null
     */
    record DocumentField(DocumentPurpose purpose, Document document, boolean mine, boolean removable, String error) {

        /** Whether only companies have it. */
        public boolean companiesOnly() {
            return !DocumentPurpose.requiredOf(Business.Kind.NATURAL).contains(purpose);
        }
    }

    /**
     * What a seal costs.
     *
     * @param items      with the chosen extra services
     * @param total      of the items, in toman
     * @param postal     what validation by post adds
     * @param technical  what help with the placement adds
     */
    record Fee(List<InvoiceItem> items, long total, long postal, long technical) {
    }

    private final DraftDesk drafts;
    private final ApplicationDesk desk;
    private final ApplicationFlow flow;

    FormDesk(DraftDesk drafts, ApplicationDesk desk, ApplicationFlow flow) {
        this.drafts = drafts;
        this.desk = desk;
        this.flow = flow;
    }

    /** Keeps what was sent: words, right or wrong, and every file that is one of those that are taken. */
    Kept keep(ApplicationForm form, Application corrected, SignedIn owner) {
        Map<DocumentPurpose, String> wrong = new EnumMap<>(DocumentPurpose.class);
        List<Upload> good = new ArrayList<>();
        for (Upload upload : form.uploads()) {
            try {
                Documents.accept(upload.content());
                good.add(upload);
            } catch (DocumentRefused refused) {
                wrong.put(upload.purpose(), "issuance.document." + refused.reason());
            }
        }
        try {
            Optional<ApplicationDraft> draft = drafts.save(form.getSubmissionId(), corrected, owner.personId(),
                form.typed(), good, form.getDrop() == null ? Set.of() : Set.of(form.getDrop()));
            return new Kept(form, corrected, owner, draft, documents(form, corrected, owner), wrong, false);
        } catch (DraftDesk.TooMany tooMany) {
            good.forEach(upload -> wrong.put(upload.purpose(), "issuance.draft.notKept"));
            return new Kept(form, corrected, owner, Optional.empty(), Map.of(), wrong, true);
        }
    }

    /** The form as it was left, or {@code fresh} if nothing of it is kept. */
    Kept open(ApplicationForm fresh, Application corrected, SignedIn owner) {
        Optional<ApplicationDraft> draft = drafts.find(fresh.getSubmissionId(), owner.personId());
        ApplicationForm form = draft.map(ApplicationForm::of).orElse(fresh);
        return new Kept(form, corrected, owner, draft, documents(form, corrected, owner), Map.of(), false);
    }

    /** The form as it was typed, in place of what is kept of it, with the documents that are. */
    Kept typed(ApplicationForm form, Application corrected, SignedIn owner) {
        return new Kept(form, corrected, owner, drafts.find(form.getSubmissionId(), owner.personId()),
            documents(form, corrected, owner), Map.of(), false);
    }

    /** The documents that go with the form: of those for one purpose the latest. */
    private Map<DocumentPurpose, Document> documents(ApplicationForm form, Application corrected, SignedIn owner) {
        Map<DocumentPurpose, Document> documents = new EnumMap<>(DocumentPurpose.class);
        if (corrected != null) {
            desk.documents(corrected)
                .forEach(document -> documents.put(DocumentPurpose.valueOf(document.purpose()), document));
        }
        documents.putAll(drafts.documents(form.getSubmissionId(), owner.personId()));
        return documents;
    }

    /** The whole page. */
    ModelAndView page(Kept kept, Collection<DocumentPurpose> missing) {
        ApplicationForm form = kept.form();
        return new ModelAndView("issuance/form").addObject("form", form)
            .addObject("corrected", kept.corrected())
            .addObject("applicant", kept.applicant())
            .addObject("draft", kept.draft().orElse(null))
            .addObject("refused", kept.refused())
            .addObject("activities", Activities.KEYS)
            .addObject("kinds", Business.Kind.values())
            .addObject("provinces", Provinces.ALL)
            .addObject("documents", Stream.of(DocumentPurpose.values())
                .map(purpose -> field(purpose, kept, missing)).toList())
            .addObject("fee", fee(form.isPostalValidation(), form.isPlacementHelp()))
            .addObject("address", address(kept.corrected()));
    }

    /** The piece of the page that tells of what was just kept: one document, or only when it was. */
    ModelAndView piece(Kept kept, DocumentPurpose document, HttpServletResponse response) {
        if (kept.corrected() == null && !kept.refused()) {
            response.setHeader("HX-Replace-Url", "/apply/form/" + kept.form().getSubmissionId());
        }
        Instant at = kept.draft().map(ApplicationDraft::savedAt).orElse(null);
        if (document == null) {
            return new ModelAndView("issuance/pieces :: saved").addObject("at", at).addObject("refused", kept.refused());
        }
        ModelAndView piece = new ModelAndView("issuance/pieces :: kept",
            kept.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return piece.addObject("at", at).addObject("refused", kept.refused()).addObject("slot", field(document, kept, List.of()))
            .addObject("address", address(kept.corrected())).addObject("swapped", true);
    }

    Fee fee(boolean postalValidation, boolean placementHelp) {
        List<InvoiceItem> items = flow.fee(postalValidation, placementHelp);
        long base = total(flow.fee(false, false));
        return new Fee(items, total(items), total(flow.fee(true, false)) - base, total(flow.fee(false, true)) - base);
    }

    private static long total(List<InvoiceItem> items) {
        return items.stream().mapToLong(InvoiceItem::amountToman).sum();
    }

    private static DocumentField field(DocumentPurpose purpose, Kept kept, Collection<DocumentPurpose> missing) {
        Document document = kept.documents().get(purpose);
        boolean removable = document != null
            && (kept.corrected() == null || !document.ownerRef().equals(kept.corrected().key().toString()));
        boolean mine = document != null && Objects.equals(document.uploadedBy(), kept.writer().personId());
        String error = kept.wrong().getOrDefault(purpose,
            missing.contains(purpose) ? "issuance.document.missing" : null);
        return new DocumentField(purpose, document, mine, removable, error);
    }

    /** Where the form is sent; its draft goes to {@code /save} below. */
    private static String address(Application corrected) {
        return corrected == null ? "/apply/form" : "/panel/applications/" + corrected.id() + "/correction";
    }
}
