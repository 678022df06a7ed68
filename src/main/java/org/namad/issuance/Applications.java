package org.namad.issuance;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** Every application. They are submitted and corrected at the {@link ApplicationDesk}. */
public interface Applications extends Repository<Application, Long> {

    Application saveAndFlush(Application application);

    Optional<Application> findById(Long id);

    Optional<Application> findBySubmissionId(String submissionId);

    /** The application under way for this domain, if there is one. */
    Optional<Application> findByOpenDomain(String domain);

    /** A person's applications, the latest first. */
    List<Application> findByApplicantIdOrderByIdDesc(Long applicantId);
}
