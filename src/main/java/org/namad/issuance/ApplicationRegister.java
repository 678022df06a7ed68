package org.namad.issuance;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.NoSuchElementException;

import org.namad.monitoring.Fault;
import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.LegalId;
import org.namad.payment.InvoiceItem;
import org.namad.payment.Payments;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.verification.Answer;
import org.namad.verification.Finding;
import org.namad.verification.IdentityRegistry;
import org.namad.verification.LicenceRegistry;
import org.namad.verification.PoliceRegistry;
import org.namad.verification.RegistryUnavailable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does the single steps of an application's course; which step comes when is the process model's to say. */
@Service
@Transactional
public class ApplicationRegister {

    private final Applications applications;
    private final IdentityRegistry identities;
    private final LicenceRegistry licences;
    private final PoliceRegistry police;
    private final Payments payments;
    private final Businesses businesses;
    private final SealRegister seals;
    private final Clock clock;

    ApplicationRegister(Applications applications, IdentityRegistry identities, LicenceRegistry licences,
            PoliceRegistry police, Payments payments, Businesses businesses, SealRegister seals, Clock clock) {
        this.applications = applications;
        this.identities = identities;
        this.licences = licences;
        this.police = police;
        this.payments = payments;
        this.businesses = businesses;
        this.seals = seals;
        this.clock = clock;
    }

    /** @throws NoSuchElementException if there is no such application */
    public Application get(long id) {
        return applications.findById(id).orElseThrow(() -> new NoSuchElementException("no application " + id));
    }

    /** The application reaches a stage that its applicant sees. */
    public void enter(long id, Stage stage) {
        get(id).enter(stage, now());
    }

    /**
     * Asks a registry and keeps its answer (R15).
     *
     * @throws RegistryUnavailable if it does not answer in time
     */
    public Finding check(long id, Registry registry) {
        Application application = get(id);
        Answer answer = switch (registry) {
            case IDENTITY -> identities.check(application.applicant().nationalId(),
                application.applicant().fullName(), application.applicant().birthDate());
            case LICENCE -> licences.check(application.particulars().licenceNumber(), application.holderId(),
                application.particulars().activity());
            case POLICE -> police.check(application.applicant().nationalId(), application.particulars().activity());
        };
        application.found(registry, answer);
        return answer.finding();
    }

    /** An officer asks the applicant to correct something. */
    public void askForCorrection(long id, String what) {
        get(id).askForCorrection(what);
    }

    /** Keeps the fee that was determined, item by item (R14). */
    public void charge(long id, List<InvoiceItem> items) {
        get(id).charge(items);
    }

    /** Opens the invoice over the fee (R14). */
    public void openInvoice(long id) {
        Application application = get(id);
        Long company = application.particulars().kind() == Business.Kind.LEGAL
            ? businesses.findByLegalId(application.particulars().legalId()).map(Business::id).orElse(null) : null;
        application.invoiced(payments.open(application.key(), application.fee(), application.applicant().id(), company)
            .invoiceNumber());
    }

    /** Prepares the pending seal whose snippet the applicant places on the site (R16); returns its id. */
    public long prepareSeal(long id) {
        Application application = get(id);
        if (application.sealId() == null) {
            Particulars particulars = application.particulars();
            Seal seal = seals.prepare(business(application), particulars.title(), application.domain(),
                "http://" + application.domain() + "/", particulars.activity());
            seals.declareTransactions(seal.id(), particulars.monthlyTransactions());
            seals.license(seal.id(), particulars.licenceNumber());
            application.prepared(seal.id());
        }
        return application.sealId();
    }

    private Business business(Application application) {
        Particulars particulars = application.particulars();
        Business business = (particulars.kind() == Business.Kind.LEGAL
            ? businesses.findByLegalId(particulars.legalId())
            : businesses.findByOwnerId(application.applicant().id()).stream()
                .filter(own -> own.kind() == Business.Kind.NATURAL && own.name().equals(particulars.businessName()))
                .findFirst())
            .orElseGet(() -> particulars.kind() == Business.Kind.LEGAL
                ? Business.ofLegalPerson(new LegalId(particulars.legalId()), particulars.businessName(),
                    application.applicant())
                : Business.ofNaturalPerson(application.applicant(), particulars.businessName()));
        business.relocate(particulars.province(), particulars.city(), particulars.address(), particulars.phone());
        return businesses.save(business);
    }

    /** Notes what a look at the site found (R16). */
    public void placementChecked(long id, Fault fault) {
        get(id).placementChecked(fault, now());
    }

    /** Puts the seal in force for {@code term} (R18). */
    public void issue(long id, Period term) {
        Application application = get(id);
        seals.issue(application.sealId(), term);
        application.issued(now());
    }

    /** Ends without a seal: frees the domain, discards a seal that was never issued, cancels an unpaid invoice. */
    public void close(long id, Stage outcome, String reason) {
        Application application = get(id);
        if (application.sealId() != null) {
            seals.discard(application.sealId());
        }
        payments.cancel(application.key());
        application.close(outcome, reason, now());
    }

    private Instant now() {
        return clock.instant();
    }
}
