package org.namad.enforcement;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.namad.party.Person;
import org.namad.party.SignedLinks;
import org.namad.seal.Seal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts of an enforcement case for mails and for staff: the dossier (N10). */
@Component
class EnforcementFile implements CaseFile {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private final EnforcementCases cases;
    private final PublishedReason reason;
    private final SignedLinks links;
    private final JalaliDates dates;
    private final MessageSource messages;

    EnforcementFile(EnforcementCases cases, PublishedReason reason, SignedLinks links, JalaliDates dates,
            MessageSource messages) {
        this.cases = cases;
        this.reason = reason;
        this.links = links;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return EnforcementCase.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Recipient recipient(long id, String role) {
        if (!"holder".equals(role)) {
            throw new IllegalArgumentException("nobody is " + role + " in an enforcement case");
        }
        Person owner = cases.get(id).seal().business().owner();
        return new Recipient(owner.fullName(), owner.email(), Locale.forLanguageTag(owner.language()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(long id, Locale language) {
        EnforcementCase enforcement = cases.get(id);
        Seal seal = enforcement.seal();
        NumberFormat numbers = NumberFormat.getIntegerInstance(language);
        Map<String, String> facts = new HashMap<>();
        facts.put("letterNumber", enforcement.key().toString());
        facts.put("site", seal.domain());
        facts.put("siteTitle", seal.title());
        facts.put("sealNumber", seal.id().toString());
        facts.put("businessName", seal.business().name());
        facts.put("holderName", seal.business().owner().fullName());
        facts.put("openedAt", dates.dateTime(enforcement.openedAt(), language));
        facts.put("grounds", reason.of(enforcement, language));
        facts.put("dossier", dossier(enforcement, language));
        facts.put("complaints", numbers.format(enforcement.complaints()));
        facts.put("unanswered", numbers.format(enforcement.unanswered()));
        facts.put("points", numbers.format(enforcement.points()));
        facts.put("withdrawalLevel", enforcement.has(Ground.WITHDRAWAL_LEVEL)
            ? messages.getMessage("enforcement.withdrawal", null, language) : null);
        putTime(facts, "replyDue", enforcement.replyDue(), language);
        facts.put("reply", enforcement.reply());
        facts.put("repliedAt", time(enforcement.repliedAt(), language));
        putDecision(facts, enforcement, language);
        putTime(facts, "remedyDue", enforcement.remedyDue(), language);
        Optional<Remedy> remedy = enforcement.remedy();
        facts.put("remedyReport", remedy.map(Remedy::report).orElse(null));
        facts.put("remedyReportedAt", remedy.map(one -> dates.dateTime(one.reportedAt(), language)).orElse(null));
        facts.put("remedyFindings", remedy.map(Remedy::reasons).orElse(null));
        facts.put("caseLink", caseLink(enforcement));
        return facts;
    }

    /** Without the decision in force there is only a proposed one: mails must not quote it. */
    private void putDecision(Map<String, String> facts, EnforcementCase enforcement, Locale language) {
        Optional<Decision> latest = enforcement.decision();
        Optional<Decision> inForce = latest.filter(Decision::inForce);
        facts.put("decisionReasons", inForce.map(Decision::reasons).orElse(null));
        facts.put("proposedMeasure", latest.map(decision -> messages.getMessage(
            "enforcement.measure." + decision.measure(), null, language)).orElse(null));
        facts.put("proposedReasons", latest.map(Decision::reasons).orElse(null));
        facts.put("proposedBy", latest.map(Decision::decidedBy).orElse(null));
        facts.put("returnNote", latest.filter(Decision::returned).map(Decision::note).orElse(null));
    }

    /** One line for each ground: when it was found, what it is and what it rests on. */
    private String dossier(EnforcementCase enforcement, Locale language) {
        return enforcement.grounds().stream()
            .map(stated -> messages.getMessage("enforcement.dossier." + (stated.evidence() == null ? "line" : "evidence"),
                new Object[] {dates.date(stated.statedAt(), language), reason.name(stated.ground(), language),
                    stated.evidence()}, language))
            .collect(Collectors.joining("\n"));
    }

    private void putTime(Map<String, String> facts, String name, Instant instant, Locale language) {
        Locale other = PERSIAN.getLanguage().equals(language.getLanguage()) ? Locale.ENGLISH : PERSIAN;
        facts.put(name, time(instant, language));
        facts.put(name + "Also", time(instant, other));
    }

    private String time(Instant instant, Locale language) {
        return instant == null ? null : dates.dateTime(instant, language);
    }

    /** Opens the case without signing in, for as long as the holder has something to say in it. */
    private String caseLink(EnforcementCase enforcement) {
        Instant until = enforcement.remedyDue() != null ? enforcement.remedyDue() : enforcement.replyDue();
        return until == null ? null : links.sign("/answer/letters/" + enforcement.id(), until);
    }
}
