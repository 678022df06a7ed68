package org.namad.issuance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every application. They are submitted and corrected at the {@link ApplicationDesk}. */
public interface Applications extends Repository<Application, Long> {

    Application saveAndFlush(Application application);

    Optional<Application> findById(Long id);

    Optional<Application> findBySubmissionId(String submissionId);

    /** The application under way for this domain, if there is one. */
    Optional<Application> findByOpenDomain(String domain);

    /** The application that a seal was issued for last, if it was applied for here. */
    Optional<Application> findFirstBySealIdOrderByIdDesc(Long sealId);

    /** A person's applications, the latest first. */
    List<Application> findByApplicantIdOrderByIdDesc(Long applicantId);

    /** The applications for this domain, the latest first. */
    List<Application> findByDomainOrderByIdDesc(String domain);

    /** The applications that a person made, or follows as the delegate of a company, the latest first. */
    default List<Application> followedBy(long personId) {
        return Stream.concat(findByApplicantIdOrderByIdDesc(personId).stream(), delegatedTo(personId).stream())
            .sorted(Comparator.comparing(Application::id).reversed()).toList();
    }

    /** What the owners of the companies whose delegate this person is have applied for in the name of these companies. */
    @Query("select a from Application a, Delegation d join d.business b where d.delegate.id = :personId "
        + "and d.state = org.namad.party.Delegation.State.ACTIVE and a.applicant = b.owner and a.legalId = b.legalId")
    List<Application> delegatedTo(long personId);

    /** How long each application took that became a seal since {@code since} (N13). */
    default List<Issued> issuedSince(Instant since) {
        return meteredSince(since).stream()
            .map(one -> new Issued(one.at(), one.meter().ours(), one.meter().elapsed())).toList();
    }

    /** The meter of each application that became a seal since {@code since} (N13). */
    default List<Metered> meteredSince(Instant since) {
        Map<Long, List<Passage>> passages = passagesOfIssued(since).stream()
            .collect(Collectors.groupingBy(Passage::applicationId, LinkedHashMap::new, Collectors.toList()));
        return passages.values().stream().map(stages -> new Metered(stages.get(0).closedAt(),
            Meter.of(stages.stream().map(Passage::entry).toList(), stages.get(0).closedAt()))).toList();
    }

    /** How many applications were submitted from {@code from} on and before {@code until}. */
    @Query("select count(a) from Application a where a.submittedAt >= :from and a.submittedAt < :until")
    long submittedBetween(Instant from, Instant until);

    /** Every stage of the applications that became a seal since {@code since}, in order. */
    @Query("select new org.namad.issuance.Applications$Passage(a.id, a.closedAt, s.stage, s.since) "
        + "from Application a join a.stages s where a.stage = org.namad.issuance.Stage.ISSUED and a.closedAt >= :since "
        + "order by a.id, index(s)")
    List<Passage> passagesOfIssued(Instant since);

    /** An application that was closed at {@code closedAt} reached a stage. */
    record Passage(Long applicationId, Instant closedAt, Stage stage, Instant since) {

        private StageEntry entry() {
            return new StageEntry(stage, since);
        }
    }

    /**
     * An application became a seal.
     *
     * @param ours    the part of {@code elapsed} that did not wait for the applicant
     * @param elapsed from submission to the seal
     */
    record Issued(Instant at, Duration ours, Duration elapsed) {
    }

    /** An application became a seal; where its time went. */
    record Metered(Instant at, Meter meter) {
    }
}
