package org.namad.issuance;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.namad.document.Document;
import org.namad.document.DocumentRefused;
import org.namad.document.Documents;
import org.namad.engine.UserCommands;
import org.namad.issuance.ApplicationRefused.Reason;
import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.renewal.RenewalDesk;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where applications are handed in and corrected (R11, R12). */
@Service
public class ApplicationDesk {

    private final Applications applications;
    private final ApplicationFlow flow;
    private final People people;
    private final Businesses businesses;
    private final Seals seals;
    private final Renewals renewals;
    private final RenewalDesk renewalDesk;
    private final SiteClaims claims;
    private final Documents documents;
    private final DraftDesk drafts;
    private final UserCommands commands;
    private final Clock clock;

    ApplicationDesk(Applications applications, ApplicationFlow flow, People people, Businesses businesses, Seals seals,
            Renewals renewals, RenewalDesk renewalDesk, SiteClaims claims, Documents documents, DraftDesk drafts,
            UserCommands commands, Clock clock) {
        this.applications = applications;
        this.flow = flow;
        this.people = people;
        this.businesses = businesses;
        this.seals = seals;
        this.renewals = renewals;
        this.renewalDesk = renewalDesk;
        this.claims = claims;
        this.documents = documents;
        this.drafts = drafts;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Takes an application and sets it on its way. The same submission sent again gives the same application.
     *
     * @param uploads its documents, as far as they are not kept with its draft
     * @throws ApplicationRefused if the domain has an application or a seal that is not to be had anew, a seal is about
     *                            to move there, somebody else represents the company, or a document is missing
     * @throws DocumentRefused    if a document is of the wrong type or too large
     */
    public Application submit(NewApplication submitted, List<Upload> uploads) {
        try {
            return commands.run(() -> submittedBefore(submitted.submissionId(), submitted.applicantId())
                .orElseGet(() -> take(submitted, uploads)));
        } catch (DataIntegrityViolationException lost) {
            // Another submission for the domain, or this one sent twice at once, was faster: the constraint decides.
            return commands.run(() -> submittedBefore(submitted.submissionId(), submitted.applicantId())
                .orElseThrow(() -> new ApplicationRefused(Reason.DOMAIN_OPEN)));
        }
    }

    /** The application that came of this person's form with this id, if it was sent. */
    @Transactional(readOnly = true)
    public Optional<Application> submittedBefore(String submissionId, long applicantId) {
        return applications.findBySubmissionId(submissionId)
            .filter(application -> application.applicant().id() == applicantId);
    }

    private Application take(NewApplication submitted, List<Upload> uploads) {
        checkRepresentative(submitted.particulars(), submitted.applicantId());
        checkDocuments(submitted.particulars().kind(),
            kept(submitted.submissionId(), submitted.applicantId()), uploads);
        if (applications.findByOpenDomain(submitted.domain()).isPresent()) {
            throw new ApplicationRefused(Reason.DOMAIN_OPEN);
        }
        Person applicant = people.findById(submitted.applicantId()).orElseThrow();
        Application application = applications.saveAndFlush(new Application(submitted, applicant, clock.instant()));
        // Only now: from here on nobody else can get a seal for the domain.
        if (claims.isClaimed(submitted.domain())) {
            throw new ApplicationRefused(Reason.DOMAIN_CLAIMED);
        }
        seals.findByDomain(submitted.domain()).ifPresent(seal -> checkExpired(seal, applicant));
        store(application, uploads, applicant.id());
        drafts.handOver(application, application.submissionId(), applicant.id());
        flow.start(application);
        return application;
    }

    /**
     * Takes the correction that an officer asked for; the registries are asked anew.
     *
     * @param personId who corrects: the applicant, or a delegate of the company
     * @param uploads  new documents, for those that are to be replaced; others may be kept with the correction's draft
     * @throws ApplicationRefused     if no correction is awaited, somebody else represents the company, or a document
     *                                is missing
     * @throws DocumentRefused        if a document is of the wrong type or too large
     * @throws NoSuchElementException if this person has no such application
     */
    public void correct(long applicationId, long personId, Particulars particulars, List<Upload> uploads) {
        commands.run(() -> takeCorrection(applicationId, personId, particulars, uploads));
    }

    private Application takeCorrection(long applicationId, long personId, Particulars particulars,
            List<Upload> uploads) {
        Application application = followed(applicationId, personId);
        String draft = DraftDesk.tokenOfCorrection(applicationId, personId);
        checkRepresentative(particulars, application.applicant().id());
        checkDocuments(particulars.kind(), Stream.concat(documents(application).stream(),
            kept(draft, personId).stream()).toList(), uploads);
        if (application.stage() != Stage.CORRECTION) {
            throw new ApplicationRefused(Reason.NOT_AWAITED);
        }
        application.correct(particulars, clock.instant());
        store(application, uploads, personId);
        drafts.handOver(application, draft, personId);
        if (!flow.corrected(application)) {
            throw new ApplicationRefused(Reason.NOT_AWAITED);
        }
        return application;
    }

    /**
     * The application, for the applicant and for delegates of the company that it is about.
     *
     * @throws NoSuchElementException if this person has no such application
     */
    @Transactional(readOnly = true)
    public Application followed(long applicationId, long personId) {
        return applications.followedBy(personId).stream()
            .filter(application -> application.id() == applicationId).findFirst()
            .orElseThrow(() -> new NoSuchElementException("no application " + applicationId + " of " + personId));
    }

    /** The latest document for each purpose. */
    @Transactional(readOnly = true)
    public List<Document> documents(Application application) {
        return List.copyOf(documents.of(application.key().toString()).stream()
            .collect(Collectors.toMap(Document::purpose, document -> document, (earlier, later) -> later,
                TreeMap::new)).values());
    }

    /** A seal that has expired can be applied for anew by its owner, once nothing stands against it any more (R20). */
    private void checkExpired(Seal seal, Person applicant) {
        boolean own = seal.business().owner().id().equals(applicant.id());
        if (!own || seal.statusAt(clock.instant()) != SealStatus.EXPIRED
                || renewals.findBySealIdAndClosedAtIsNull(seal.id()).isPresent()) {
            throw new ApplicationRefused(Reason.DOMAIN_SEALED);
        }
        renewalDesk.blockedUntil(seal.id()).ifPresent(until -> {
            throw new ApplicationRefused(Reason.DOMAIN_BLOCKED, until);
        });
    }

    private void checkRepresentative(Particulars particulars, long applicantId) {
        boolean others = particulars.kind() == Business.Kind.LEGAL && businesses.findByLegalId(particulars.legalId())
            .filter(company -> company.owner().id() != applicantId).isPresent();
        if (others) {
            throw new ApplicationRefused(Reason.OTHER_REPRESENTATIVE);
        }
    }

    private static void checkDocuments(Business.Kind kind, Collection<Document> present, List<Upload> uploads) {
        boolean complete = DocumentPurpose.requiredOf(kind).stream().allMatch(purpose ->
            uploads.stream().anyMatch(upload -> upload.purpose() == purpose)
                || present.stream().anyMatch(document -> document.purpose().equals(purpose.name())));
        if (!complete) {
            throw new ApplicationRefused(Reason.DOCUMENT_MISSING);
        }
    }

    private Collection<Document> kept(String token, long ownerId) {
        return drafts.documents(token, ownerId).values();
    }

    private void store(Application application, List<Upload> uploads, Long by) {
        uploads.forEach(upload -> documents.store(application.key().toString(), upload.purpose().name(),
            upload.file(), by));
    }
}
