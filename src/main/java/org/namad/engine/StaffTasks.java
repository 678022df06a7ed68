package org.namad.engine;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.language.PersianText;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What every user task with a form does, without the model having to say so. It shows the facts of its case (as
 * task-local variables, so that any form can name any fact), by when it is due, and what staff have done in the case
 * before. What staff have written in its form is forgotten when it ends. It notes in the history who completed it, and
 * where a substitute did, whom for. Where its extension property {@code otherThan} names other user tasks, it refuses
 * whoever completed those (four eyes).
 */
class StaffTasks extends AbstractBpmnParseListener {

    /** Until when the task is to be done, a fact that every form can show. */
    static final String DUE = "due";
    /** The same in short, for lists. */
    static final String DEADLINE = "deadline";
    /** The number of the seal that the case is about; a fact of every kind of case whose shop has one. */
    static final String SEAL = "sealNumber";
    /** By which words the task is found: shop, website and case, folded as whoever searches does it. */
    static final String SOUGHT = "sought";
    /** What staff have done in the case before: task, who, when; a line each. */
    static final String DONE_BEFORE = "doneBefore";

    /** The way from the task to all that is known about its case, as a link in Markdown. */
    static final String CASE_PAGE = "casePage";

    private static final List<String> SEARCHED = List.of("businessName", "siteTitle", "shopTitle", "site");
    /** The longest text that the engine stores as a variable. */
    private static final int LONGEST = 4000;
    /** How the names of links for mails end: a signed link lets its reader act for a party, which staff must not. */
    private static final String LINK = "Link";

    private static final Map<String, String> CASE_LINK = Map.of(
        "fa", "[همه‌چیز دربارهٔ این پرونده: سیر کار، رایانامه‌ها، مدارک، یادداشت‌ها](%s/staff/cases/%s)",
        "en", "[Everything about this case: course, mails, documents, notes](%s/staff/cases/%s)");
    private static final Map<String, String> SUBSTITUTING = Map.of("fa", "%s (به جانشینی %s)", "en", "%s (for %s)");

    private final ObjectProvider<CaseFiles> caseFiles;
    private final ObjectProvider<Absences> absences;
    private final ObjectProvider<StaffAccounts> accounts;
    private final ObjectProvider<StaffDrafts> drafts;
    private final JalaliDates dates;
    private final String baseUrl;
    private final Locale language;

