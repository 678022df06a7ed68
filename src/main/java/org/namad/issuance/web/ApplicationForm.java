package org.namad.issuance.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDraft;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.DraftDesk;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Particulars;
import org.namad.issuance.Upload;
import org.namad.language.PersianText;
import org.namad.party.Business;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.web.multipart.MultipartFile;

/** The form on which an owner applies for a seal, or corrects the application, as it was typed. */
public class ApplicationForm {

    private static final String REQUIRED = "{issuance.form.required}";
    private static final String TOO_LONG = "{issuance.form.tooLong}";

    /** The fields that are kept while the form is filled in. */
    private static final List<String> FIELDS = List.of("sellsToVisitors", "paymentGateway", "domain", "title",
        "activity", "kind", "businessName", "legalId", "licenceNumber", "province", "city", "address", "phone",
        "monthlyTransactions", "postalValidation", "placementHelp");
    private static final int LONGEST_KEPT = 1000;
    /** As forms are given them at random; corrections have others. */
    private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile(
        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private String submissionId = UUID.randomUUID().toString();
    private boolean sellsToVisitors;
    private boolean paymentGateway;
    @Size(max = 500, message = "{issuance.form.domain.invalid}")
    private String domain;
    @NotBlank(message = REQUIRED) @Size(max = 200, message = TOO_LONG)
    private String title;
    @NotBlank(message = REQUIRED)
    private String activity;
    @NotNull(message = REQUIRED)
    private Business.Kind kind = Business.Kind.NATURAL;
    @NotBlank(message = REQUIRED) @Size(max = 200, message = TOO_LONG)
    private String businessName;
    private String legalId;
    @NotBlank(message = REQUIRED)
    @Pattern(regexp = "\\s*|[\\p{Nd}A-Za-z/ -]{1,40}", message = "{issuance.form.licenceNumber.invalid}")
    private String licenceNumber;
    @NotBlank(message = REQUIRED) @Size(max = 60, message = TOO_LONG)
    private String province;
    @NotBlank(message = REQUIRED) @Size(max = 60, message = TOO_LONG)
    private String city;
    @NotBlank(message = REQUIRED) @Size(max = 500, message = TOO_LONG)
    private String address;
    @NotBlank(message = REQUIRED)
    @Pattern(regexp = "\\s*|\\s*\\+?[\\p{Nd}][\\p{Nd} -]{6,16}\\s*", message = "{issuance.form.phone.invalid}")
    private String phone;
    @Pattern(regexp = "|[0-9]{1,9}", message = "{issuance.form.monthlyTransactions.invalid}")
    private String monthlyTransactions = "";
    private boolean postalValidation;
    private boolean placementHelp;
    private Map<DocumentPurpose, MultipartFile> files = new EnumMap<>(DocumentPurpose.class);
    private DocumentPurpose drop;

    /** The form as it was left. */
    static ApplicationForm of(ApplicationDraft draft) {
        ApplicationForm form = new ApplicationForm();
        form.submissionId = draft.token();
        PropertyAccessorFactory.forBeanPropertyAccess(form).setPropertyValues(new MutablePropertyValues(draft.typed()),
            true, true);
        return form;
    }

    /** What stands in each field that is not empty. */
    Map<String, String> typed() {
        BeanWrapper fields = PropertyAccessorFactory.forBeanPropertyAccess(this);
        Map<String, String> typed = new HashMap<>();
        for (String field : FIELDS) {
            String text = Objects.toString(fields.getPropertyValue(field), "");
            if (!text.isEmpty()) {
                typed.put(field, text.substring(0, Math.min(text.length(), LONGEST_KEPT)));
            }
        }
        return typed;
    }

    /** The form on which this writer corrects the application, as the application stands. */
    static ApplicationForm of(Application application, long writerId) {
        Particulars particulars = application.particulars();
        ApplicationForm form = new ApplicationForm();
        form.correct(application, writerId);
        form.domain = application.domain();
        form.title = particulars.title();
        form.activity = particulars.activity();
        form.kind = particulars.kind();
        form.businessName = particulars.businessName();
        form.legalId = particulars.legalId();
        form.licenceNumber = particulars.licenceNumber();
        form.province = particulars.province();
        form.city = particulars.city();
        form.address = particulars.address();
        form.phone = particulars.phone();
        form.monthlyTransactions = particulars.monthlyTransactions() == null ? ""
            : particulars.monthlyTransactions().toString();
        form.postalValidation = particulars.postalValidation();
        form.placementHelp = particulars.placementHelp();
        return form;
    }

    /** It is this writer's correction of the application, whatever it says itself. */
    void correct(Application application, long writerId) {
        submissionId = DraftDesk.tokenOfCorrection(application.id(), writerId);
    }

    NewApplication toApplication(long applicantId) {
        return new NewApplication(submissionId, applicantId, sellsToVisitors, paymentGateway, domain, toParticulars());
    }

    Particulars toParticulars() {
        return new Particulars(kind, businessName, legalId, title, activity, licenceNumber, province, city, address,
            phone, postalValidation, placementHelp,
            monthlyTransactions.isEmpty() ? null : Integer.valueOf(monthlyTransactions));
    }

    /** The files that were chosen. */
    List<Upload> uploads() {
        List<Upload> uploads = new ArrayList<>();
        files.forEach((purpose, file) -> {
            // A browser sends an empty part if no file was chosen.
            if (file != null && file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                uploads.add(new Upload(purpose, file.getOriginalFilename(), bytes(file)));
            }
        });
        return uploads;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getSubmissionId() {
        return submissionId;
    }

    /** Takes an id as forms are given them; anything else is ignored. */
    public void setSubmissionId(String submissionId) {
        if (submissionId != null && ID.matcher(submissionId).matches()) {
            this.submissionId = submissionId;
        }
    }

    public boolean isSellsToVisitors() {
        return sellsToVisitors;
    }

    public void setSellsToVisitors(boolean sellsToVisitors) {
        this.sellsToVisitors = sellsToVisitors;
    }

    public boolean isPaymentGateway() {
        return paymentGateway;
    }

    public void setPaymentGateway(boolean paymentGateway) {
        this.paymentGateway = paymentGateway;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getActivity() {
        return activity;
    }

    public void setActivity(String activity) {
        this.activity = activity;
    }

    public Business.Kind getKind() {
        return kind;
    }

    public void setKind(Business.Kind kind) {
        this.kind = kind;
    }

    public String getBusinessName() {
        return businessName;
    }

    public void setBusinessName(String businessName) {
        this.businessName = businessName;
    }

    public String getLegalId() {
        return legalId;
    }

    public void setLegalId(String legalId) {
        this.legalId = legalId;
    }

    public String getLicenceNumber() {
        return licenceNumber;
    }

    public void setLicenceNumber(String licenceNumber) {
        this.licenceNumber = licenceNumber;
    }

    public String getProvince() {
        return province;
    }

    public void setProvince(String province) {
        this.province = province;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getMonthlyTransactions() {
        return monthlyTransactions;
    }

    /** Folds Persian digits and takes grouping marks out (N15). */
    public void setMonthlyTransactions(String monthlyTransactions) {
        this.monthlyTransactions = PersianText.digits(monthlyTransactions).replaceAll("[\\s,٬،]", "");
    }

    public boolean isPostalValidation() {
        return postalValidation;
    }

    public void setPostalValidation(boolean postalValidation) {
        this.postalValidation = postalValidation;
    }

    public boolean isPlacementHelp() {
        return placementHelp;
    }

    public void setPlacementHelp(boolean placementHelp) {
        this.placementHelp = placementHelp;
    }

    public Map<DocumentPurpose, MultipartFile> getFiles() {
        return files;
    }

    public void setFiles(Map<DocumentPurpose, MultipartFile> files) {
        this.files = files;
    }

    /** The document that the applicant does not want any more, or null. */
    public DocumentPurpose getDrop() {
        return drop;
    }

    public void setDrop(DocumentPurpose drop) {
        this.drop = drop;
    }
}
