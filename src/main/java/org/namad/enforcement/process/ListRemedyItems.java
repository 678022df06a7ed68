package org.namad.enforcement.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.namad.enforcement.ChecklistWording;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.engine.WithForm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the form show the checklist as boxes to tick: what has to be put right, and what the holder says about it. */
@Component("listRemedyItems")
@WithForm(value = "check-remedy", event = TaskListener.EVENTNAME_CREATE)
class ListRemedyItems implements TaskListener {

    private final EnforcementCases cases;
    private final ChecklistWording wording;
    private final ObjectMapper json;
    private final Locale language;

    ListRemedyItems(EnforcementCases cases, ChecklistWording wording, ObjectMapper json,
            @Value("${namad.language}") Locale language) {
        this.cases = cases;
        this.wording = wording;
        this.json = json;
        this.language = language;
    }

    @Override
    public void notify(DelegateTask task) {
        EnforcementCase enforcement = cases.get((Long) task.getVariable(SealEnforcementProcess.ENFORCEMENT_ID));
        List<Map<String, String>> items = enforcement.checklist().stream()
            .map(item -> Map.of("value", item.id().toString(), "label", wording.reported(item, language))).toList();
        try {
            task.setVariableLocal(SealEnforcementProcess.REMEDY_ITEMS,
                SpinValues.jsonValue(json.writeValueAsString(items)).create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
