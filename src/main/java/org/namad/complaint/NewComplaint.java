package org.namad.complaint;

import java.util.List;
import java.util.Objects;

import org.namad.document.Upload;
import org.namad.language.Texts;

/**
 * A consumer's wish to complain (R5).
 *
 * @param complainantId    the person who complains
 * @param site             the address of the website, in any form
 * @param invoiceNumber    required
 * @param shipmentNumber   the tracking number of the order or shipment, or null
 * @param reason           required
 * @param description      what happened; required
 * @param payment          what is known of the payment, or null
 * @param consentToPublish whether the description may be shown to everyone
 * @param attachments      images and PDF files that prove it; may be empty
 */
public record NewComplaint(long complainantId, String site, String invoiceNumber, String shipmentNumber,
        ComplaintReason reason, String description, ReportedPayment payment, boolean consentToPublish,
        List<Upload> attachments) {

    /** @throws IllegalArgumentException if something required is missing or too long */
    public NewComplaint {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(reason, "reason");
        invoiceNumber = Texts.required("invoice number", invoiceNumber, 60);
        shipmentNumber = Texts.optional("shipment number", shipmentNumber, 60);
        description = Texts.required("description", description, 3000);
        attachments = List.copyOf(attachments);
    }

    /** A complaint whose description may be published, without attachments. */
    public NewComplaint(long complainantId, String site, String invoiceNumber, String shipmentNumber,
            ComplaintReason reason, String description, ReportedPayment payment) {
        this(complainantId, site, invoiceNumber, shipmentNumber, reason, description, payment, true, List.of());
    }
}
