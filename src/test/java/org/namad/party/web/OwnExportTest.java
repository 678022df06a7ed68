package org.namad.party.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Datum;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Subject;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.ReportedPayment;
import org.namad.document.Upload;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.engine.TimeTravel;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.Submissions;
import org.namad.notification.Outbox;
import org.namad.party.Business;
import org.namad.party.DelegationDesk;
import org.namad.party.NewDelegate;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.payment.InvoiceItem;
import org.namad.payment.Payments;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@NamadTest
class OwnExportTest {

    private static final String EXPORT = "/panel/me/export";
    private static final Pattern CODE = Pattern.compile("`([a-z][A-Za-z]*)(?:\\[])?`");

    @Autowired MockMvc http;
    @Autowired ObjectMapper json;
    @Autowired ComplaintDesk complaints;
    @Autowired EnforcementDesk enforcement;
    @Autowired ApplicationDesk applications;
    @Autowired AmendmentDesk amendments;
    @Autowired DelegationDesk delegations;
    @Autowired Payments payments;
    @Autowired Renewals renewals;
    @Autowired People people;
    @Autowired Outbox outbox;
    @Autowired TestMailbox mailbox;
    @Autowired TransactionTemplate transaction;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired MessageSource messages;
    @Autowired TestData data;

    private Person owner;
    private Person consumer;
    private Seal seal;
    private Seal foreign;
    private Complaint complaint;

    @BeforeEach
    void lives() {
        seal = data.issuedSeal();
        owner = seal.business().owner();
        consumer = people.save(new Person(TestData.nationalId(), "Mary Stone", LocalDate.of(1991, 2, 3),
            "mary-" + seal.id() + "@mail.example", null, "en", clock.instant()));
        complaint = complaints.register(new NewComplaint(consumer.id(), seal.domain(), "F-17", "S-4",
            ComplaintReason.NOT_DELIVERED, "The order has not come.", new ReportedPayment(1_250_000L,
                LocalDate.of(2026, 11, 2), "R-9", "T-1"), false, List.of(new Upload("mine.png", Submissions.PNG))));
        complaints.answer(complaint.id(), "فردا می‌رسد.", List.of(new Upload("post.png", Submissions.PNG)));
        Business company = data.company();
        foreign = data.issuedSeal(company);
        delegations.accept(delegations.invite(company.id(), company.owner().id(),
            new NewDelegate(owner.nationalId().value(), owner.fullName(), owner.email())).id(), owner.id());
        travel.runDueJobs();
    }

    @Test
    @DisplayName("An owner gets what is kept about the own businesses, with texts and files of their side alone")
    void owner() throws Exception {
        applications.submit(Submissions.of(owner, TestData.domain()), Submissions.documents(Business.Kind.NATURAL));
        long caseId = enforcement.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, null, StatedBy.staff("officer1")).id();
        enforcement.reply(caseId, "کالاها را گذاشتیم", List.of(new Upload("shop.png", Submissions.PNG)));
        amendments.ask(new NewAmendment(seal.id(), owner.id(), Subject.PHONE, Datum.of("02177000000"), "خط تازه", List.of()));
        payments.open(new CaseKey("export-test", seal.id()), List.of(new InvoiceItem("issuance.fee.base", 175_000)),
            owner.id(), seal.business().id());
        renewals.saveAndFlush(new Renewal(seal, clock.instant()));
        mailbox.await(owner.email(), "complaint-notice");

        Map<String, byte[]> zip = zip(owner);
        JsonNode data = json.readTree(zip.get("data.json"));
        assertThat(data.at("/format").asText()).isEqualTo("namad-own-data");
        assertThat(data.at("/version").asInt()).isEqualTo(1);
        assertThat(data.at("/person/nationalId").asText()).isEqualTo(owner.nationalId().value());
        assertThat(data.at("/businesses")).hasSize(1);
        assertThat(data.at("/delegations/0/businessName").asText()).isEqualTo("شرکت بازرگانی نمونه");
        assertThat(data.at("/seals/0/domain").asText()).isEqualTo(seal.domain());
        assertThat(data.at("/applications/0/licenceNumber").asText()).isEqualTo("123-456");
        assertThat(data.at("/changes/0/wanted").asText()).isEqualTo("02177000000");
        assertThat(data.at("/renewals/0/status").asText()).isEqualTo("OPEN");
        assertThat(data.at("/enforcement/0/statements/0/text").asText()).isEqualTo("کالاها را گذاشتیم");
        assertThat(data.at("/invoices/0/totalToman").asLong()).isEqualTo(175_000);
        assertThat(data.at("/documents")).hasSize(2);

