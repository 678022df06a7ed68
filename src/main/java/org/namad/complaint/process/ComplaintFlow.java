package org.namad.complaint.process;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintRefused;
import org.namad.complaint.ComplaintRefused.Cause;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.NotAwaited;
import org.namad.complaint.Notice;
import org.namad.complaint.Options;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.namad.document.Documents;
import org.namad.document.Upload;
import org.namad.engine.CaseTasks;
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
    private final Documents documents;
    private final Seals seals;
    private final People people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CaseTasks caseTasks;
    private final UserCommands commands;
    private final Clock clock;

    ComplaintFlow(Complaints complaints, Documents documents, Seals seals, People people, RuntimeService runtime,
            TaskService tasks, CaseTasks caseTasks, UserCommands commands, Clock clock) {
        this.complaints = complaints;
        this.documents = documents;
        this.seals = seals;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
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
        Seal seal = Domains.of(wish.site()).flatMap(seals::findByHost)
            .orElseThrow(() -> new ComplaintRefused(Cause.UNKNOWN_SITE));
        Person complainant = people.findById(wish.complainantId()).orElseThrow();
        if (complaints.existsByComplainantIdAndSealIdAndFiledOn(complainant.id(), seal.id(),
                LocalDate.ofInstant(now, NamadClock.TEHRAN))) {
            throw new ComplaintRefused(Cause.SECOND_OF_THE_DAY);
        }
        Complaint complaint = complaints.saveAndFlush(new Complaint(newTracking(), seal, complainant, wish, now));
        wish.attachments().forEach(file -> documents.store(complaint.key().toString(),
            Statement.Kind.DESCRIPTION.purpose(), file, complainant.id()));
        runtime.startProcessInstanceByKey(ComplaintProcess.KEY, complaint.key().toString(), Map.of(
            ComplaintProcess.COMPLAINT_ID, complaint.id(), ComplaintProcess.SEAL_ID, seal.id(),
            ComplaintProcess.REOPENED, false));
        return complaint;
    }

    @Override
    public Complaint answer(long complaintId, Long writer, String text, List<Upload> files) {
        return commands.run(() -> {
            Complaint complaint = get(complaintId);
            // Whoever answers has read the complaint: if its notice had failed, its clock starts now.
            noteOpening(complaint);
            Task task = caseTasks.with(complaint.key(), ComplaintProcess.ANSWER_PAGE)
                .orElseThrow(() -> new NotAwaited(complaintId));
            complaint.answer(text, writer, clock.instant());
            keep(files, complaint, Statement.Kind.ANSWER);
            tasks.complete(task.getId());
            return complaint;
        });
    }

    @Override
    public Complaint accept(long complaintId) {
        return verdict(complaintId, true, complaint -> complaint.accept(clock.instant()));
    }

    @Override
    public Complaint dispute(long complaintId, String objection, List<Upload> files) {
        return verdict(complaintId, false, complaint -> {
            complaint.dispute(objection, clock.instant());
            keep(files, complaint, Statement.Kind.OBJECTION);
        });
    }

    private Complaint verdict(long complaintId, boolean accepted, Consumer<Complaint> change) {
        return commands.run(() -> {
            Complaint complaint = get(complaintId);
            Task task = caseTasks.with(complaint.key(), ComplaintProcess.VERDICT_PAGE)
                .orElseThrow(() -> new NotAwaited(complaintId));
            change.accept(complaint);
            tasks.complete(task.getId(), Map.of(ComplaintProcess.ANSWER_ACCEPTED, accepted));
            return complaint;
        });
    }

    @Override
    public Complaint requestExtension(long complaintId, Long writer, String reason) {
        return commands.run(() -> {
            Complaint complaint = get(complaintId);
            if (!Options.beforeTimers(complaint).requestExtension()) {
                throw new NotAwaited(complaintId);
            }
            complaint.requestExtension(reason, writer, clock.instant());
            tell(complaint, correlation(complaint, ComplaintProcess.EXTENSION_REQUESTED));
            return complaint;
        });
    }

    @Override
    public Complaint reopen(long complaintId, String reason, List<Upload> files) {
        return commands.run(() -> {
            Complaint complaint = get(complaintId);
            if (!Options.beforeTimers(complaint).reopen()) {
                throw new NotAwaited(complaintId);
            }
            complaint.reopen(reason, clock.instant());
            keep(files, complaint, Statement.Kind.REOPENING);
            tell(complaint, correlation(complaint, ComplaintProcess.COMPLAINT_REOPENED)
                .setVariable(ComplaintProcess.REOPENED, true));
            return complaint;
        });
    }

    @Override
    public Complaint appeal(long complaintId, Side side, Long writer, String reasons, List<Upload> files) {
        return commands.run(() -> {
            Complaint complaint = get(complaintId);
            if (!Options.beforeTimers(complaint).appeal(side)) {
                throw new NotAwaited(complaintId);
            }
            Statement.Kind kind = complaint.appeal(side, reasons, writer, clock.instant());
            keep(files, complaint, kind);
            tell(complaint, correlation(complaint, ComplaintAppealProcess.APPEAL_LODGED)
                .processInstanceVariableEquals(ComplaintAppealProcess.APPEAL_SUBJECT, kind == Statement.Kind.APPEAL
                    ? ComplaintAppealProcess.AGAINST_RULING : ComplaintAppealProcess.AGAINST_SILENCE)
                .setVariable(ComplaintAppealProcess.APPELLANT, side.name()));
            return complaint;
        });
    }

    @Override
    public void opened(long complaintId) {
        commands.run(() -> {
            noteOpening(get(complaintId));
            return null;
        });
    }

    @Override
    public Options options(long complaintId) {
        return commands.run(() -> Options.of(get(complaintId), clock.instant()));
    }

    private void noteOpening(Complaint complaint) {
        boolean asked = complaint.status() == ComplaintStatus.AWAITING_ANSWER
            || complaint.status() == ComplaintStatus.UNREACHED;
        if (asked) {
            knows(complaint, Notice.By.OPENING, "");
        }
    }

    /**
     * The business knows of the complaint, as {@code proof} proves (N7). If its notice had failed and staff were to reach
     * it, they need not any more, and the clock starts anew.
     */
    void knows(Complaint complaint, Notice.By how, String proof) {
        if (caseTasks.with(complaint.key(), ComplaintProcess.REACH_FORM).isPresent()) {
            complaint.reached(how, proof, null, clock.instant());
            tell(complaint, correlation(complaint, ComplaintProcess.COMPLAINT_OPENED));
        } else {
            complaint.proveNotice(how, proof, clock.instant());
        }
    }

    private MessageCorrelationBuilder correlation(Complaint complaint, String message) {
        return runtime.createMessageCorrelation(message).processInstanceBusinessKey(complaint.key().toString());
    }

    /** Sends a message to the one place in the case that waits for it. */
    private static void tell(Complaint complaint, MessageCorrelationBuilder message) {
        try {
            message.correlate();
        } catch (MismatchingMessageCorrelationException nobodyWaits) {
            throw new NotAwaited(complaint.id());
        }
    }

    private void keep(List<Upload> files, Complaint complaint, Statement.Kind kind) {
        files.forEach(file -> documents.store(complaint.key().toString(), kind.purpose(), file, null));
    }

    private Complaint get(long complaintId) {
        return complaints.findById(complaintId)
            .orElseThrow(() -> new NoSuchElementException("no complaint " + complaintId));
    }

    private String newTracking() {
        return String.valueOf(random.nextLong(1_000_000_000L, 10_000_000_000L));
    }
}
