package org.namad.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.namad.casefile.CaseKey;
import org.namad.engine.UserCommands;
import org.namad.party.Businesses;
import org.namad.party.People;
import org.namad.party.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens invoices and takes payments through the gateway (R14). No transaction is open while the gateway is asked.
 * Whether something is paid is decided by the gateway's answer to our own question, never by what a browser brings
 * back; asking again changes nothing.
 */
@Service
public class Payments {

    /** A payer who comes back to the pay button within this time is sent to the same payment page again. */
    private static final Duration REUSE = Duration.ofMinutes(10);
    /** A payer who is not back after this time may not come back at all. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(2);
    /** After this time the gateway no longer takes money for an attempt, and we stop asking. */
    private static final Duration ABANDON = Duration.ofHours(1);
    private static final Set<PaymentAttempt.Status> UNSETTLED = EnumSet.of(PaymentAttempt.Status.STARTED,
        PaymentAttempt.Status.RETURNED);
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    private final EntityManager entities;
    private final ZarinPal gateway;
    private final People people;
    private final Businesses businesses;
    private final UserCommands commands;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(EntityManager entities, ZarinPal gateway, People people, Businesses businesses,
            UserCommands commands, ApplicationEventPublisher events, Clock clock) {
        this.entities = entities;
        this.gateway = gateway;
        this.people = people;
        this.businesses = businesses;
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the invoice of a case; a case that has one already keeps it as it is.
     *
     * @param businessId the business that is charged, whose users may pay as well as the payer; null if there is none yet
     */
    @Transactional
    public Invoice open(CaseKey key, List<InvoiceItem> items, long payerPersonId, Long businessId) {
        return of(key).orElseGet(() -> {
            Invoice invoice = new Invoice(key, items, payerPersonId, businessId, clock.instant());
            entities.persist(invoice);
            return invoice;
        });
    }

    /** Closes an invoice that nobody may pay any more, because the case is over; a paid one stays paid. */
    @Transactional
    public void cancel(CaseKey key) {
        of(key).ifPresent(Invoice::cancel);
    }

    /** The invoice of a case, if one was opened. */
    @Transactional(readOnly = true)
    public Optional<Invoice> of(CaseKey key) {
        return entities.createQuery("select i from Invoice i where i.caseKey = :key", Invoice.class)
            .setParameter("key", key.toString()).getResultList().stream().findFirst();
    }

    /** The invoices of this payer and of the businesses that they may act for, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Invoice> ofPayer(long personId, Pageable page) {
        List<Invoice> found = entities.createQuery("select i from Invoice i where i.payerId = :payer "
            + "or i.businessId in :businesses order by i.openedAt desc, i.id desc", Invoice.class)
            .setParameter("payer", personId).setParameter("businesses", businesses.actedForBy(personId))
            .setFirstResult((int) page.getOffset()).setMaxResults(page.getPageSize() + 1).getResultList();
        return new SliceImpl<>(found.stream().limit(page.getPageSize()).toList(), page,
            found.size() > page.getPageSize());
    }

    /**
     * The invoice with this number, for its payer and whoever may act for the business that is charged.
     *
     * @throws NoSuchElementException if there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public Invoice ofPayer(String invoiceNumber, long personId) {
        return (invoiceNumber.matches("\\d{1,18}") ? Optional.of(Long.parseLong(invoiceNumber)) : Optional.<Long>empty())
            .map(id -> entities.find(Invoice.class, id))
            .filter(invoice -> invoice.payerId() == personId
                || invoice.businessId() != null && businesses.mayAct(personId, invoice.businessId()))
            .orElseThrow(() -> new NoSuchElementException("no invoice " + invoiceNumber + " of person " + personId));
    }

    /**
     * Starts a payment. Should an earlier visit to the gateway turn out to have paid, nothing is started.
     *
     * @param description what is paid for, as the gateway shows it
     * @return the gateway's page where the payer pays; empty if the invoice is not open (any more)
     * @throws NoSuchElementException if this person has no such invoice
     * @throws GatewayUnavailable     if the gateway does not answer
     * @throws GatewayRefused         if the gateway does not want the payment
     */
    public Optional<URI> pay(String invoiceNumber, long personId, String description) {
        Invoice invoice = check(invoiceNumber, personId);
        if (invoice.status() != Invoice.Status.OPEN) {
            return Optional.empty();
        }
        Optional<PaymentAttempt> recent = unsettled(invoice.id()).stream()
            .filter(attempt -> attempt.canBeResumed(clock.instant().minus(REUSE))).findFirst();
        if (recent.isPresent()) {
            return Optional.of(gateway.startPage(recent.get().authority()));
        }
        Person payer = people.findById(personId).orElseThrow();
        long amountRial = Math.multiplyExact(invoice.totalToman(), 10);
        String authority = gateway.request(amountRial, description, payer.mobile(), payer.email(), invoiceNumber);
        commands.run(() -> {
            PaymentAttempt started = new PaymentAttempt(invoice.id(), authority, amountRial, clock.instant());
            entities.persist(started);
            return started;
        });
        return Optional.of(gateway.startPage(authority));
    }

    /**
     * Asks the gateway about every visit of the payer that has not been settled, for a payer who did not come back.
     *
     * @return the invoice as it stands then
     * @throws NoSuchElementException if this person has no such invoice
     * @throws GatewayUnavailable     if the gateway does not answer
     */
    public Invoice check(String invoiceNumber, long personId) {
        Invoice invoice = ofPayer(invoiceNumber, personId);
        unsettled(invoice.id()).forEach(attempt -> settle(attempt.authority()));
        return ofPayer(invoiceNumber, personId);
    }

    /**
     * Asks the gateway whether the visit known as {@code authority} has paid, and if so records it, once, and publishes
     * {@link InvoicePaid}.
     *
     * @return the invoice as it stands then
     * @throws NoSuchElementException if no payment was started under this authority
     * @throws GatewayUnavailable     if the gateway does not answer
     */
    public Invoice settle(String authority) {
        PaymentAttempt attempt = attempt(authority);
        if (!attempt.isConfirmed()) {
            gateway.verify(authority, attempt.amountRial()).ifPresent(receipt -> recordPayment(authority, receipt));
        }
        return entities.find(Invoice.class, attempt.invoiceId());
    }

    /** Settles, see {@link #settle}, for a payer whom the gateway has sent back to us, paid or not. */
    public Invoice payerReturned(String authority) {
        Invoice invoice = settle(authority);
        if (invoice.status() == Invoice.Status.OPEN) {
            commands.run(() -> {
                PaymentAttempt attempt = attempt(authority);
                attempt.payerReturned();
                return attempt;
            });
        }
        return invoice;
    }

    /**
     * The invoice for which a payment was started under {@code authority}.
     *
     * @throws NoSuchElementException if there is none
     */
    @Transactional(readOnly = true)
    public Invoice ofAuthority(String authority) {
        return entities.find(Invoice.class, attempt(authority).invoiceId());
    }

    /** The payments that were started a while ago and are not settled. */
    List<String> leftAlone() {
        return entities.createQuery("select a.authority from PaymentAttempt a where a.status in :open "
            + "and a.startedAt < :before order by a.id", String.class)
            .setParameter("open", UNSETTLED)
            .setParameter("before", clock.instant().minus(LEFT_ALONE)).setMaxResults(100).getResultList();
    }

    /** No longer asks about a payment that can no longer be made; its payer still may, see {@link #settle}. */
    @Transactional
    void abandonIfOld(String authority) {
        PaymentAttempt attempt = attempt(authority);
        if (!attempt.isConfirmed() && attempt.startedAt().isBefore(clock.instant().minus(ABANDON))) {
            attempt.abandon();
        }
    }

    /** A deadline that passes at the same moment may win: then the money is noted as surplus, and the payer told. */
    private Invoice recordPayment(String authority, ZarinPal.Receipt receipt) {
        return commands.run(() -> {
            PaymentAttempt attempt = attempt(authority);
            // The lock lets concurrent callbacks, and a second payment of the same invoice, come one after the other.
            Invoice invoice = entities.find(Invoice.class, attempt.invoiceId(), LockModeType.PESSIMISTIC_WRITE);
            entities.refresh(attempt);
            if (attempt.isConfirmed()) {
                return invoice;
            }
            if (invoice.status() != Invoice.Status.OPEN) {
                attempt.surplus(receipt.refId());
                LOG.error("Payment {} came for invoice {}, which is {}: pay it back", receipt.refId(),
                    invoice.invoiceNumber(), invoice.status());
                return invoice;
            }
            attempt.paid(receipt.refId());
            invoice.paid(receipt.refId(), receipt.cardPan(), clock.instant());
            events.publishEvent(new InvoicePaid(invoice.caseKey(), invoice.invoiceNumber(), invoice.paidAt()));
            return invoice;
        });
    }

    private PaymentAttempt attempt(String authority) {
        return entities.createQuery("select a from PaymentAttempt a where a.authority = :authority",
            PaymentAttempt.class).setParameter("authority", authority).getResultList().stream().findFirst()
            .orElseThrow(() -> new NoSuchElementException("no payment was started as " + authority));
    }

    private List<PaymentAttempt> unsettled(long invoiceId) {
        return entities.createQuery("select a from PaymentAttempt a where a.invoiceId = :invoice and a.status in :open "
            + "order by a.id desc", PaymentAttempt.class)
            .setParameter("invoice", invoiceId).setParameter("open", UNSETTLED).getResultList();
    }
}
