package org.namad.enforcement.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.RemedyItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lets the form show the checklist as boxes to tick: what has to be put right, and what the holder says about it. */
@Component("listRemedyItems")
class ListRemedyItems implements TaskListener {

    private final EnforcementCases cases;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final Locale language;

    ListRemedyItems(EnforcementCases cases, MessageSource messages, ObjectMapper json,
            @Value("${namad.language}") Locale language) {
        this.cases = cases;
        this.messages = messages;
        this.json = json;
        this.language = language;
    }

    @Override
    public void notify(DelegateTask task) {
        EnforcementCase enforcement = cases.get(new StaffWork(task).caseId());
        List<Map<String, String>> items = enforcement.checklist().stream()
            .map(item -> Map.of("value", item.id().toString(), "label", label(item))).toList();
        try {
            task.setVariableLocal(SealEnforcementProcess.REMEDY_ITEMS,
                SpinValues.jsonValue(json.writeValueAsString(items)).create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    private String label(RemedyItem item) {
        String said = message("enforcement.item." + (item.done() ? "done" : "open"));
        return item.text(language) + " (" + (item.comment() == null ? said
            : message("enforcement.item.comment", said, item.comment())) + ")";
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
