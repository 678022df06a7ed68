package org.namad.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The register of seals. States change through {@link SealRegister}. */
public interface Seals extends Repository<Seal, Long> {

    Seal save(Seal seal);

    void delete(Seal seal);

    Optional<Seal> findById(Long id);

    /** @param domain lower case, without {@code www.}, see {@link Domains#of} */
    Optional<Seal> findByDomain(String domain);

    /** The seal with its holder, if {@code code} is its code. */
    @Query("select s from Seal s join fetch s.business b join fetch b.owner where s.id = :id and s.code = :code")
    Optional<Seal> findByIdAndCode(Long id, String code);

    /**
     * Issued seals with their holders whose title or domain contains {@code text}, however it is typed (R28, N15); by
     * title.
     */
    default Slice<Seal> search(String text, Pageable page) {
        String domain = Seal.searchable(text).replaceAll("[^a-z0-9.-]", "");
        return search("%" + escape(Seal.searchable(text)) + "%",
            domain.isEmpty() ? "" : "%" + escape(domain) + "%", page);
    }

    @Query("select s from Seal s join fetch s.business where s.status <> org.namad.seal.SealStatus.PENDING "
        + "and (s.searchTitle like :title escape '!' or s.domain like :domain escape '!') order by s.searchTitle, s.id")
    Slice<Seal> search(String title, String domain, Pageable page);

    private static String escape(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }

    List<Seal> findByBusinessOwnerIdOrderById(Long ownerId);

    /** Seals that changed their state from {@code start} on and before {@code end}, the earliest first. */
    @Query("select s from Seal s where s.statusChangedAt >= :start and s.statusChangedAt < :end "
        + "order by s.statusChangedAt")
    List<Seal> changedBetween(Instant start, Instant end);

    /** What the badge of every seal shows. */
    @Query("select new org.namad.seal.SealBoard$Line(s.id, s.code, s.status, s.expiresAt, s.stars, s.changedAt) from Seal s")
    List<SealBoard.Line> board();

    /** What the badges of the seals show that have changed since {@code since}. */
    @Query("select new org.namad.seal.SealBoard$Line(s.id, s.code, s.status, s.expiresAt, s.stars, s.changedAt) from Seal s "
        + "where s.changedAt >= :since")
    List<SealBoard.Line> boardSince(Instant since);

    long count();
}
