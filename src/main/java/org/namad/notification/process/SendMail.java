package org.namad.notification.process;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.Outbox;
import org.springframework.stereotype.Component;

/**
 * Posts a mail about the process instance's case, with copies to those who may act for its recipient; for send tasks, as
 * {@code ${sendMail}}. Input parameters:
 * <ul>
 * <li>{@code template}: the mail's template, see {@link Outbox};
 * <li>{@code recipient}: the role in the case, see {@link org.namad.casefile.CaseFile#recipient};
 * <li>{@code occurrence} (optional): a mail with the same occurrence is sent once per case. By default each passage
 * through the task is an occurrence of its own, so a loop sends its mail every time, a repeated job does not;
 * <li>{@code attachments} (optional): the names of files that go with the mail, such as {@code deadline.ics}, separated
 * by commas, see {@link org.namad.casefile.CaseFile#attachment}.
 * </ul>
 */
@Component("sendMail")
class SendMail implements JavaDelegate {

    private final Outbox outbox;
    private final CaseFiles caseFiles;
    private final HistoryService history;

    SendMail(Outbox outbox, CaseFiles caseFiles, HistoryService history) {
        this.outbox = outbox;
        this.caseFiles = caseFiles;
        this.history = history;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseKey key = CaseKey.of(execution.getProcessBusinessKey());
        String role = required(execution, "recipient");
        String template = required(execution, "template");
        String occurrence = occurrence(execution);
        Recipient recipient = caseFiles.recipient(key, role);
        outbox.post(key, template, occurrence, recipient, caseFiles.facts(key, recipient.language()),
            attachments(execution, key, recipient.language()));
        // Files stay with the recipient: a calendar entry holds the link that opens the case to whoever has it.
        caseFiles.copies(key, role).forEach(copy -> {
            Map<String, String> facts = new HashMap<>(caseFiles.facts(key, copy.recipient().language()));
            facts.putAll(copy.links());
            outbox.post(key, template, occurrence, copy.recipient(), facts);
        });
    }

    private List<Attachment> attachments(DelegateExecution execution, CaseKey key, Locale language) {
        Object names = execution.getVariableLocal("attachments");
        return names == null ? List.of() : Stream.of(names.toString().split(",")).map(String::strip)
            .filter(name -> !name.isEmpty()).map(name -> caseFiles.attachment(key, name, language)
                .orElseThrow(() -> new IllegalArgumentException("%s has no file \"%s\"".formatted(key, name))))
            .toList();
    }

    private String occurrence(DelegateExecution execution) {
        Object given = execution.getVariableLocal("occurrence");
        if (given != null) {
            return given.toString();
        }
        String activity = execution.getCurrentActivityId();
        long earlier = history.createHistoricActivityInstanceQuery().processInstanceId(execution.getProcessInstanceId())
            .activityId(activity).finished().count();
        return earlier == 0 ? activity : activity + "-" + (earlier + 1);
    }

    private static String required(DelegateExecution execution, String parameter) {
        if (execution.getVariableLocal(parameter) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("the task %s has no input parameter \"%s\""
            .formatted(execution.getCurrentActivityId(), parameter));
    }
}
