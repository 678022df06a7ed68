package org.namad.amendment;

import java.time.Clock;

import org.namad.monitoring.Placement;
import org.namad.monitoring.PlacementCheck;
import org.namad.party.Business;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Seals;
import org.namad.issuance.Applications;
import org.namad.seal.SealStatus;
import org.namad.verification.Answer;
import org.namad.verification.Finding;
import org.namad.verification.LicenceRegistry;
import org.namad.verification.RegistryUnavailable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does the single steps of a change; which step comes when is the process model's to say. */
@Service
@Transactional
public class AmendmentRegister {

    private final Amendments amendments;
    private final SealRegister register;
    private final Seals seals;
    private final Applications applications;
    private final LicenceRegistry licences;
    private final PlacementCheck placements;
    private final Clock clock;

    AmendmentRegister(Amendments amendments, SealRegister register, Seals seals, Applications applications,
            LicenceRegistry licences, PlacementCheck placements, Clock clock) {
        this.amendments = amendments;
        this.register = register;
        this.seals = seals;
        this.applications = applications;
        this.licences = licences;
        this.placements = placements;
        this.clock = clock;
    }

    /**
     * Takes a wish.
     *
     * @throws AmendmentRefused if it is none, one of the same is under way, or the seal or the new site does not allow it
     */
    public Amendment open(NewAmendment wish) {
        Seal seal = register.get(wish.sealId());
        checkSeal(seal, wish.subject());
        if (wish.wanted().equals(wish.subject().of(seal))) {
            throw new AmendmentRefused(AmendmentRefused.Reason.UNCHANGED);
        }
        Amendment amendment = new Amendment(wish, seal, clock.instant());
        if (amendments.existsByOpenSubject(amendment.openSubject())) {
            throw new AmendmentRefused(AmendmentRefused.Reason.OPEN_ALREADY);
        }
        if (wish.subject() == Subject.DOMAIN && (amendments.existsByOpenDomain(wish.wanted().text())
                || !isFree(wish.wanted().text()))) {
            throw new AmendmentRefused(AmendmentRefused.Reason.DOMAIN_TAKEN);
        }
        return amendments.saveAndFlush(amendment);
    }

    private void checkSeal(Seal seal, Subject subject) {
        SealStatus status = seal.statusAt(clock.instant());
        boolean allowed = status == SealStatus.ACTIVE
            || subject != Subject.DOMAIN && (status == SealStatus.SUSPENDED || status == SealStatus.EXPIRED);
        if (!allowed) {
            throw new AmendmentRefused(AmendmentRefused.Reason.NOT_IN_FORCE);
        }
    }

    private boolean isFree(String domain) {
        return seals.findByDomain(domain).isEmpty() && applications.findByOpenDomain(domain).isEmpty();
    }

    /** The change reaches a state that its holder sees. */
    public void enter(long id, Amendment.Status status) {
        amendments.get(id).enter(status);
    }

    /**
     * Asks the registry whether the licence is in force, for this holder and line of business (R15).
     *
     * @throws RegistryUnavailable if it does not answer in time
     */
    public Finding checkLicence(long id) {
        Amendment amendment = amendments.get(id);
        Seal seal = amendment.seal();
        Business business = seal.business();
        String holderId = business.kind() == Business.Kind.LEGAL ? business.legalId()
            : business.owner().nationalId().value();
        Answer answer = licences.check(amendment.wanted().text(), holderId, seal.activity());
        amendment.found(answer);
        return answer.finding();
    }

    /**
     * Keeps what an officer decided, and why.
     *
     * @throws IllegalArgumentException if the reasons are missing or too long
     * @throws AmendmentRefused         if it is approved, but the site has got another seal meanwhile
     */
    public void review(long id, boolean approved, String reasons, String officer) {
        Amendment amendment = amendments.get(id);
        if (approved && amendment.subject() == Subject.DOMAIN && !isFree(amendment.wanted().text())) {
            throw new AmendmentRefused(AmendmentRefused.Reason.DOMAIN_TAKEN);
        }
        amendment.review(approved, reasons, officer, clock.instant());
    }

    /** Looks whether the site to which the seal is to move shows it (R16). */
    public Placement checkPlacement(long id) {
        Amendment amendment = amendments.get(id);
        String domain = amendment.wanted().text();
        Placement found = placements.check(amendment.seal().id(), domain, home(domain));
        amendment.placementChecked(found, clock.instant());
        return found;
    }

    /** Writes the new value into the register; everything that shows it follows (R17). */
    public void apply(long id) {
        Amendment amendment = amendments.get(id);
        Seal seal = amendment.seal();
        Business business = seal.business();
        Datum wanted = amendment.wanted();
        switch (amendment.subject()) {
            case PHONE -> business.relocate(business.province(), business.city(), business.address(), wanted.text());
            case ADDRESS -> business.relocate(wanted.province(), wanted.city(), wanted.text(), business.phone());
            case NAME -> business.rename(wanted.text());
            case TRANSACTIONS -> register.declareTransactions(seal.id(),
                wanted.isPresent() ? Integer.valueOf(wanted.text()) : null);
            case TITLE -> register.retitle(seal.id(), wanted.text());
            case ACTIVITY -> register.reclassify(seal.id(), wanted.text());
            case LICENCE -> register.license(seal.id(), wanted.text());
            case DOMAIN -> register.move(seal.id(), wanted.text(), home(wanted.text()));
        }
        if (amendment.subject().isOfBusiness()) {
            register.holderChanged(business.id());
        }
        amendment.close(Amendment.Status.APPLIED, clock.instant());
    }

    /** Ends a change that was not applied. */
    public void close(long id, Amendment.Status outcome) {
        amendments.get(id).close(outcome, clock.instant());
    }

    /** The home page of a site. */
    static String home(String domain) {
        return "http://" + domain + "/";
    }
}
