package org.namad.enforcement;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.engine.StaffAccounts;
import org.namad.notification.Calendars;
import org.namad.party.Businesses;
import org.namad.party.Person;
import org.namad.party.SignedLinks;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts of an enforcement case for mails and for staff: the dossier (N10). */
@Component
class EnforcementFile implements CaseFile {

    /** The name by which models ask for the dossier. */
    private static final String DOSSIER = "dossier.pdf";
    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private final EnforcementCases cases;
    private final Businesses businesses;
    private final PublishedReason reason;
    private final ChecklistWording wording;
    private final SignedLinks links;
    private final JalaliDates dates;
    private final MessageSource messages;
    private final Dossier dossier;
    private final Documents documents;
    private final Calendars calendars;
    private final StaffAccounts staff;
    private final String baseUrl;

    EnforcementFile(EnforcementCases cases, Businesses businesses, PublishedReason reason, ChecklistWording wording,
            SignedLinks links, JalaliDates dates, MessageSource messages, Dossier dossier, Documents documents, Calendars calendars,
            StaffAccounts staff, @Value("${namad.base-url}") String baseUrl) {
        this.cases = cases;
        this.businesses = businesses;
        this.reason = reason;
        this.wording = wording;
        this.dossier = dossier;
        this.documents = documents;
        this.calendars = calendars;
        this.staff = staff;
        this.baseUrl = baseUrl;
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
        return recipient(cases.get(id).seal().business().owner());
    }

    /** A company's delegates read letters too; their link leads to the panel, which closes when their right to act ends. */
    @Override
    @Transactional(readOnly = true)
    public List<Recipient.Copy> copies(long id, String role) {
        return businesses.delegatesOf(cases.get(id).seal().business().id()).stream()
            .map(delegate -> new Recipient.Copy(recipient(delegate), Map.of("caseLink", baseUrl + "/panel/enforcement/" + id)))
            .toList();
    }

    private static Recipient recipient(Person person) {
        return new Recipient(person.fullName(), person.email(), Locale.forLanguageTag(person.language()));
    }

