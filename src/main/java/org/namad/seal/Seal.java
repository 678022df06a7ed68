package org.namad.seal;

import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.namad.calendar.NamadClock;
import org.namad.casefile.Attributable;
import org.namad.language.PersianText;
import org.namad.party.Business;

/** The trust seal of one website: who holds it, for which domain, until when, and in which state (R16–R18, R26). */
@Entity
@Attributable("seal")
public class Seal {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seal_seq")
    @SequenceGenerator(name = "seal_seq", sequenceName = "seal_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    private String code;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Business business;
    private String title;
    private String searchTitle;
    private String domain;
    private String url;
    private String activity;
    private String licenceNumber;
    @Enumerated(EnumType.STRING)
    private SealStatus status;
    private Instant preparedAt;
    private Instant issuedAt;
    private Instant expiresAt;
    private Instant statusChangedAt;
    private Instant changedAt;
    private String statusReason;
    private int stars;
    private Integer monthlyTransactions;

    protected Seal() {
    }

    Seal(String code, Business business, String title, String domain, String url, String activity, Instant now) {
        this.code = code;
        this.business = business;
        this.title = title;
        this.searchTitle = searchable(title);
        this.domain = domain;
        this.url = url;
        this.activity = activity;
        this.status = SealStatus.PENDING;
        this.preparedAt = now;
        this.statusChangedAt = now;
        this.changedAt = now;
    }

    void issue(Period term, Instant now) {
        SealStatus present = statusAt(now);
        if (present != SealStatus.PENDING && present != SealStatus.EXPIRED) {
            throw new IllegalStateException("seal " + id + " cannot be issued: it is " + present);
        }
        issuedAt = now;
        expiresAt = plus(now, term);
        become(SealStatus.ACTIVE, null, now);
    }

    void suspend(String reason, Instant now) {
        require(SealStatus.ACTIVE);
        become(SealStatus.SUSPENDED, reason, now);
    }

    /** Takes a suspension or, on appeal, a revocation back. */
    void reinstate(Instant now) {
        if (status != SealStatus.SUSPENDED && status != SealStatus.REVOKED) {
            throw new IllegalStateException("seal " + id + " cannot be reinstated: it is " + status);
        }
        become(SealStatus.ACTIVE, null, now);
    }

    void revoke(String reason, Instant now) {
        if (status == SealStatus.PENDING) {
            throw new IllegalStateException("seal " + id + " was never issued");
        }
        become(SealStatus.REVOKED, reason, now);
    }

    /** Adds a term: to the end of the present one, or from now where that has passed already. */
    void renew(Period term, Instant now) {
        if (status == SealStatus.PENDING || status == SealStatus.REVOKED) {
            throw new IllegalStateException("seal " + id + " cannot be renewed: it is " + status);
        }
        expiresAt = plus(expiresAt.isAfter(now) ? expiresAt : now, term);
        changedAt = now;
    }

    void retitle(String newTitle, Instant now) {
        title = newTitle;
        searchTitle = searchable(newTitle);
        changedAt = now;
    }

    /** Another site of the holder shows the seal from now on, with the number and code that it has. */
    void move(String newDomain, String newUrl, Instant now) {
        domain = newDomain;
        url = newUrl;
        changedAt = now;
    }

    void reclassify(String newActivity, Instant now) {
        activity = newActivity;
        changedAt = now;
    }

    void license(String number) {
        licenceNumber = number;
    }

    /** What the public sees of its holder changed. */
    void holderChanged(Instant now) {
        changedAt = now;
    }

    /** The holder applied for the expired seal anew, with these particulars. */
    void applyAnew(Business newBusiness, String newTitle, String newActivity, Instant now) {
        require(SealStatus.ACTIVE);
        business = newBusiness;
        activity = newActivity;
        retitle(newTitle, now);
    }

    void declareTransactions(Integer perMonth) {
        monthlyTransactions = perMonth;
    }

    private void require(SealStatus expected) {
        if (status != expected) {
            throw new IllegalStateException("seal " + id + " is " + status + ", not " + expected);
        }
    }

    private void become(SealStatus newStatus, String reason, Instant now) {
        status = newStatus;
        statusReason = reason;
        statusChangedAt = now;
        changedAt = now;
    }

    private static Instant plus(Instant start, Period term) {
        return ZonedDateTime.ofInstant(start, NamadClock.TEHRAN).plus(term).toInstant();
    }

    /** The form in which titles are compared: folded (N15) and without blanks, which Persian writers use freely. */
    static String searchable(String text) {
        return PersianText.fold(text).replace(" ", "");
    }

    /** What the seal is worth at {@code now}: an active seal whose term has ended is expired, at once (R21). */
    public SealStatus statusAt(Instant now) {
        return status == SealStatus.ACTIVE && !expiresAt.isAfter(now) ? SealStatus.EXPIRED : status;
    }

    /** The public number of the seal, {@code id=N} in the snippet (R16). */
    public Long id() {
        return id;
    }

    /** The seal's code, {@code Code=C} in the snippet: twenty letters and digits that cannot be guessed (R16). */
    public String code() {
        return code;
    }

    public Business business() {
        return business;
    }

    /** The name of the shop as its customers know it. */
    public String title() {
        return title;
    }

    /** The registered host name, lower case, without {@code www.}. */
    public String domain() {
        return domain;
    }

    /** The registered host name as people read it, see {@link Domains#shown}. */
    public String shownDomain() {
        return Domains.shown(domain);
    }

    /** The shop's home page, absolute. */
    public String url() {
        return url;
    }

    /** The shop's line of business: a key of the activity list. */
    public String activity() {
        return activity;
    }

    /** The number of the trade licence under which the shop is run (R15); null if it is not known. */
    public String licenceNumber() {
        return licenceNumber;
    }

    /** When it was last issued; null while pending. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** The end of the term; null while pending. */
    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant statusChangedAt() {
        return statusChangedAt;
    }

    /** When what the public sees of the seal changed last, its term and title included. */
    public Instant changedAt() {
        return changedAt;
    }

    SealBoard.Line line() {
        return new SealBoard.Line(id, code, domain, status, expiresAt, stars, changedAt);
    }

    /** Why the seal was suspended or revoked, as published; otherwise null. */
    public String statusReason() {
        return statusReason;
    }

    /** 0 (not rated) or 2 to 5 (R22). */
    public int stars() {
        return stars;
    }

    /** How many transactions a month the holder declares (N9); null if nothing was declared. */
    public Integer monthlyTransactions() {
        return monthlyTransactions;
    }
}
