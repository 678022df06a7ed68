package org.namad.issuance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.namad.document.Document;
import org.namad.document.DocumentRefused;
import org.namad.document.Drafts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where applications and corrections wait while they are filled in, so that nobody types or chooses anything twice: on
 * this device or another, today or weeks later. They are their owner's alone.
 */
@Service
public class DraftDesk {

    /** How long a draft waits for its owner to come back. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** How many unfinished applications one person may have at a time; corrections do not count. */
    public static final int MOST = 10;

    /** Nothing new is kept: this person has {@link #MOST} unfinished applications already. */
    public static class TooMany extends RuntimeException {

        TooMany() {
            super("There are " + MOST + " unfinished applications already");
        }
    }

    private final ApplicationDrafts drafts;
    private final Applications applications;
    private final Drafts files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftDesk(ApplicationDrafts drafts, Applications applications, Drafts files, TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps what stands in the form now.
     *
     * @param token     made with the form, or {@link #tokenOfCorrection}
     * @param corrected the application that it corrects, which is the writer's to correct; null if it is a new one
     * @param typed     what stands in each of its fields
     * @param arrived   files that came with it; each takes the place of the one for the same purpose
     * @param dropped   the files that its owner does not want any more
     * @return the draft; empty if the application has been handed in, so that there is nothing to keep
     * @throws DocumentRefused        if a file is of the wrong type or too large
     * @throws TooMany                if it would be one too many
     * @throws NoSuchElementException if it is somebody else's
     */
    public Optional<ApplicationDraft> save(String token, Application corrected, long ownerId, Map<String, String> typed,
            List<Upload> arrived, Collection<DocumentPurpose> dropped) {
        try {
            return transaction.execute(status -> write(token, corrected, ownerId, typed, arrived, dropped));
        } catch (DataIntegrityViolationException sentTwice) {
            // Words and a file of a new form came at once, and each made the draft.
            return transaction.execute(status -> write(token, corrected, ownerId, typed, arrived, dropped));
        }
    }

    private Optional<ApplicationDraft> write(String token, Application corrected, long ownerId,
            Map<String, String> typed, List<Upload> arrived, Collection<DocumentPurpose> dropped) {
        Optional<ApplicationDraft> waiting = drafts.lockByToken(token);
        Optional<Application> handedIn = corrected == null ? applications.findBySubmissionId(token) : Optional.empty();
        if (waiting.filter(draft -> draft.ownerId() != ownerId).isPresent()
                || handedIn.filter(application -> application.applicant().id() != ownerId).isPresent()) {
            throw new NoSuchElementException("no draft " + token + " of " + ownerId);
        }
        if (handedIn.isPresent() || corrected != null && corrected.stage() != Stage.CORRECTION) {
            return Optional.empty();
        }
        if (waiting.isEmpty() && corrected == null && ofOwner(ownerId).size() >= MOST) {
            throw new TooMany();
        }
        ApplicationDraft draft = waiting.orElseGet(() -> drafts.saveAndFlush(new ApplicationDraft(token, ownerId,
            corrected == null ? null : corrected.id(), typed, clock.instant())));
        draft.type(typed, clock.instant());
        of(token).forEach((purpose, kept) -> {
            if (dropped.contains(purpose)) {
                files.drop(token, kept.id());
            }
        });
        arrived.forEach(upload -> files.replace(token, upload.purpose().name(), upload.file(), ownerId));
        return Optional.of(draft);
    }

    /** The token of the one correction that this person may be writing of this application. */
    public static String tokenOfCorrection(long applicationId, long writerId) {
        String name = "correction of " + applicationId + " by " + writerId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A draft of this person; empty if there is none (any more). */
    @Transactional(readOnly = true)
    public Optional<ApplicationDraft> find(String token, long ownerId) {
        return drafts.findByToken(token).filter(draft -> draft.ownerId() == ownerId);
    }

    /** This person's unfinished applications, the latest first; corrections are found at their applications. */
    @Transactional(readOnly = true)
    public List<ApplicationDraft> ofOwner(long ownerId) {
        return drafts.findByOwnerIdAndApplicationIdIsNullAndSavedAtAfterOrderBySavedAtDesc(ownerId,
            clock.instant().minus(KEPT));
    }

    /** The documents kept with a draft of this person. */
    @Transactional(readOnly = true)
    public Map<DocumentPurpose, Document> documents(String token, long ownerId) {
        return find(token, ownerId).map(draft -> of(token)).orElse(Map.of());
    }

    private Map<DocumentPurpose, Document> of(String token) {
        return files.of(token).stream()
            .collect(Collectors.toMap(kept -> DocumentPurpose.valueOf(kept.purpose()), Function.identity()));
    }

    /** Forgets a draft of this person and its documents; one that is not there is left alone. */
    @Transactional
    public void discard(String token, long ownerId) {
        drafts.lockByToken(token).filter(draft -> draft.ownerId() == ownerId).ifPresent(this::forget);
    }

    /** The application has come of this draft, or was corrected, and gets its documents: those that it needs. */
    void handOver(Application application, String token, long ownerId) {
        drafts.lockByToken(token).filter(draft -> draft.ownerId() == ownerId).ifPresent(draft -> {
            List<DocumentPurpose> needed = DocumentPurpose.requiredOf(application.particulars().kind());
            of(token).forEach((purpose, kept) -> {
                if (!needed.contains(purpose)) {
                    files.drop(token, kept.id());
                }
            });
            files.handOver(token, application.key().toString());
            drafts.delete(draft);
        });
        drafts.findByApplicationId(application.id()).stream().filter(other -> !other.token().equals(token))
            .forEach(this::forget);
    }

    /** Forgets what nobody came back to. */
    @Scheduled(cron = "0 40 3 * * *")
    @Transactional
    public void sweep() {
        drafts.findBySavedAtBefore(clock.instant().minus(KEPT)).forEach(this::forget);
    }

    private void forget(ApplicationDraft draft) {
        files.drop(draft.token());
        drafts.delete(draft);
    }
}
