package org.namad.issuance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.namad.document.Document;
import org.namad.payment.InvoiceItem;
import org.namad.payment.Toman;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Snippet;
import org.namad.verification.Finding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts of an application for forms and mails; its only role is the {@code applicant}. */
@Component
@Transactional(readOnly = true)
class ApplicationFile implements CaseFile {

    private final ApplicationRegister register;
    private final Applications applications;
    private final ApplicationDesk desk;
    private final ApplicationFlow flow;
    private final SealRegister seals;
    private final MessageSource messages;
    private final JalaliDates dates;
    private final Toman toman;
    private final String baseUrl;

    ApplicationFile(ApplicationRegister register, Applications applications, ApplicationDesk desk, ApplicationFlow flow,
            SealRegister seals, MessageSource messages, JalaliDates dates, Toman toman,
            @Value("${namad.base-url}") String baseUrl) {
        this.register = register;
        this.applications = applications;
        this.desk = desk;
        this.flow = flow;
        this.seals = seals;
        this.messages = messages;
        this.dates = dates;
        this.toman = toman;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    @Override
    public String kind() {
        return Application.KIND;
    }

    @Override
    public List<String> parties() {
        return List.of("applicant");
    }

    @Override
    public Recipient recipient(long id, String role) {
        if (!role.equals("applicant")) {
            throw new IllegalArgumentException("an application has no " + role);
        }
        var applicant = register.get(id).applicant();
        return new Recipient(applicant.fullName(), applicant.email(), Locale.forLanguageTag(applicant.language()));
    }

    @Override
    public Optional<String> page(long id, long personId) {
        return applications.followedBy(personId).stream().filter(application -> application.id() == id).findFirst()
            .map(application -> "/panel/applications/" + id);
    }

    @Override
    public Map<String, String> facts(long id, Locale language) {
        Application application = register.get(id);
        Map<String, String> facts = new LinkedHashMap<>();
        describe(application, language, facts);
        findings(application, language, facts);
        documents(application, facts);
        course(application, language, facts);
        if (application.sealId() != null) {
            seal(seals.get(application.sealId()), language, facts);
        }
        return facts;
    }

    private void describe(Application application, Locale language, Map<String, String> facts) {
        Particulars particulars = application.particulars();
        facts.put("applicantName", application.applicant().fullName());
        facts.put("nationalId", application.applicant().nationalId().value());
        facts.put("birthDate", dates.date(application.applicant().birthDate(), language));
        facts.put("applicantEmail", application.applicant().email());
        facts.put("applicantMobile", application.applicant().mobile());
        facts.put("businessKind", text("issuance.kind." + particulars.kind(), language));
        facts.put("businessName", particulars.businessName());
        facts.put("legalId", particulars.legalId());
        facts.put("shopTitle", particulars.title());
        facts.put("domain", application.shownDomain());
        facts.put("site", application.shownDomain());
        facts.put("siteUrl", "http://" + application.domain() + "/");
        facts.put("activity", text("seal.activity." + particulars.activity(), language));
        facts.put("licenceNumber", particulars.licenceNumber());
        facts.put("address", particulars.province() + "، " + particulars.city() + "، " + particulars.address());
        facts.put("phone", particulars.phone());
        facts.put("submittedOn", dates.dateTime(application.submittedAt(), language));
    }

    private void findings(Application application, Locale language, Map<String, String> facts) {
        facts.put("identityFinding", finding(application, Registry.IDENTITY, language));
        facts.put("licenceFinding", finding(application, Registry.LICENCE, language));
        facts.put("policeFinding", finding(application, Registry.POLICE, language));
        facts.put("matter", matter(application, language));
    }

    /** What the registries did not confirm. */
    private String matter(Application application, Locale language) {
        return Stream.of(Registry.values())
            .filter(registry -> application.finding(registry) != null
                && application.finding(registry) != Finding.CONFIRMED)
            .map(registry -> messages.getMessage("issuance.matter." + registry, new Object[] {
                text("issuance.finding." + application.finding(registry), language)}, language))
            .reduce((first, second) -> first + text("issuance.matter.and", language) + second).orElse(null);
    }

    private String finding(Application application, Registry registry, Locale language) {
        Finding finding = application.finding(registry);
        String note = application.note(registry);
        return text("issuance.finding." + (finding == null ? "NOT_ASKED" : finding), language)
            + (note == null || note.isBlank() ? "" : " (" + note + ")");
    }

    private void documents(Application application, Map<String, String> facts) {
        Map<String, Document> documents = desk.documents(application).stream()
            .collect(Collectors.toMap(Document::purpose, Function.identity()));
        Map.of("nationalCardUrl", DocumentPurpose.NATIONAL_CARD,
            "birthCertificateUrl", DocumentPurpose.BIRTH_CERTIFICATE,
            "companyGazetteUrl", DocumentPurpose.COMPANY_GAZETTE).forEach((fact, purpose) -> {
                Document document = documents.get(purpose.name());
                facts.put(fact, document == null ? null : baseUrl + "/staff/documents/" + document.id());
            });
    }

    private void course(Application application, Locale language, Map<String, String> facts) {
        facts.put("panelLink", baseUrl + "/panel/applications/" + application.id());
        facts.put("applyLink", baseUrl + "/apply");
        facts.put("reason", reason(application, language));
        facts.put("eligibility", flow.eligibility(application.sellsToVisitors(), application.paymentGateway()).name());
        facts.put("feeItems", application.fee().stream()
            .map(item -> text(item.labelKey(), language) + ": " + toman.text(item.amountToman(), language))
            .collect(Collectors.joining("\n")));
        facts.put("feeTotal", toman.text(application.fee().stream().mapToLong(InvoiceItem::amountToman).sum(), language));
        facts.put("paymentLink", application.invoiceNumber() == null ? null
            : baseUrl + "/payments/" + application.invoiceNumber());
        for (ApplicationFlow.Deadline deadline : ApplicationFlow.Deadline.values()) {
            Instant until = application.stage().isOpen() ? flow.deadline(application.id(), deadline).orElse(null) : null;
            facts.put(deadline.name().toLowerCase(Locale.ROOT) + "Deadline", dates.dateTime(until, language));
        }
        facts.put("placementFault", application.placementFault() == null ? null
            : text("monitoring.fault." + application.placementFault(), language));
    }

    /** An officer's words, or else what the registries found that stands against the application. */
    private String reason(Application application, Locale language) {
        if (application.reason() != null) {
            return application.reason();
        }
        for (Registry registry : Registry.values()) {
            if (application.finding(registry) == Finding.NEGATIVE) {
                return text("issuance.negative." + registry, language);
            }
        }
        return null;
    }

    private void seal(Seal seal, Locale language, Map<String, String> facts) {
        facts.put("sealNumber", String.valueOf(seal.id()));
        facts.put("snippet", Snippet.of(seal, baseUrl));
        facts.put("profileLink", Snippet.profileUrl(seal, baseUrl));
        facts.put("expiresOn", dates.date(seal.expiresAt(), language));
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
