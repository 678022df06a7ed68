package org.namad.issuance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every application that is being filled in. They are kept and let go of at the {@link DraftDesk}. */
interface ApplicationDrafts extends Repository<ApplicationDraft, Long> {

    ApplicationDraft saveAndFlush(ApplicationDraft draft);

    void delete(ApplicationDraft draft);

    Optional<ApplicationDraft> findByToken(String token);

    /** The same, for the one transaction that changes it: typing, files and submission may come at once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from ApplicationDraft d where d.token = :token")
    Optional<ApplicationDraft> lockByToken(String token);

    List<ApplicationDraft> findByOwnerIdAndApplicationIdIsNullAndSavedAtAfterOrderBySavedAtDesc(Long ownerId,
        Instant time);

    /** The corrections of an application: its applicant and delegates of the company may each have begun one. */
    List<ApplicationDraft> findByApplicationId(Long applicationId);

    List<ApplicationDraft> findBySavedAtBefore(Instant time);
}
