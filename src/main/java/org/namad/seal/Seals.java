package org.namad.seal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The register of seals. States change through {@link SealRegister}. */
public interface Seals extends Repository<Seal, Long> {

    Seal save(Seal seal);

    void delete(Seal seal);

    Optional<Seal> findById(Long id);

    /** @param domain lower case, without {@code www.}, see {@link Domains#of} */
    Optional<Seal> findByDomain(String domain);

    /**
     * The seal of the site that {@code host} belongs to: its own, or that of the nearest domain above it, which takes in
     * its subdomains; of seals that were ever issued.
     *
     * @param host as {@link Domains#of} gives it
     */
    default Optional<Seal> findByHost(String host) {
        for (String domain = host; domain.indexOf('.') > 0; domain = domain.substring(domain.indexOf('.') + 1)) {
            Optional<Seal> found = findByDomain(domain).filter(seal -> seal.issuedAt() != null);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The seal with its holder, if {@code code} is its code. */
    @Query("select s from Seal s join fetch s.business b join fetch b.owner where s.id = :id and s.code = :code")
    Optional<Seal> findByIdAndCode(Long id, String code);

    /** As {@link #findByIdAndCode}, for a number and a code as they came with an address: missing or nonsense perhaps. */
    default Optional<Seal> findByAddress(String id, String code) {
        return id != null && id.matches("\\d{1,18}") && code != null
            ? findByIdAndCode(Long.valueOf(id), code) : Optional.empty();
    }

    /** The seals with these numbers and their holders, in no particular order. */
    @Query("select s from Seal s join fetch s.business b join fetch b.owner where s.id in :ids")
    List<Seal> findAllById(Collection<Long> ids);

    /** What the search knows of the seals from number {@code first} on, by number. */
    @Query("select new org.namad.seal.SealSearch$Entry(s.id, s.title, s.domain, b.name, b.province, s.activity, s.status, "
        + "s.expiresAt, s.stars) from Seal s join s.business b where s.id >= :first order by s.id")
    List<SealSearch.Entry> entriesFrom(long first, Limit limit);

    /** What the search knows of one seal. */
    @Query("select new org.namad.seal.SealSearch$Entry(s.id, s.title, s.domain, b.name, b.province, s.activity, s.status, "
        + "s.expiresAt, s.stars) from Seal s join s.business b where s.id = :id")
    Optional<SealSearch.Entry> entry(long id);

    /** The seals of these businesses, by number. */
    List<Seal> findByBusinessIdInOrderById(Collection<Long> businessIds);

    /** Seals that changed their state from {@code start} on and before {@code end}, the earliest first. */
    @Query("select s from Seal s where s.statusChangedAt >= :start and s.statusChangedAt < :end "
        + "order by s.statusChangedAt")
    List<Seal> changedBetween(Instant start, Instant end);

    /** What the badge of every seal shows. */
    @Query("select new org.namad.seal.SealBoard$Line(s.id, s.code, s.domain, s.status, s.expiresAt, s.stars, s.changedAt) from Seal s")
    List<SealBoard.Line> board();

    /** What the badges of the seals show that have changed since {@code since}. */
    @Query("select new org.namad.seal.SealBoard$Line(s.id, s.code, s.domain, s.status, s.expiresAt, s.stars, s.changedAt) from Seal s "
        + "where s.changedAt >= :since")
    List<SealBoard.Line> boardSince(Instant since);

    /**
     * Seals that were ever issued, by their last public change: those after the change at {@code since} of the seal
     * {@code sealId} and before {@code until}, the earliest first. What changed at the same moment goes by number.
     */
    @Query("select s from Seal s where s.issuedAt is not null and s.changedAt >= :since "
        + "and (s.changedAt > :since or s.id > :sealId) and s.changedAt < :until order by s.changedAt, s.id")
    List<Seal> changesAfter(Instant since, long sealId, Instant until, Limit limit);

    long count();

    /** When the first seal was issued of those that there are; empty without any. */
    @Query("select min(s.issuedAt) from Seal s")
    Optional<Instant> firstIssued();

    /** How many seals were issued last from {@code start} on and before {@code end}. */
    @Query("select count(s) from Seal s where s.issuedAt >= :start and s.issuedAt < :end")
    long issuedBetween(Instant start, Instant end);

    /** How many seals are in their term at {@code at}, whatever their state then. */
    @Query("select count(s) from Seal s where s.issuedAt < :at and s.expiresAt > :at")
    long inTermAt(Instant at);

    /** The terms of the seals with these numbers and of every seal that is suspended or revoked now. */
    @Query("select new org.namad.seal.Seals$Term(s.id, s.issuedAt, s.expiresAt, s.status, s.statusChangedAt) from Seal s "
        + "where s.issuedAt is not null and (s.id in :ids or s.status in ("
        + "org.namad.seal.SealStatus.SUSPENDED, org.namad.seal.SealStatus.REVOKED))")
    List<Term> terms(Collection<Long> ids);

    /** How many seals are in force at {@code now} in each province; a province without any is missing. */
    @Query("select new org.namad.seal.Seals$InProvince(b.province, count(s)) from Seal s join s.business b "
        + "where s.status = org.namad.seal.SealStatus.ACTIVE and s.expiresAt > :now group by b.province")
    List<InProvince> inForceByProvince(Instant now);

    /** The last term of a seal, its state and since when it is in it. */
    record Term(Long id, Instant issuedAt, Instant expiresAt, SealStatus status, Instant statusChangedAt) {
    }

    /** How many seals are in force in a province. */
    record InProvince(String province, long seals) {
    }
}
