package org.namad.amendment;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseFile;
import org.namad.casefile.Recipient;
import org.namad.document.Documents;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts of a change for forms and mails; its only role is the {@code holder}. */
@Component
@Transactional(readOnly = true)
class AmendmentFile implements CaseFile {

    private static final String HOLDER = "holder";

    private final Amendments amendments;
    private final AmendmentDesk desk;
    private final Wording wording;
    private final Documents documents;
    private final JalaliDates dates;
    private final MessageSource messages;
    private final Clock clock;
    private final String baseUrl;

    AmendmentFile(Amendments amendments, AmendmentDesk desk, Wording wording, Documents documents, JalaliDates dates,
            MessageSource messages, Clock clock, @Value("${namad.base-url}") String baseUrl) {
        this.amendments = amendments;
        this.desk = desk;
        this.wording = wording;
        this.documents = documents;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    @Override
    public String kind() {
        return Amendment.KIND;
    }

    @Override
    public List<String> parties() {
        return List.of(HOLDER);
    }

    @Override
    public Recipient recipient(long id, String role) {
        if (!HOLDER.equals(role)) {
            throw new IllegalArgumentException("nobody is " + role + " in a change of data");
        }
        Person owner = amendments.get(id).seal().business().owner();
        return new Recipient(owner.fullName(), owner.email(), Locale.forLanguageTag(owner.language()));
    }

    /** Only the owner changes what is registered. */
    @Override
    public Optional<String> page(long id, long personId) {
        Seal seal = amendments.get(id).seal();
        return seal.business().owner().id() == personId ? Optional.of("/panel/seals/" + seal.id() + "/change")
            : Optional.empty();
    }

    @Override
    public Map<String, String> facts(long id, Locale language) {
        Amendment amendment = amendments.get(id);
        Seal seal = amendment.seal();
        Map<String, String> facts = new HashMap<>();
        facts.put("site", seal.shownDomain());
        facts.put("siteTitle", seal.title());
        facts.put("sealNumber", seal.id().toString());
        facts.put("sealStatus", text("amendment.sealStatus." + seal.statusAt(clock.instant()), language));
        facts.put("businessName", seal.business().name());
        facts.put("holderName", seal.business().owner().fullName());
        facts.put("changeOf", text("amendment.subject." + amendment.subject(), language));
        facts.put("matter", messages.getMessage("amendment.changeThis", new Object[] {facts.get("changeOf")}, language));
        facts.put("formerly", wording.of(amendment.subject(), amendment.formerly(), language));
        facts.put("wanted", wording.of(amendment.subject(), amendment.wanted(), language));
        facts.put("holderReason", amendment.why() == null ? text("amendment.why.none", language) : amendment.why());
        facts.put("askedOn", dates.dateTime(amendment.askedAt(), language));
        facts.put("licenceFinding", finding(amendment, language));
        facts.put("reviewReasons", amendment.reviewReasons());
        facts.put("papers", papers(amendment, language));
        facts.put("amendmentLink", baseUrl + "/panel/seals/" + seal.id() + "/change");
        facts.put("profileLink", Snippet.profileUrl(seal, baseUrl));
        placement(amendment, language, facts);
        return facts;
    }

    private void placement(Amendment amendment, Locale language, Map<String, String> facts) {
        boolean moves = amendment.subject() == Subject.DOMAIN;
        boolean sought = amendment.status() == Amendment.Status.PLACEMENT;
        facts.put("newSiteUrl", moves ? AmendmentRegister.home(amendment.wanted().text()) : null);
        facts.put("snippet", moves ? Snippet.of(amendment.seal(), baseUrl) : null);
        facts.put("placementFault", amendment.placementFault() == null ? null
            : text("monitoring.fault." + amendment.placementFault(), language));
        facts.put("placementDeadline", sought ? desk.placementDeadline(amendment.id())
            .map(deadline -> dates.dateTime(deadline, language)).orElse(null) : null);
    }

    private String finding(Amendment amendment, Locale language) {
        String found = text("amendment.finding." + (amendment.licenceFinding() == null ? "NOT_ASKED"
            : amendment.licenceFinding()), language);
        String note = amendment.licenceNote();
        return note == null || note.isBlank() ? found : found + " (" + note + ")";
    }

    /** Links to the sites and to what the holder sent, as Markdown: forms show them so. */
    private String papers(Amendment amendment, Locale language) {
        StringBuilder links = new StringBuilder(
            link(text("amendment.paper.site", language), AmendmentRegister.home(amendment.seal().domain())));
        if (amendment.subject() == Subject.DOMAIN) {
            links.append("\n\n").append(link(text("amendment.paper.newSite", language),
                AmendmentRegister.home(amendment.wanted().text())));
        }
        String sent = documents.of(amendment.key().toString()).stream()
            .map(document -> link(document.fileName(), baseUrl + "/staff/documents/" + document.id()))
            .collect(Collectors.joining("\n\n"));
        return sent.isEmpty() ? links.toString() : links.append("\n\n").append(sent).toString();
    }

    private static String link(String text, String url) {
        return "[" + text.replaceAll("[\\[\\]()\\\\]", "_") + "](" + url + ")";
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
