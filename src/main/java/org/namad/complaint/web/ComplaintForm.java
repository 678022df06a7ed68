package org.namad.complaint.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.ReportedPayment;
import org.namad.document.FormWithFiles;
import org.namad.document.Upload;
import org.namad.language.PersianText;

/**
 * The form on which a consumer files a complaint, as it was typed. The files chosen with it are
 * {@link org.namad.document.Drafts}, kept under its token.
 */
public class ComplaintForm extends FormWithFiles {

    @NotBlank(message = "{complaint.error.site}")
    @Size(max = 500, message = "{complaint.error.notASite}")
    private String site;
    @NotBlank(message = "{complaint.error.invoiceNumber}")
    @Size(max = 60, message = "{complaint.error.tooLong.60}")
    private String invoiceNumber;
    @Size(max = 60, message = "{complaint.error.tooLong.60}")
    private String shipmentNumber;
    @NotNull(message = "{complaint.error.reason}")
    private ComplaintReason reason;
    @NotBlank(message = "{complaint.error.description}")
    @Size(max = 3000, message = "{complaint.error.tooLong.3000}")
    private String description;
    /** Whole toman; with a point or stroke nobody knows whether it parts thousands or fractions. */
    @Pattern(regexp = "(?:[,٬،\\s]*\\p{Nd}){0,15}[,٬،\\s]*", message = "{complaint.error.amount}")
    private String paymentAmount;
    private String paymentDate;
    @Size(max = 40, message = "{complaint.error.tooLong.40}")
    private String paymentReference;
    @Size(max = 40, message = "{complaint.error.tooLong.40}")
    private String paymentTerminal;
    private boolean consentToPublish;

    /** The complaint of {@code complainantId}, from a form without errors. */
    NewComplaint toComplaint(long complainantId, Optional<LocalDate> paidOn, List<Upload> attachments) {
        ReportedPayment payment = new ReportedPayment(amount(), paidOn.orElse(null), orNull(paymentReference),
            orNull(paymentTerminal));
        boolean nothingKnown = payment.equals(new ReportedPayment(null, null, null, null));
        return new NewComplaint(complainantId, site, PersianText.digits(invoiceNumber),
            shipmentNumber == null ? null : PersianText.digits(shipmentNumber), reason, description,
            nothingKnown ? null : payment, consentToPublish, attachments);
    }

    /** The numbers that must not be public. */
    List<String> references() {
        return Stream.of(invoiceNumber, shipmentNumber, paymentReference, paymentTerminal).filter(Objects::nonNull)
            .filter(typed -> !typed.isBlank()).toList();
    }

    private Long amount() {
        String digits = PersianText.digits(paymentAmount).replaceAll("\\D", "");
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }

    private static String orNull(String typed) {
        return typed == null || typed.isBlank() ? null : PersianText.digits(typed).strip();
    }

    public String getSite() {
        return site;
    }

    public void setSite(String site) {
        this.site = site;
    }

    public String getInvoiceNumber() {
        return invoiceNumber;
    }

    public void setInvoiceNumber(String invoiceNumber) {
        this.invoiceNumber = invoiceNumber;
    }

    public String getShipmentNumber() {
        return shipmentNumber;
    }

    public void setShipmentNumber(String shipmentNumber) {
        this.shipmentNumber = shipmentNumber;
    }

    public ComplaintReason getReason() {
        return reason;
    }

    public void setReason(ComplaintReason reason) {
        this.reason = reason;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getPaymentAmount() {
        return paymentAmount;
    }

    public void setPaymentAmount(String paymentAmount) {
        this.paymentAmount = paymentAmount;
    }

    public String getPaymentDate() {
        return paymentDate;
    }

    public void setPaymentDate(String paymentDate) {
        this.paymentDate = paymentDate;
    }

    public String getPaymentReference() {
        return paymentReference;
    }

    public void setPaymentReference(String paymentReference) {
        this.paymentReference = paymentReference;
    }

    public String getPaymentTerminal() {
        return paymentTerminal;
    }

    public void setPaymentTerminal(String paymentTerminal) {
        this.paymentTerminal = paymentTerminal;
    }

    public boolean isConsentToPublish() {
        return consentToPublish;
    }

    public void setConsentToPublish(boolean consentToPublish) {
        this.consentToPublish = consentToPublish;
    }
}