    @Override
    public Optional<String> page(long id, long personId) {
        return cases.findById(id).filter(found -> businesses.mayAct(personId, found.seal().business().id()))
            .map(found -> "/panel/enforcement/" + id);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(long id, Locale language) {
        EnforcementCase enforcement = cases.get(id);
        Seal seal = enforcement.seal();
        NumberFormat numbers = NumberFormat.getIntegerInstance(language);
        Map<String, String> facts = new HashMap<>();
        facts.put("letterNumber", enforcement.key().toString());
        facts.put("site", seal.shownDomain());
        facts.put("siteTitle", seal.title());
        facts.put("sealNumber", seal.id().toString());
        facts.put("businessName", seal.business().name());
        facts.put("holderName", seal.business().owner().fullName());
        facts.put("openedAt", dates.dateTime(enforcement.openedAt(), language));
        facts.put("grounds", reason.of(enforcement, language));
        facts.put("matter", facts.get("grounds"));
        facts.put("dossier", dossier(enforcement, language));
        facts.put("statedGrounds", statedGrounds(enforcement, language));
        facts.put("dossierUrl", dossier.latest(enforcement).map(this::staffUrl).orElse(baseUrl + "/staff"));
        facts.put("files", files(enforcement, language));
        facts.put("complaints", numbers.format(enforcement.complaints()));
        facts.put("unanswered", numbers.format(enforcement.unanswered()));
        facts.put("points", numbers.format(enforcement.points()));
        facts.put("withdrawalLevel", enforcement.has(Ground.WITHDRAWAL_LEVEL)
            ? messages.getMessage("enforcement.withdrawal", null, language) : null);
        putTime(facts, "replyDue", enforcement.replyDue(), language);
        facts.put("reply", replies(enforcement, language));
        facts.put("repliedAt", time(enforcement.repliedAt(), language));
        putDecision(facts, enforcement, language);
        putTime(facts, "remedyDue", enforcement.remedyDue(), language);
        putRemedy(facts, enforcement, language);
        facts.put("missingItems", lines(enforcement.missing(), language));
        facts.put("checklist", lines(enforcement.checklist(), language));
        putTime(facts, "appealDue", enforcement.appealDue(), language);
        putAppeal(facts, enforcement, language);
        facts.put("caseLink", caseLink(enforcement));
        return facts;
    }

    /** Everything the holder has replied, the earlier letters' replies first and dated. */
    private String replies(EnforcementCase enforcement, Locale language) {
        String earlier = enforcement.earlierReplies().stream()
            .map(said -> dates.dateTime(said.saidAt(), language) + "\n" + said.text() + "\n\n")
            .collect(Collectors.joining());
        return enforcement.reply() == null ? earlier.isEmpty() ? null : earlier.strip() : earlier + enforcement.reply();
    }

    /** Without the decision in force there is only a proposed one: mails must not quote it. */
    private void putDecision(Map<String, String> facts, EnforcementCase enforcement, Locale language) {
        Optional<Decision> latest = enforcement.decision();
        Optional<Decision> inForce = latest.filter(Decision::inForce);
        facts.put("decisionReasons", inForce.map(Decision::reasons).orElse(null));
        facts.put("proposedMeasure", latest.map(decision -> messages.getMessage(
            "enforcement.measure." + decision.measure(), null, language)).orElse(null));
        facts.put("proposedReasons", latest.map(Decision::reasons).orElse(null));
        facts.put("proposedBy", latest.map(Decision::decidedBy).map(staff::nameOf).orElse(null));
        facts.put("confirmedBy", inForce.map(Decision::confirmedBy).map(staff::nameOf).orElse(null));
        facts.put("returnNote", latest.filter(Decision::returned).map(Decision::note).orElse(null));
    }

    /** A verdict that a second person has not confirmed is only a proposed one: mails must not quote it. */
    private void putRemedy(Map<String, String> facts, EnforcementCase enforcement, Locale language) {
        Optional<Remedy> latest = enforcement.remedy();
        Optional<Remedy> inForce = latest.filter(Remedy::inForce);
        facts.put("remedyReport", latest.map(Remedy::report).orElse(null));
        facts.put("remedyReportedAt", latest.map(one -> dates.dateTime(one.reportedAt(), language)).orElse(null));
        facts.put("remedyFindings", inForce.map(Remedy::reasons).orElse(null));
        facts.put("remedyOutcome", inForce.map(one -> messages.getMessage("enforcement.verdict." + one.verdict(), null,
            language)).orElse(null));
        facts.put("proposedFindings", latest.map(Remedy::reasons).orElse(null));
        facts.put("remedyCheckedBy", latest.map(Remedy::checkedBy).map(staff::nameOf).orElse(null));
        facts.put("revocationConfirmedBy", inForce.map(Remedy::confirmedBy).map(staff::nameOf).orElse(null));
        facts.put("revocationReturnNote", latest.filter(Remedy::returned).map(Remedy::note).orElse(null));
        String checked = enforcement.checklist().stream().filter(item -> item.inOrder() != null)
            .map(item -> wording.checked(item, language)).collect(Collectors.joining("\n"));
        facts.put("checkedItems", checked.isEmpty() ? null : checked);
    }

    /** One line for each ground: when it was found, what it is and what it rests on. */
    private String dossier(EnforcementCase enforcement, Locale language) {
        return enforcement.grounds().stream().map(stated -> line(stated, language)).collect(Collectors.joining("\n"));
    }

    private String line(StatedGround stated, Locale language) {
        return messages.getMessage("enforcement.dossier." + (stated.evidence() == null ? "line" : "evidence"),
            new Object[] {dates.date(stated.statedAt(), language), reason.name(stated.ground(), language),
                stated.evidence()}, language);
    }

    private void putAppeal(Map<String, String> facts, EnforcementCase enforcement, Locale language) {
        Optional<Appeal> appeal = enforcement.appeal();
        facts.put("appealAgainst", appeal.map(one -> messages.getMessage("enforcement.measure." + one.against(), null,
            language)).orElse(null));
        facts.put("appealText", appeal.map(Appeal::reasons).orElse(null));
        facts.put("appealLodgedAt", appeal.map(one -> dates.dateTime(one.lodgedAt(), language)).orElse(null));
        facts.put("appealFindings", appeal.map(Appeal::rulingReasons).orElse(null));
        facts.put("stillSuspended", enforcement.status() == EnforcementCase.Status.SUSPENDED ? "yes" : null);
    }

    /** One line for each ground, and who stated it: for staff, since it names colleagues. */
    private String statedGrounds(EnforcementCase enforcement, Locale language) {
        return enforcement.grounds().stream()
            .map(stated -> line(stated, language) + (stated.statedBy() == null ? "" : " – " + messages.getMessage(
                "enforcement.statedBy." + stated.statedBy().kind(), new Object[] {name(stated.statedBy())}, language)))
            .collect(Collectors.joining("\n"));
    }

    private String name(StatedBy by) {
        return by.kind() == StatedBy.Kind.STAFF ? staff.nameOf(by.name()) : by.name();
    }

    private static String lines(List<RemedyItem> items, Locale language) {
        return items.isEmpty() ? null
            : items.stream().map(item -> "• " + item.text(language)).collect(Collectors.joining("\n"));
    }

    /** Links to what the holder sent, as Markdown: forms show them so. */
    private String files(EnforcementCase enforcement, Locale language) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(language);
        List<Document> sent = documents.of(enforcement.key().toString()).stream()
            .filter(document -> !document.purpose().equals(Dossier.PURPOSE)).toList();
        return IntStream.range(0, sent.size()).mapToObj(i -> "[%s %s. %s](%s)".formatted(
                messages.getMessage("enforcement.file." + sent.get(i).purpose(), null, language), numbers.format(i + 1L),
                sent.get(i).fileName().replaceAll("[\\[\\]()\\\\]", "_"), staffUrl(sent.get(i))))
            .collect(Collectors.joining("\n\n"));
    }

