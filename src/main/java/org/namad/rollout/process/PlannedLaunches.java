package org.namad.rollout.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.engine.BeforeTimePasses;
import org.namad.engine.StaffAccounts;
import org.namad.modelling.ModelCheck;
import org.namad.notification.Outbox;
import org.namad.rollout.Drafts;
import org.namad.rollout.Drafts.Draft;
import org.namad.rollout.Launches;
import org.namad.rollout.ModelRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts planned drafts live when their day has come. Any number of nodes may look at once: who takes a draft out of the
 * plan deploys it in the same transaction, and the others find nothing left.
 */
@Component
class PlannedLaunches implements Launches, BeforeTimePasses {

    private static final Logger LOG = LoggerFactory.getLogger(PlannedLaunches.class);
    private static final String MAIL = "launch-refused";

    private final PlannedDrafts plan;
    private final Drafts drafts;
    private final ModelCheck check;
    private final AsPerson person;
    private final StaffAccounts accounts;
    private final Outbox outbox;
    private final JalaliDates dates;
    private final NamadClock clock;
    private final TransactionTemplate transaction;
    private final String baseUrl;
    private final Locale language;

    PlannedLaunches(PlannedDrafts plan, Drafts drafts, ModelCheck check, AsPerson person, StaffAccounts accounts,
            Outbox outbox, JalaliDates dates, NamadClock clock, TransactionTemplate transaction,
            @Value("${namad.base-url}") String baseUrl, @Value("${namad.language}") Locale language) {
        this.plan = plan;
        this.drafts = drafts;
        this.check = check;
        this.person = person;
        this.accounts = accounts;
        this.outbox = outbox;
        this.dates = dates;
        this.clock = clock;
        this.transaction = transaction;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.language = language;
    }

    @Override
    public List<Launch> all() {
        return plan.findAllByOrderByLiveFromAscIdAsc().stream().map(this::launch).toList();
    }

    @Override
    public Optional<Launch> of(String draft) {
        return plan.findByDraftId(draft).map(this::launch);
    }

    private Launch launch(PlannedDraft planned) {
        return new Launch(planned.draftId(), planned.name(), planned.liveFrom(), person.nameOf(planned.plannedBy()),
            planned.isRefused(), planned.reasons());
    }

    @Override
    public void plan(String id, LocalDate from, String staffId) {
        person.requireModeller(staffId);
        if (!from.isAfter(clock.today())) {
            throw new IllegalArgumentException(from + " is not after today");
        }
        Draft draft = drafts.find(id).orElseThrow(() -> new NoSuchElementException("draft " + id));
        List<String> faults = check.check(drafts.files(id)).stream().map(check::sentence).toList();
        if (!faults.isEmpty()) {
            throw new ModelRefused(faults, null);
        }
        try {
            transaction.executeWithoutResult(status -> {
                plan.forget(id);
                plan.saveAndFlush(new PlannedDraft(id, draft.name(), from, staffId));
            });
        } catch (DataIntegrityViolationException | ConcurrencyFailureException decidedAtOnce) {
            throw new DecidedMeanwhile(decidedAtOnce);
        }
    }

    @Override
    @Transactional
    public void cancel(String draft, String staffId) {
        person.requireModeller(staffId);
        plan.forget(draft);
    }

    /** Puts live what is due by now. */
    @Override
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    public void finish() {
        plan.due(clock.today()).forEach(this::putLive);
    }

    private void putLive(PlannedDraft planned) {
        try {
            transaction.executeWithoutResult(status -> {
                if (plan.claim(planned.id()) == 1) {
                    drafts.putLive(planned.draftId(), planned.plannedBy());
                }
            });
        } catch (ModelRefused refused) {
            refuse(planned, refused.sentences());
        } catch (NoSuchElementException gone) {
            refuse(planned, List.of());
        } catch (RuntimeException failure) {
            // No fault of the draft's, such as a database out of reach: tried again next time.
            LOG.error("Draft {} could not be put live", planned.name(), failure);
        }
    }

    private void refuse(PlannedDraft planned, List<String> sentences) {
        LOG.warn("Draft {} did not go live: {}", planned.name(), sentences);
        transaction.executeWithoutResult(status -> plan.waiting(planned.id()).ifPresent(waiting -> {
            waiting.refuse(sentences, clock.instant());
            accounts.addressOf(waiting.plannedBy()).ifPresent(address -> outbox.post(
                new CaseKey("launch", waiting.id()), MAIL, MAIL,
                new Recipient(accounts.nameOf(waiting.plannedBy()), address, language), facts(waiting)));
        }));
    }

    private Map<String, String> facts(PlannedDraft planned) {
        Map<String, String> facts = new HashMap<>();
        facts.put("draft", planned.name());
        facts.put("liveFrom", dates.date(planned.liveFrom(), language));
        facts.put("modelsLink", baseUrl + "/staff/models");
        if (!planned.reasons().isEmpty()) {
            facts.put("reasons", String.join(" ", planned.reasons()));
        }
        return facts;
    }
}