        JsonNode received = data.at("/complaintsReceived/0");
        assertThat(received.at("/tracking").asText()).isEqualTo(complaint.tracking());
        assertThat(received.at("/statements").findValuesAsText("text"))
            .containsExactly("The order has not come.", "فردا می‌رسد.");
        assertThat(received.at("/statements/0/files")).isEmpty();
        assertThat(received.at("/statements/1/files")).hasSize(1);
        assertThat(received.has("consentToPublish")).isFalse();
        assertThat(data.at("/complaintsFiled")).isEmpty();

        Set<String> named = new TreeSet<>(data.findValuesAsText("file"));
        assertThat(named).hasSizeGreaterThan(4).allMatch(path -> path.matches("(documents|messages)/\\d+\\.(png|html)"));
        Set<String> files = new TreeSet<>(zip.keySet());
        assertThat(files.removeAll(Set.of("index.html", "data.json"))).isTrue();
        assertThat(files).isEqualTo(named);
        assertThat(zip.get(received.at("/statements/1/files/0/file").asText())).isEqualTo(Submissions.PNG);
        assertThat(text(zip, data.at("/messages").findValuesAsText("file").get(0))).contains("<html");
        assertThat(data.at("/messages/0/delivery/0/outcome").asText()).isEqualTo("ACCEPTED");