    private String staffUrl(Document document) {
        return baseUrl + "/staff/documents/" + document.id();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Attachment> attachment(long id, String name, Locale language) {
        EnforcementCase enforcement = cases.get(id);
        return switch (name) {
            case DOSSIER -> dossier.latest(enforcement).map(document -> new Attachment(document.fileName(),
                document.type().mediaType(), documents.content(document.id())));
            case Calendars.DEADLINE -> deadline(enforcement, language);
            default -> Optional.empty();
        };
    }

    /** What the holder has to do next, and until when. */
    private Optional<Attachment> deadline(EnforcementCase enforcement, Locale language) {
        String what = switch (enforcement.status()) {
            case OPEN -> "reply";
            case SUSPENDED -> "remedy";
            case REVOKED -> "appeal";
            default -> null;
        };
        Instant due = due(enforcement);
        return what == null || due == null ? Optional.empty() : Optional.of(calendars.deadline(
            enforcement.key() + "-" + what, messages.getMessage("enforcement.calendar." + what,
                new Object[] {enforcement.seal().title()}, language), due, caseLink(enforcement)));
    }

    @Override
    public List<String> parties() {
        return List.of("holder");
    }

    private static Instant due(EnforcementCase enforcement) {
        return switch (enforcement.status()) {
            case SUSPENDED -> enforcement.remedyDue();
            case REVOKED -> enforcement.appealDue();
            default -> enforcement.replyDue();
        };
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
        Instant until = due(enforcement);
        return until == null ? null : links.sign("/answer/letters/" + enforcement.id(), until);
    }
}
