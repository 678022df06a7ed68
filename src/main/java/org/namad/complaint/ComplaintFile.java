package org.namad.complaint;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.namad.conduct.Ledger;
import org.namad.language.Digits;
import org.namad.notification.Calendars;
import org.namad.party.Businesses;
import org.namad.party.Person;
import org.namad.party.SignedLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The facts of a complaint for mails and for staff. Deadlines come in the reader's calendar and, with {@code Also}
 * after their name, in the other one (N5); numbers have the digits of their reader.
 */
@Component
class ComplaintFile implements CaseFile {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");
    /** Long enough for every step of a complaint, late answer included. */
    private static final Duration LINKS_LAST = Duration.ofDays(180);

    /** How facts name what was said last. */
    private static final Map<Statement.Kind, String> SAID = Map.of(Statement.Kind.SCREENING, "screeningDecision",
        Statement.Kind.EXTENSION_REQUEST, "extensionRequest", Statement.Kind.EXTENSION_DECISION, "extensionAnswer",
        Statement.Kind.CONTACT, "contactMade", Statement.Kind.REOPENING, "reopeningReason",
        Statement.Kind.APPEAL_RULING, "appealDecision");

    private final Complaints complaints;
    private final Businesses businesses;
    private final SignedLinks links;
    private final JalaliDates dates;
    private final Digits digits;
    private final MessageSource messages;
    private final ClockLines clockLines;
    private final StaffView staffView;
    private final ProofOfNotice proof;
    private final Ledger ledger;
    private final Calendars calendars;
    private final Clock clock;
    private final String baseUrl;

