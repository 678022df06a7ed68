package org.namad.issuance.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.namad.issuance.Application;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Particulars;
import org.namad.language.PersianText;
import org.namad.party.Business;
import org.springframework.web.multipart.MultipartFile;

/** The form on which an owner applies for a seal, or corrects the application, as it was typed. */
public class ApplicationForm {

    private static final String REQUIRED = "{issuance.form.required}";
    private static final String TOO_LONG = "{issuance.form.tooLong}";

    @Pattern(regexp = "[0-9a-f-]{36}")
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

    /** The form as an application stands. */
    static ApplicationForm of(Application application) {
        Particulars particulars = application.particulars();
        ApplicationForm form = new ApplicationForm();
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

    NewApplication toApplication(long applicantId) {
        return new NewApplication(submissionId, applicantId, sellsToVisitors, paymentGateway, domain, toParticulars());
    }

    Particulars toParticulars() {
        return new Particulars(kind, businessName, legalId, title, activity, licenceNumber, province, city, address,
            phone, postalValidation, placementHelp,
            monthlyTransactions.isEmpty() ? null : Integer.valueOf(monthlyTransactions));
    }

    /** The purposes for which a file was chosen. */
    List<DocumentPurpose> chosen() {
        List<DocumentPurpose> chosen = new ArrayList<>();
        files.forEach((purpose, file) -> {
            if (file != null && file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                chosen.add(purpose);
            }
        });
        return chosen;
    }

    public String getSubmissionId() {
        return submissionId;
    }

    public void setSubmissionId(String submissionId) {
        this.submissionId = submissionId;
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
}
