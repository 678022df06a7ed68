package org.namad.party;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.Outbox;
import org.namad.party.DelegationRefused.Reason;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the owner of a company invites others to act for it and withdraws them, and where they answer (R12). An
 * invitation is answered by its link and by the holder of the national ID that it names, so that neither a mail gone
 * astray nor a registration under a borrowed national ID is enough.
 */
@Service
public class DelegationDesk {

    /** How many invitations one business may send within {@link #WINDOW}. */
    static final int INVITATIONS = 10;
    private static final Duration WINDOW = Duration.ofDays(1);

    private final Delegations delegations;
    private final Businesses businesses;
    private final People people;
    private final Outbox outbox;
    private final SignedLinks links;
    private final JalaliDates dates;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DelegationDesk(Delegations delegations, Businesses businesses, People people, Outbox outbox, SignedLinks links,
            JalaliDates dates, TransactionTemplate transaction, Clock clock) {
        this.delegations = delegations;
        this.businesses = businesses;
        this.people = people;
        this.outbox = outbox;
        this.links = links;
        this.dates = dates;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The address, without signature, at which an invitation is answered. */
    public static String path(long delegationId) {
        return "/delegations/" + delegationId;
    }

    /**
     * Invites somebody to act for a company and mails the invitation, in the owner's language.
     *
     * @throws NoSuchElementException if this person owns no such business
     * @throws DelegationRefused      if the business is no company, or the invited is its owner, acts for it or is invited
     *                                already, or too many were invited today
     */
    public Delegation invite(long businessId, long ownerId, NewDelegate invited) {
        try {
            return transaction.execute(status -> inviteOnce(owned(businessId, ownerId), invited));
        } catch (DataIntegrityViolationException sentTwice) {
            throw new DelegationRefused(Reason.OPEN);
        }
    }

    private Delegation inviteOnce(Business business, NewDelegate invited) {
        Instant now = clock.instant();
        if (business.kind() != Business.Kind.LEGAL) {
            throw new DelegationRefused(Reason.NOT_A_COMPANY);
        }
        if (business.owner().nationalId().value().equals(invited.nationalId())) {
            throw new DelegationRefused(Reason.OWNER);
        }
        delegations.findByBusinessIdAndOpenNationalId(business.id(), invited.nationalId()).ifPresent(open -> {
            if (open.state() == Delegation.State.ACTIVE || open.isAwaited(now)) {
                throw new DelegationRefused(Reason.OPEN);
            }
            open.end(now);
            delegations.saveAndFlush(open);
        });
        if (delegations.countByBusinessIdAndInvitedAtAfter(business.id(), now.minus(WINDOW)) >= INVITATIONS) {
            throw new DelegationRefused(Reason.TOO_MANY);
        }
        Delegation delegation = delegations.saveAndFlush(new Delegation(business, invited, now));
        mail(delegation, "delegation-invitation", invited.name(), invited.email());
        return delegation;
    }

    /**
     * The invited person takes it on and may act for the business from now on; doing so again changes nothing.
     *
     * @throws DelegationRefused if it is for somebody else, or over
     */
    public Delegation accept(long delegationId, long personId) {
        return answer(delegationId, personId, true);
    }

    /**
     * The invited person does not want it.
     *
     * @throws DelegationRefused if it is for somebody else, or over
     */
    public Delegation decline(long delegationId, long personId) {
        return answer(delegationId, personId, false);
    }

    private Delegation answer(long delegationId, long personId, boolean yes) {
        return transaction.execute(status -> {
            Delegation delegation = delegations.findById(delegationId).orElseThrow();
            Person person = people.findById(personId).orElseThrow();
            if (!delegation.nationalId().equals(person.nationalId())) {
                throw new DelegationRefused(Reason.SOMEBODY_ELSE);
            }
            Delegation.State wanted = yes ? Delegation.State.ACTIVE : Delegation.State.DECLINED;
            if (delegation.state() != wanted) {
                if (!delegation.isAwaited(clock.instant())) {
                    throw new DelegationRefused(Reason.OVER);
                }
                if (yes) {
                    delegation.accept(person, clock.instant());
                } else {
                    delegation.decline(person, clock.instant());
                }
                Person owner = delegation.business().owner();
                mail(delegation, yes ? "delegation-accepted" : "delegation-declined", owner.fullName(), owner.email());
            }
            return delegation;
        });
    }

    /**
     * The owner withdraws a delegate or an invitation, or the delegate steps down: at once.
     *
     * @throws NoSuchElementException if it is neither this person's nor about a business that the person owns
     */
    public Delegation end(long delegationId, long personId) {
        return transaction.execute(status -> {
            Delegation delegation = delegations.findById(delegationId).filter(found ->
                    found.business().owner().id() == personId
                        || found.delegate() != null && found.delegate().id() == personId)
                .orElseThrow(() -> new NoSuchElementException("no delegation " + delegationId + " of " + personId));
            boolean inForce = delegation.state() == Delegation.State.ACTIVE;
            delegation.end(clock.instant());
            if (inForce) {
                Person owner = delegation.business().owner();
                Person delegate = delegation.delegate();
                mail(delegation, "delegation-ended", owner.fullName(), owner.email());
                mail(delegation, "delegation-ended", delegate.fullName(), delegate.email());
            }
            return delegation;
        });
    }

    private Business owned(long businessId, long ownerId) {
        return businesses.findWithOwnerById(businessId).filter(business -> business.owner().id() == ownerId)
            .orElseThrow(() -> new NoSuchElementException("no business " + businessId + " of " + ownerId));
    }

    /** In the owner's language: of somebody invited no other is known. */
    private void mail(Delegation delegation, String template, String name, String address) {
        Person owner = delegation.business().owner();
        Locale language = Locale.forLanguageTag(owner.language());
        outbox.post(new CaseKey(Delegation.KIND, delegation.id()), template, template,
            new Recipient(name, address, language), Map.of(
                "businessName", delegation.business().name(),
                "ownerName", owner.fullName(),
                "delegateName", delegation.name(),
                "invitedUntil", dates.dateTime(delegation.invitedUntil(), language),
                "invitationLink", links.sign(path(delegation.id()), delegation.invitedUntil()),
                "businessLink", links.absolute("/panel/businesses/" + delegation.business().id())));
    }
}