    ComplaintFile(Complaints complaints, Businesses businesses, SignedLinks links, JalaliDates dates,
            Digits digits, MessageSource messages, ClockLines clockLines, StaffView staffView, ProofOfNotice proof, Ledger ledger,
            Calendars calendars, Clock clock, @Value("${namad.base-url}") String baseUrl) {
        this.complaints = complaints;
        this.businesses = businesses;
        this.links = links;
        this.dates = dates;
        this.digits = digits;
        this.messages = messages;
        this.clockLines = clockLines;
        this.staffView = staffView;
        this.proof = proof;
        this.ledger = ledger;
        this.calendars = calendars;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public String kind() {
        return Complaint.KIND;
    }

    @Override
    public Recipient recipient(long id, String role) {
        Complaint complaint = get(id);
        Person person = switch (role) {
            case "business" -> complaint.seal().business().owner();
            case "complainant" -> complaint.complainant();
            default -> throw new IllegalArgumentException("nobody is " + role + " in a complaint");
        };
        return recipient(person);
    }

    /** A company's delegates read notices too; their link leads to the panel, which closes when their right to act ends. */
    @Override
    public List<Recipient.Copy> copies(long id, String role) {
        return !role.equals("business") ? List.of() : businesses.delegatesOf(get(id).seal().business().id()).stream()
            .map(delegate -> new Recipient.Copy(recipient(delegate), Map.of("answerLink", baseUrl + "/panel/complaints/" + id)))
            .toList();
    }

    private static Recipient recipient(Person person) {
        return new Recipient(person.fullName(), person.email(), Locale.forLanguageTag(person.language()));
    }

    @Override
    public Optional<String> page(long id, long personId) {
        Complaint complaint = get(id);
        if (businesses.mayAct(personId, complaint.seal().business().id())) {
            return Optional.of("/panel/complaints/" + id);
        }
        return complaint.complainant().id() == personId ? Optional.of("/complaints/" + complaint.tracking())
            : Optional.empty();
    }

    @Override
    public Map<String, String> facts(long id, Locale language) {
        Complaint complaint = get(id);
        Map<String, String> facts = new HashMap<>();
        facts.put("tracking", digits.of(complaint.tracking(), language));
        facts.put("site", complaint.seal().shownDomain());
        facts.put("siteTitle", complaint.seal().title());
        facts.put("sealNumber", complaint.seal().id().toString());
        facts.put("businessName", complaint.seal().business().name());
        facts.put("complainantName", complaint.complainant().fullName());
        facts.put("invoiceNumber", digits.of(complaint.invoiceNumber(), language));
        facts.put("shipmentNumber", complaint.shipmentNumber() == null ? null
            : digits.of(complaint.shipmentNumber(), language));
        facts.put("reason", message("complaint.reason." + complaint.reason(), language));
        facts.put("matter", facts.get("reason"));
        facts.put("description", complaint.description());
        facts.put("payment", payment(complaint.payment(), language));
        facts.put("status", message("complaint.status." + complaint.status(), language));
        putTime(facts, "registeredAt", complaint.registeredAt(), language);
        putTime(facts, "answerDue", complaint.answerDue(), language);
        facts.put("answerHours", complaint.timeToAnswer() == null ? null
            : NumberFormat.getIntegerInstance(language).format(hours(complaint.timeToAnswer())));
        facts.put("timeLeft", complaint.answerDue() == null ? null
            : dates.duration(Duration.between(clock.instant(), complaint.answerDue()), language));
        facts.put("answer", complaint.answer());
        putTime(facts, "answeredAt", complaint.answeredAt(), language);
        facts.put("answerDelay", dates.duration(complaint.answerDelay(), language));
        putTime(facts, "verdictDue", complaint.verdictDue(), language);
        facts.put("objection", complaint.objection());
        facts.put("rulingReasons", complaint.rulingReasons());
        facts.put("clock", String.join("\n", clockLines.of(complaint.clock(), language)));
        facts.put("again", complaint.reopenedAt() == null ? null : "again");
        facts.put("noticeProof", proof.of(complaint, language).orElse(null));
        facts.put("appealStated", complaint.lastAppeal().map(Statement::text).orElse(null));
        facts.put("pointState", message("complaint.point." + (ledger.stands(id) ? "stands" : "none"), language));
        putTime(facts, "silenceAppealUntil", complaint.windows().silenceAppealUntil(), language);
        putTime(facts, "rulingAppealUntil", complaint.windows().rulingAppealUntil(), language);
        putTime(facts, "reopenUntil", complaint.windows().reopenUntil(), language);
        for (Statement.Kind kind : List.of(Statement.Kind.SCREENING, Statement.Kind.EXTENSION_REQUEST,
                Statement.Kind.EXTENSION_DECISION, Statement.Kind.CONTACT, Statement.Kind.REOPENING,
                Statement.Kind.APPEAL_RULING)) {
            facts.put(SAID.get(kind), complaint.lastSaid(kind));
        }
        staffView.addTo(facts, complaint, language);
        facts.put("answerLink", answerLink(complaint));
        facts.put("complaintLink", link("/complaints/", complaint));
        return facts;
    }

    /** The calendar entry of the answer deadline, with the link that opens the answer page. */
    @Override
    public Optional<Attachment> attachment(long id, String name, Locale language) {
        Complaint complaint = get(id);
        if (!Calendars.DEADLINE.equals(name) || complaint.answerDue() == null) {
            return Optional.empty();
        }
        return Optional.of(calendars.deadline(complaint.key() + "-answer",
            message("complaint.calendar.answer", language, complaint.tracking()), complaint.answerDue(),
            answerLink(complaint)));
    }

    @Override
    public List<String> parties() {
        return List.of("business", "complainant");
    }

    private String answerLink(Complaint complaint) {
        return link("/answer/", complaint);
    }

    private String link(String page, Complaint complaint) {
        Instant start = complaint.reopenedAt() == null ? complaint.registeredAt() : complaint.reopenedAt();
        return links.sign(page + complaint.tracking(), start.plus(LINKS_LAST));
    }

    /** To the nearest hour: MariaDB cuts the timer's fraction of a second off, and 96 hours must not read 95. */
    private static long hours(Duration duration) {
        return Math.round(duration.toSeconds() / 3600.0);
    }

    private void putTime(Map<String, String> facts, String name, Instant instant, Locale language) {
        Locale other = PERSIAN.getLanguage().equals(language.getLanguage()) ? Locale.ENGLISH : PERSIAN;
        facts.put(name, dates.dateTime(instant, language));
        facts.put(name + "Also", dates.dateTime(instant, other));
    }

    private String payment(ReportedPayment payment, Locale language) {
        if (payment == null) {
            return null;
        }
        return Stream.of(
                part("amount", payment.amount() == null ? null
                    : NumberFormat.getIntegerInstance(language).format(payment.amount()), language),
                part("date", payment.date() == null ? null : dates.date(payment.date(), language), language),
                part("reference", payment.reference(), language),
                part("terminal", payment.terminal(), language))
            .filter(Objects::nonNull).collect(Collectors.joining(message("complaint.payment.separator", language)));
    }

    private String part(String name, String text, Locale language) {
        return text == null ? null : message("complaint.payment." + name, language, text);
    }

    private String message(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    private Complaint get(long id) {
        return complaints.findById(id).orElseThrow();
    }
}
