package org.namad.payment.web;

import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

import org.namad.document.Pdf;
import org.namad.language.PersianText;
import org.namad.party.People;
import org.namad.party.SignedIn;
import org.namad.payment.Invoice;
import org.namad.payment.Payments;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All that a person was charged, page by page, and the receipt of what they have paid (R14). */
@Controller
class PaymentsPage {

    private static final int PAGE = 20;

    private final Payments payments;
    private final People people;
    private final Pdf pdf;

    PaymentsPage(Payments payments, People people, Pdf pdf) {
        this.payments = payments;
        this.people = people;
        this.pdf = pdf;
    }

    @GetMapping("/panel/payments")
    String list(@RequestParam(defaultValue = "") String page, @AuthenticationPrincipal SignedIn payer, Model model) {
        String digits = PersianText.digits(page);
        int number = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
        model.addAttribute("invoices", payments.ofPayer(payer.personId(), PageRequest.of(number, PAGE)));
        return "payment/list";
    }

    /** A PDF in the reader's language; there is none before the gateway has confirmed the payment. */
    @GetMapping("/payments/{invoiceNumber}/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable String invoiceNumber, @AuthenticationPrincipal SignedIn payer,
            Locale language) {
        Invoice invoice = ofPayer(invoiceNumber, payer);
        if (invoice.status() != Invoice.Status.PAID) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        byte[] receipt = pdf.of("payment/receipt", language,
            Map.of("invoice", invoice, "payer", people.findById(invoice.payerId()).orElseThrow()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
            .cacheControl(CacheControl.noCache().cachePrivate())
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                .filename("namad-receipt-" + invoiceNumber + ".pdf").build().toString())
            .body(receipt);
    }

    private Invoice ofPayer(String invoiceNumber, SignedIn payer) {
        try {
            return payments.ofPayer(invoiceNumber, payer.personId());
        } catch (NoSuchElementException none) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