    StaffTasks(ObjectProvider<CaseFiles> caseFiles, ObjectProvider<Absences> absences,
            ObjectProvider<StaffAccounts> accounts, ObjectProvider<StaffDrafts> drafts, JalaliDates dates,
            String baseUrl, Locale language) {
        this.caseFiles = caseFiles;
        this.absences = absences;
        this.accounts = accounts;
        this.drafts = drafts;
        this.dates = dates;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.language = language;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (definition.getCamundaFormDefinitionKey() != null) {
            List<String> otherThan = otherThan(element);
            definition.addTaskListener(TaskListener.EVENTNAME_CREATE, this::showFacts);
            definition.addTaskListener(TaskListener.EVENTNAME_UPDATE, this::showDue);
            definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT,
                task -> requireSecondPerson(task, otherThan, task.getAssignee()));
            definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> noteWho(task, otherThan));
            for (String end : List.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)) {
                definition.addTaskListener(end, task -> drafts.getObject().forgetTask(task.getId()));
            }
        }
    }

    private static List<String> otherThan(Element userTask) {
        return Stream.ofNullable(userTask.element("extensionElements"))
            .map(extensions -> extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties"))
            .filter(properties -> properties != null).flatMap(properties -> properties.elements().stream())
            .filter(property -> "otherThan".equals(property.attribute("name")))
            .flatMap(property -> Stream.of(property.attribute("value").split(",")))
            .map(String::strip).toList();
    }

    private void showFacts(DelegateTask task) {
        String businessKey = task.getExecution().getProcessBusinessKey();
        // A fact with the name of a field would catch what the officer enters, and end with the task.
        Set<String> asked = FormFields.of(task.getId()).names();
        if (businessKey != null) {
            Map<String, String> facts = caseFiles.getObject().facts(CaseKey.of(businessKey), language);
            facts.forEach((name, fact) -> {
                if (!name.endsWith(LINK) && !asked.contains(name)) {
                    show(task, name, fact);
                }
            });
            show(task, SOUGHT, PersianText.fold(Stream.concat(SEARCHED.stream().map(facts::get).filter(Objects::nonNull),
                Stream.of(businessKey)).collect(Collectors.joining(" "))));
            show(task, CASE_PAGE, CASE_LINK.get(language.getLanguage()).formatted(baseUrl, businessKey));
        }
        showDue(task);
        show(task, DONE_BEFORE, doneBefore(task));
    }

    private void showDue(DelegateTask task) {
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        show(task, DUE, due == null ? null : inWords(due));
        show(task, DEADLINE, due == null ? null : dates.weekday(due, language));
    }

    private static void show(DelegateTask task, String name, String fact) {
        task.setVariableLocal(name, fact == null || fact.length() <= LONGEST ? fact
            : fact.substring(0, LONGEST - 1) + "…");
    }

    /** For example {@code چهارشنبه ۴ آذر ۱۴۰۵ · Wednesday 25 November 2026}; the reader's calendar first. */
    private String inWords(Instant due) {
        Locale other = "fa".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.forLanguageTag("fa");
        return dates.weekday(due, language) + " · " + dates.weekday(due, other);
    }

    private String doneBefore(DelegateTask task) {
        Stream<String> earlier = task.getProcessEngineServices().getHistoryService()
            .createHistoricTaskInstanceQuery().rootProcessInstanceId(root(task)).finished().taskAssigned()
            .orderByHistoricTaskInstanceEndTime().asc().list().stream()
            .filter(done -> "completed".equals(done.getDeleteReason()))
            .map(done -> line(done.getName(), done.getAssignee(), done.getOwner(), done.getEndTime()));
        // The task whose completion has led here is not in the history before this transaction ends.
        Stream<String> now = Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(TaskEntity.class)
            .stream().filter(done -> done.isDeleted() && done.getAssignee() != null && root(done).equals(root(task)))
            .map(done -> line(done.getName(), done.getAssignee(), done.getOwner(), ClockUtil.getCurrentTime()));
        String lines = Stream.concat(earlier, now).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "—" : lines;
    }

    private String line(String task, String who, String owner, Date when) {
        String name = accounts.getObject().nameOf(who);
        String both = owner == null ? name
            : SUBSTITUTING.get(language.getLanguage()).formatted(name, accounts.getObject().nameOf(owner));
        return "%s: %s · %s".formatted(task, both, dates.dateTime(when.toInstant(), language));
    }

    private void noteWho(DelegateTask task, List<String> otherThan) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        String who = authentication == null ? null : authentication.getUserId();
        if (who == null) {
            return;
        }
        requireSecondPerson(task, otherThan, who);
        requireSecondPerson(task, otherThan, task.getOwner());
        String claimed = task.getAssignee();
        if (claimed != null && !claimed.equals(who)) {
            if (!absences.getObject().standsIn(claimed, who)) {
                throw StaffRefusals.claimedBy(accounts.getObject().nameOf(claimed));
            }
            requireSecondPerson(task, otherThan, claimed);
            task.setOwner(claimed);
        }
        task.setAssignee(who);
    }

    private static void requireSecondPerson(DelegateTask task, List<String> otherThan, String who) {
        if (who != null && otherThan.stream().anyMatch(earlier -> whoDid(earlier, task).contains(who))) {
            throw StaffRefusals.secondPerson();
        }
    }

    /**
     * Who completed that task of the case, in this process or one that called it or was called, and whom for. From the
     * history, which nobody can write: variables come from whoever completes a task.
     */
    private static Set<String> whoDid(String activity, DelegateTask task) {
        Set<String> names = new HashSet<>();
        task.getProcessEngineServices().getHistoryService().createHistoricTaskInstanceQuery()
            .rootProcessInstanceId(root(task)).taskDefinitionKey(activity).finished()
            .orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1)
            .forEach(earlier -> {
                names.add(earlier.getAssignee());
                names.add(earlier.getOwner());
            });
        return names;
    }

    private static String root(DelegateTask task) {
        return ((ExecutionEntity) task.getExecution()).getRootProcessInstanceId();
    }
}
