package org.namad.payment.web;

import java.net.URI;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.namad.party.SignedIn;
import org.namad.payment.GatewayRefused;
import org.namad.payment.GatewayUnavailable;
import org.namad.payment.Invoice;
import org.namad.payment.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invoice for its payer, the way to the gateway, and the way back (R14). */
@Controller
@RequestMapping("/payments")
class PaymentPages {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentPages.class);

    private final Payments payments;
    private final MessageSource messages;

    PaymentPages(Payments payments, MessageSource messages) {
        this.payments = payments;
        this.messages = messages;
    }

    @GetMapping("/{invoiceNumber}")
    String invoice(@PathVariable String invoiceNumber, @AuthenticationPrincipal SignedIn payer, Model model) {
        model.addAttribute("invoice", payments.ofPayer(invoiceNumber, payer.personId()));
        return "payment/invoice";
    }

    @PostMapping("/{invoiceNumber}/pay")
    String pay(@PathVariable String invoiceNumber, @AuthenticationPrincipal SignedIn payer, Locale locale,
            RedirectAttributes redirect) {
        try {
            String description = text("payment.description", locale, invoiceNumber);
            Optional<URI> startPage = payments.pay(invoiceNumber, payer.personId(), description);
            return startPage.map(page -> "redirect:" + page).orElseGet(() -> invoicePage(invoiceNumber));
        } catch (GatewayUnavailable | GatewayRefused failure) {
            return problem(invoiceNumber, failure, redirect, locale);
        }
    }

    /** For a payer who has paid but did not come back, or does not know. */
    @PostMapping("/{invoiceNumber}/check")
    String check(@PathVariable String invoiceNumber, @AuthenticationPrincipal SignedIn payer, Locale locale,
            RedirectAttributes redirect) {
        try {
            return settled(payments.check(invoiceNumber, payer.personId()), redirect, locale);
        } catch (GatewayUnavailable | GatewayRefused failure) {
            return problem(invoiceNumber, failure, redirect, locale);
        }
    }

    /**
     * Where the gateway sends the payer's browser back to. Anybody can call this with anything, and again: the
     * parameters only say which payment to ask the gateway about, and {@code Status} not even that.
     */
    @GetMapping("/callback")
    String callback(@RequestParam("Authority") String authority, RedirectAttributes redirect, Locale locale) {
        try {
            return settled(payments.payerReturned(authority), redirect, locale);
        } catch (GatewayUnavailable | GatewayRefused failure) {
            return problem(payments.ofAuthority(authority).invoiceNumber(), failure, redirect, locale);
        }
    }

    /** A callback without an authority, or with one that nobody was sent to the gateway with. */
    @ExceptionHandler({NoSuchElementException.class,
        org.springframework.web.bind.MissingServletRequestParameterException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown() {
        return "payment/unknown";
    }

    private String settled(Invoice invoice, RedirectAttributes redirect, Locale locale) {
        if (invoice.status() == Invoice.Status.PAID) {
            redirect.addFlashAttribute("message", text("payment.done", locale));
        } else {
            redirect.addFlashAttribute("problem", text("payment.notPaid", locale));
        }
        return invoicePage(invoice.invoiceNumber());
    }

    private String problem(String invoiceNumber, RuntimeException failure, RedirectAttributes redirect, Locale locale) {
        LOG.warn("The payment of invoice {} is held up: {}", invoiceNumber, failure.getMessage(), failure);
        boolean refused = failure instanceof GatewayRefused;
        redirect.addFlashAttribute("problem",
            text(refused ? "payment.gatewayRefused" : "payment.gatewayUnavailable", locale));
        return invoicePage(invoiceNumber);
    }

    private static String invoicePage(String invoiceNumber) {
        return "redirect:/payments/" + invoiceNumber;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