        Document index = Jsoup.parse(text(zip, "index.html"));
        assertThat(index.selectFirst("html").attr("lang") + index.selectFirst("html").attr("dir")).isEqualTo("fartl");
        assertThat(index.text()).contains("داده‌های سارا احمدی در نماد", "فردا می‌رسد.", "۱۷۵٬۰۰۰ تومان", "پاسخ به نامه",
            "کارت ملی").doesNotContain("party.", "??");
        assertThat(index.select("a[href^=documents], a[href^=messages]").eachAttr("href")).containsAll(named);
        assertDocumented(data);
    }

    @Test
    @DisplayName("A consumer gets the complaints filed, in the language of their mails")
    void consumer() throws Exception {
        mailbox.await(consumer.email(), "complaint-receipt");
        Map<String, byte[]> zip = zip(consumer);
        JsonNode data = json.readTree(zip.get("data.json"));
        assertThat(data.at("/complaintsFiled/0/paidToman").asLong()).isEqualTo(1_250_000);
        assertThat(data.at("/complaintsFiled/0/consentToPublish").asBoolean(true)).isFalse();
        assertThat(data.at("/complaintsFiled/0/statements/0/files")).hasSize(1);
        assertThat(data.at("/complaintsFiled/0/statements/1/files")).isEmpty();
        assertThat(data.at("/complaintsFiled/0/statements/0/files/0/file")).isEqualTo(data.at("/documents/0/file"));
        assertThat(data.at("/person").has("mobile")).isFalse();
        for (String part : List.of("businesses", "seals", "complaintsReceived", "enforcement", "invoices")) {
            assertThat(data.get(part)).as(part).isEmpty();
        }
        Document index = Jsoup.parse(text(zip, "index.html"));
        assertThat(index.selectFirst("html").attr("lang") + index.selectFirst("html").attr("dir")).isEqualTo("enltr");
        assertThat(index.text()).contains("Data of Mary Stone at Namad", "1,250,000 toman", "Complaint ", "2 November 2026")
            .doesNotContain("party.", "??");
        assertDocumented(data);
    }

    @Test
    @DisplayName("Nothing of other people is in it: no complainant, no company of which one is a delegate, no shared mailbox")
    void nothingOfOthers() throws Exception {
        transaction.executeWithoutResult(status -> {
            outbox.postSecret(new CaseKey("export-test", seal.id()), "sign-in-code", "other",
                new Recipient("همخانهٔ او", owner.email(), Locale.forLanguageTag("fa")),
                Map.of("code", "424242", "validUntil", "۱۰:۳۰"));
            outbox.postSecret(new CaseKey("export-test", seal.id()), "sign-in-code", "own",
                new Recipient(owner.fullName(), owner.email(), Locale.forLanguageTag("fa")),
                Map.of("code", "737373", "validUntil", "۱۰:۳۰"));
        });
        Map<String, byte[]> zip = zip(owner);
        String written = text(zip, "data.json");
        assertThat(written).doesNotContain("Mary Stone", foreign.domain(), "همخانه");
        assertThat(text(zip, "index.html")).doesNotContain("Mary Stone", foreign.domain());
        for (String path : zip.keySet()) {
            assertThat(text(zip, path)).as(path).doesNotContain(consumer.nationalId().value(), consumer.email(),
                foreign.business().owner().nationalId().value(), "424242", "737373");
        }
        JsonNode codes = json.readTree(written).at("/messages");
        assertThat(codes).filteredOn(mail -> mail.at("/case").asText().startsWith("export-test")).hasSize(1)
            .noneMatch(mail -> mail.has("file"));
        for (byte[] content : zip(data.person()).values()) {
            assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain(seal.domain(), owner.email(),
                complaint.tracking());
        }
    }

    @Test
    @DisplayName("Visitors get none; who asks too often is told when there is another one")
    void limits() throws Exception {
        http.perform(get(EXPORT)).andExpect(redirectedUrl("/sign-in"));
        for (int i = 0; i < ExportLimit.EXPORTS; i++) {
            open(consumer, EXPORT).andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store"));
        }
        open(consumer, EXPORT).andExpect(status().isTooManyRequests()).andExpect(header().exists("Retry-After"))
            .andExpect(content().string(containsString("لطفاً")));
        open(owner, EXPORT).andExpect(status().isOk());
        travel.by(ExportLimit.WINDOW.dividedBy(ExportLimit.EXPORTS).plus(Duration.ofSeconds(1)));
        open(consumer, EXPORT).andExpect(status().isOk());
        open(consumer, "/panel/me").andExpect(status().isOk()).andExpect(content().string(containsString(EXPORT)));
    }

    @Test
    @DisplayName("Every field that docs/export.md tells of has its name in both languages")
    void names() throws Exception {
        for (String language : List.of("fa", "en")) {
            documented().forEach((part, fields) -> {
                assertThat(messages.getMessage("party.export.part." + part, null, Locale.forLanguageTag(language))).isNotEmpty();
                fields.forEach(field -> assertThat(messages.getMessage("party.export.field." + field, null,
                    Locale.forLanguageTag(language))).isNotEmpty());
            });
        }
    }

    /** The parts are those of docs/export.md in their order, and no part has a field that is not told of there. */
    private void assertDocumented(JsonNode data) throws IOException {
        Map<String, Set<String>> documented = documented();
        List<String> parts = new ArrayList<>();
        data.fieldNames().forEachRemaining(parts::add);
        assertThat(parts.subList(0, 3)).containsExactly("format", "version", "madeAt");
        assertThat(parts.subList(3, parts.size())).containsExactlyElementsOf(documented.keySet());
        documented.forEach((part, fields) -> assertThat(fields).as(part).containsAll(fields(data.get(part))));
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(below -> names.addAll(fields(below)));
        return names;
    }

    /** The fields of every part, in the order of docs/export.md. */
    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        Set<String> fields = null;
        for (String line : Files.readAllLines(Path.of("docs/export.md"))) {
            if (line.startsWith("### ")) {
                fields = new TreeSet<>();
                parts.put(line.substring(4), fields);
            } else if (fields != null && line.startsWith("| `")) {
                fields.addAll(CODE.matcher(line).results().map(found -> found.group(1)).toList());
            }
        }
        return parts;
    }

    private Map<String, byte[]> zip(Person person) throws Exception {
        byte[] sent = open(person, EXPORT).andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "application/zip"))
            .andExpect(header().string("Content-Disposition", containsString("attachment; filename=\"namad-")))
            .andReturn().getResponse().getContentAsByteArray();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), zip.readAllBytes())).as(entry.getName()).isNull();
            }
        }
        return entries;
    }

    private ResultActions open(Person person, String address) throws Exception {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return http.perform(get(address).with(authentication(UsernamePasswordAuthenticationToken.authenticated(
            principal, null, AuthorityUtils.createAuthorityList("ROLE_PARTY")))));
    }

    private static String text(Map<String, byte[]> zip, String path) {
        return new String(zip.get(path), StandardCharsets.UTF_8);
    }
}
