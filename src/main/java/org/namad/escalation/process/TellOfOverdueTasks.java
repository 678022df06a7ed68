package org.namad.escalation.process;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.WorkingDays;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.engine.Absences;
import org.namad.engine.CaseTasks;
import org.namad.engine.StaffAccounts;
import org.namad.escalation.Escalation;
import org.namad.escalation.Escalations;
import org.namad.notification.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells an audience of the staff's tasks that have been overdue for so many working days: each audience once for each
 * task, by a mail to each of its members. Who is away is not told, but whoever does that person's work. An audience
 * other than those who are to do the task marks it as escalated. Inputs: see {@link OverdueSweepProcess}.
 */
@Component("tellOfOverdueTasks")
class TellOfOverdueTasks implements JavaDelegate {

    private static final Logger LOG = LoggerFactory.getLogger(TellOfOverdueTasks.class);

    private final OverdueTasks tasks;
    private final Escalations escalations;
    private final StaffAccounts accounts;
    private final Absences absences;
    private final CaseFiles caseFiles;
    private final Outbox outbox;
    private final WorkingDays workingDays;
    private final JalaliDates dates;
    private final Clock clock;
    private final String baseUrl;
    private final Locale language;

    TellOfOverdueTasks(OverdueTasks tasks, Escalations escalations, StaffAccounts accounts, Absences absences,
            CaseFiles caseFiles, Outbox outbox, WorkingDays workingDays, JalaliDates dates, Clock clock,
            @Value("${namad.base-url}") String baseUrl, @Value("${namad.language}") Locale language) {
        this.tasks = tasks;
        this.escalations = escalations;
        this.accounts = accounts;
        this.absences = absences;
        this.caseFiles = caseFiles;
        this.outbox = outbox;
        this.workingDays = workingDays;
        this.dates = dates;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.language = language;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String audience = input(execution, OverdueSweepProcess.AUDIENCE);
        String template = input(execution, OverdueSweepProcess.TEMPLATE);
        int day = Integer.parseInt(input(execution, OverdueSweepProcess.WORKING_DAY));
        int batch = Integer.parseInt(input(execution, OverdueSweepProcess.BATCH));
        Date before = day == 0 ? Date.from(clock.instant()) : workingDays.startOfLast(day);
        tasks.untold(audience, before, batch).forEach(task -> tell(task, audience, template));
    }

    private void tell(Task task, String audience, String template) {
        boolean toDoers = audience.equals(Escalation.DOERS);
        Map<String, Recipient> readers = readers(toDoers ? doers(task) : accounts.membersOf(audience));
        if (readers.isEmpty()) {
            LOG.warn("Nobody of \"{}\" can be told that task {} ({}) is overdue: no account there has a mail address",
                audience, task.getId(), task.getName());
        }
        CaseKey key = tasks.caseOf(task);
        escalations.save(new Escalation(task.getId(), audience, key == null ? null : key.toString(), task.getName(),
            readers.values().stream().map(Recipient::name).collect(Collectors.joining("، ")), clock.instant()));
        if (!toDoers) {
            tasks.mark(task, CaseTasks.ESCALATED, audience);
        }
        if (key != null) {
            Map<String, String> facts = facts(task, key);
            readers.values().forEach(reader -> outbox.post(key, template, task.getId() + "/" + audience, reader, facts));
        }
    }

    /** Who is to do the task: whoever has claimed it, or if nobody has (or can be told), all who may. */
    private Set<String> doers(Task task) {
        if (task.getAssignee() != null && !readers(List.of(task.getAssignee())).isEmpty()) {
            return Set.of(task.getAssignee());
        }
        OverdueTasks.Candidates candidates = tasks.candidates(task);
        return Stream.concat(candidates.users().stream(),
            candidates.groups().stream().flatMap(group -> accounts.membersOf(group).stream()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of {@code people} who are there and have a mail address, each once; for the others whoever stands in. */
    private Map<String, Recipient> readers(Iterable<String> people) {
        Map<String, Recipient> readers = new HashMap<>();
        people.forEach(person -> {
            String present = absences.present(person);
            accounts.addressOf(present).ifPresent(address ->
                readers.put(present, new Recipient(accounts.nameOf(present), address, language)));
        });
        return readers;
    }

    private Map<String, String> facts(Task task, CaseKey key) {
        Map<String, String> facts = new HashMap<>(caseFiles.facts(key, language));
        facts.put("caseKey", key.toString());
        facts.put("casePageLink", baseUrl + "/staff/cases/" + key);
        facts.put("taskLink", baseUrl + "/camunda/app/tasklist/default/#/?task=" + task.getId());
        facts.put("task", task.getName());
        facts.put("taskDue", dates.weekday(task.getDueDate().toInstant(), language));
        if (task.getAssignee() != null) {
            facts.put("taskHolder", accounts.nameOf(task.getAssignee()));
        }
        return facts;
    }

    private static String input(DelegateExecution execution, String name) {
        if (execution.getVariableLocal(name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new IllegalArgumentException("the step %s has no input \"%s\""
            .formatted(execution.getCurrentActivityId(), name));
    }
}
