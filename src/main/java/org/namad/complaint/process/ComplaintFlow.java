package org.namad.complaint.process;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintRefused;
import org.namad.complaint.ComplaintRefused.Cause;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.NotAwaited;
import org.namad.engine.UserCommands;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Moves complaints through the process {@code complaint}: what is said and where the case stands change together. */
@Service
class ComplaintFlow implements ComplaintDesk {

    private final SecureRandom random = new SecureRandom();
    private final Complaints complaints;
    private final Seals seals;
    private final People people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final UserCommands commands;
    private final Clock clock;

    ComplaintFlow(Complaints complaints, Seals seals, People people, RuntimeService runtime, TaskService tasks,
            ManagementService management, UserCommands commands, Clock clock) {
        this.complaints = complaints;
        this.seals = seals;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Complaint register(NewComplaint wish) {
        try {
            return commands.run(() -> start(wish));
        } catch (DataIntegrityViolationException violation) {
            // Two complaints of the same moment: the check passed for both, the constraint for one.
            if (String.valueOf(violation.getMessage()).toLowerCase().contains("complaint_daily")) {
                throw new ComplaintRefused(Cause.SECOND_OF_THE_DAY);
            }
            throw violation;
        }
    }

    private Complaint start(NewComplaint wish) {
        Instant now = clock.instant();
        Seal seal = Domains.of(wish.site()).flatMap(seals::findByDomain).filter(found -> found.issuedAt() != null)
            .orElseThrow(() -> new ComplaintRefused(Cause.UNKNOWN_SITE));
        Person complainant = people.findById(wish.complainantId()).orElseThrow();
        if (complaints.existsByComplainantIdAndSealIdAndFiledOn(complainant.id(), seal.id(),
                LocalDate.ofInstant(now, NamadClock.TEHRAN))) {
            throw new ComplaintRefused(Cause.SECOND_OF_THE_DAY);
        }
        Complaint complaint = complaints.saveAndFlush(new Complaint(newTracking(), seal, complainant, wish, now));
        runtime.startProcessInstanceByKey(ComplaintProcess.KEY, complaint.key().toString(), Map.of(
            ComplaintProcess.COMPLAINT_ID, complaint.id(), ComplaintProcess.SEAL_ID, seal.id()));
        adoptDeadline(complaint, ComplaintProcess.Task_AnswerComplaint, ComplaintProcess.Event_AnswerDeadlinePassed,
            complaint::answerAwaitedUntil);
        return complaint;
    }

    @Override
    public Complaint answer(long complaintId, String text) {
        return commands.run(() -> {
            Complaint complaint = get(complaintId);
            Task task = openTask(complaint, ComplaintProcess.Task_AnswerComplaint)
                .or(() -> openTask(complaint, ComplaintProcess.Task_AnswerLate))
                .orElseThrow(() -> new NotAwaited(complaintId));
            complaint.answer(text, clock.instant());
            tasks.complete(task.getId());
            adoptDeadline(complaint, ComplaintProcess.Task_GiveVerdict, ComplaintProcess.Event_VerdictDeadlinePassed,
                complaint::verdictAwaitedUntil);
            return complaint;
        });
    }

    @Override
    public Complaint accept(long complaintId) {
        return verdict(complaintId, true, complaint -> complaint.accept(clock.instant()));
    }

    @Override
    public Complaint dispute(long complaintId, String objection) {
        return verdict(complaintId, false, complaint -> complaint.dispute(objection, clock.instant()));
    }

    private Complaint verdict(long complaintId, boolean accepted, Consumer<Complaint> change) {
        return commands.run(() -> {
            Complaint complaint = get(complaintId);
            Task task = openTask(complaint, ComplaintProcess.Task_GiveVerdict)
                .orElseThrow(() -> new NotAwaited(complaintId));
            change.accept(complaint);
            tasks.complete(task.getId(), Map.of(ComplaintProcess.ANSWER_ACCEPTED, accepted));
            return complaint;
        });
    }

    /**
     * Takes the deadline over from the model's timer, so that everyone sees the instant at which it will fire. The
     * engine has written the timer by now: each of its commands writes what it changed when it ends.
     */
    private void adoptDeadline(Complaint complaint, String taskKey, String timerKey, Consumer<Instant> deadline) {
        openTask(complaint, taskKey).ifPresent(task -> {
            Job timer = management.createJobQuery().processInstanceId(task.getProcessInstanceId())
                .activityId(timerKey).singleResult();
            if (timer != null) {
                Date due = timer.getDuedate();
                deadline.accept(due.toInstant());
                task.setDueDate(due);
                tasks.saveTask(task);
            }
        });
    }

    private Optional<Task> openTask(Complaint complaint, String taskKey) {
        return Optional.ofNullable(tasks.createTaskQuery().processDefinitionKey(ComplaintProcess.KEY)
            .processInstanceBusinessKey(complaint.key().toString()).taskDefinitionKey(taskKey).singleResult());
    }

    private Complaint get(long complaintId) {
        return complaints.findById(complaintId)
            .orElseThrow(() -> new NoSuchElementException("no complaint " + complaintId));
    }

    private String newTracking() {
        return String.valueOf(random.nextLong(1_000_000_000L, 10_000_000_000L));
    }
}
