package org.namad.seal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.namad.party.Business;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues, renews, suspends, reinstates and revokes seals. Every change is published as {@link SealChanged} within its
 * transaction. Repeating a change that has been made already does nothing.
 */
@Service
@Transactional
public class SealRegister {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Seals seals;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SealRegister(Seals seals, Clock clock, ApplicationEventPublisher events) {
        this.seals = seals;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Prepares a pending seal, so that its snippet can be placed on the site before it is issued (R16). If the domain
     * has an expired seal of the same owner, that one serves again, with its number, code and record.
     */
    public Seal prepare(Business business, String title, String domain, String url, String activity) {
        Optional<Seal> expired = seals.findByDomain(domain).filter(old -> old.statusAt(now()) == SealStatus.EXPIRED
            && old.business().owner().id().equals(business.owner().id()));
        expired.ifPresent(old -> old.applyAnew(business, title, activity, now()));
        Seal seal = expired.orElseGet(() ->
            seals.save(new Seal(newCode(), business, title, domain, url, activity, now())));
        changed(seal);
        return seal;
    }

    /**
     * Puts a pending or expired seal in force for {@code term} from now (R18).
     *
     * @throws IllegalStateException if it is suspended or was revoked
     */
    public void issue(long sealId, Period term) {
        Seal seal = get(sealId);
        if (seal.statusAt(now()) != SealStatus.ACTIVE) {
            seal.issue(term, now());
            changed(seal);
        }
    }

    /**
     * Takes back a seal that was prepared but is not to be issued; its domain is free again. A seal that was issued
     * before stays as it is.
     */
    public void discard(long sealId) {
        Seal seal = get(sealId);
        if (seal.statusAt(now()) == SealStatus.PENDING) {
            seals.delete(seal);
            changed(seal);
        }
    }

    /** Adds {@code term} to the seal's validity (R18, R19). */
    public void renew(long sealId, Period term) {
        Seal seal = get(sealId);
        seal.renew(term, now());
        changed(seal);
    }

    /** Brings the name of the shop up to date (R18). */
    public void retitle(long sealId, String title) {
        Seal seal = get(sealId);
        seal.retitle(title, now());
        changed(seal);
    }

    /**
     * Takes the seal to another site of its holder. Number and code stay, so that the snippet does, too (R16).
     *
     * @throws IllegalStateException if another seal has the domain, or this one is pending or was revoked
     */
    public void move(long sealId, String domain, String url) {
        Seal seal = get(sealId);
        SealStatus status = seal.statusAt(now());
        boolean taken = seals.findByDomain(domain).filter(other -> !other.id().equals(sealId)).isPresent();
        if (taken || status == SealStatus.PENDING || status == SealStatus.REVOKED) {
            throw new IllegalStateException("seal " + sealId + ", " + status + ", cannot move to " + domain);
        }
        seal.move(domain, url, now());
        changed(seal);
    }

    /** Changes the line of business, a key of {@link Activities}. */
    public void reclassify(long sealId, String activity) {
        Seal seal = get(sealId);
        seal.reclassify(activity, now());
        changed(seal);
    }

    /** Notes the trade licence under which the shop is run (R15). */
    public void license(long sealId, String licenceNumber) {
        get(sealId).license(licenceNumber);
    }

    /** What the public sees of a business was changed (R17): all its seals show that. */
    public void holderChanged(long businessId) {
        seals.findByBusinessIdInOrderById(List.of(businessId)).forEach(seal -> {
            seal.holderChanged(now());
            changed(seal);
        });
    }

    /**
     * Notes how many transactions a month the holder declares (N9).
     *
     * @param perMonth null if the holder declares nothing
     */
    public void declareTransactions(long sealId, Integer perMonth) {
        get(sealId).declareTransactions(perMonth);
    }

    /** Withholds the seal; {@code reason} is published (R26). */
    public void suspend(long sealId, String reason) {
        Seal seal = get(sealId);
        if (seal.statusAt(now()) != SealStatus.SUSPENDED) {
            seal.suspend(reason, now());
            changed(seal);
        }
    }

    /** Puts a suspended seal, or one whose revocation was appealed against, in force again (R26). */
    public void reinstate(long sealId) {
        Seal seal = get(sealId);
        SealStatus status = seal.statusAt(now());
        if (status == SealStatus.SUSPENDED || status == SealStatus.REVOKED) {
            seal.reinstate(now());
            changed(seal);
        }
    }

    /** Takes the seal away, for good unless an appeal is granted; {@code reason} is published (R26). */
    public void revoke(long sealId, String reason) {
        Seal seal = get(sealId);
        if (seal.statusAt(now()) != SealStatus.REVOKED) {
            seal.revoke(reason, now());
            changed(seal);
        }
    }

    /** @throws NoSuchElementException if there is no such seal */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Seal get(long sealId) {
        return seals.findById(sealId).orElseThrow(() -> new NoSuchElementException("no seal " + sealId));
    }

    private void changed(Seal seal) {
        events.publishEvent(new SealChanged(seal.id(), seal.statusAt(now()), now()));
    }

    private Instant now() {
        return clock.instant();
    }

    private String newCode() {
        return random.ints(20, 0, ALPHABET.length())
            .collect(StringBuilder::new, (code, i) -> code.append(ALPHABET.charAt(i)), StringBuilder::append)
            .toString();
    }
}
