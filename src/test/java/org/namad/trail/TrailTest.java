package org.namad.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.casefile.Attributable;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.Side;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.party.SignedLinks;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@NamadTest
class TrailTest {

    @Autowired MockMvc http;
    @Autowired TestData data;
    @Autowired ComplaintDesk desk;
    @Autowired StaffWork staff;
    @Autowired StaffAccounts accounts;
    @Autowired SignedLinks links;
    @Autowired TimeTravel travel;
    @Autowired SealRegister register;
    @Autowired Changes changes;
    @Autowired TransactionTemplate transaction;
    @Autowired NamadClock clock;
    @Autowired EntityManagerFactory persistence;
    @Autowired MessageSource messages;

    private Person owner;
    private Person consumer;
    private Seal seal;

    @BeforeEach
    void parties() {
        owner = data.person();
        consumer = data.person();
        seal = data.issuedSeal(data.business(owner));
    }

    @Test
    @DisplayName("N6 A change made on a page is attributed to the party who was signed in, from what to what")
    void party() throws Exception {
        Complaint complaint = complaint();
        String answer = "فرستاده شد. ".repeat(50);
        http.perform(byLink(complaint, answer).with(signedIn(owner)).with(csrf()))
            .andExpect(status().is3xxRedirection());

        ChangeEntry status = line(complaint, "status");
        assertThat(status.oldText()).isEqualTo("AWAITING_ANSWER");
        assertThat(status.newText()).isEqualTo("AWAITING_VERDICT");
        assertThat(status.actor().kind()).isEqualTo(Actor.Kind.PARTY);
        assertThat(status.actor().name()).isEqualTo("person-" + owner.id());
        assertThat(line(complaint, "answer").newText()).startsWith("فرستاده شد.").contains("… [599, SHA-256 ")
            .hasSizeLessThan(200);
        assertThat(line(complaint, ChangeEntry.CREATED)).isNotNull();
        assertThat(of(complaint)).extracting(ChangeEntry::field).contains("statements").doesNotContain("version");
    }

    @Test
    @DisplayName("N6 Whoever comes by a signed link is named so, with the page")
    void link() throws Exception {
        Complaint complaint = complaint();
        http.perform(byLink(complaint, "فرستاده شد").with(csrf())).andExpect(status().is3xxRedirection());

        assertThat(line(complaint, "status").actor()).extracting(Actor::kind, Actor::name)
            .containsExactly(Actor.Kind.LINK, "/answer/" + complaint.tracking());
    }

    @Test
    @DisplayName("N6 What a timer does is attributed to the step of the process, not to whoever turns the clock")
    void process() {
        Complaint complaint = complaint();
        travel.by(Duration.ofHours(97));
        ChangeEntry status = line(complaint, "leftUnansweredAt");
        assertThat(status.actor().kind()).isEqualTo(Actor.Kind.PROCESS);
        assertThat(status.actor().name()).isNull();
        assertThat(status.actor().element()).matches("complaint:\\d+/Task_MarkUnanswered");
    }

    @Test
    @DisplayName("N6 A ruling is attributed to the officer, with the step of the process")
    void staffMember() {
        Complaint complaint = complaint();
        desk.answer(complaint.id(), "فرستاده شد");
        desk.dispute(complaint.id(), "نرسیده است");
        travel.runDueJobs();
        staff.complete(complaint.key(), "officer1", Map.of("ruling", "upheld", "rulingReasons", "سندی نیست"));

        ChangeEntry ruling = line(complaint, "rulingReasons");
        assertThat(ruling.actor().kind()).isEqualTo(Actor.Kind.STAFF);
        assertThat(ruling.actor().name()).isEqualTo("officer1");
        assertThat(ruling.actor().element()).endsWith("/Task_RecordRuling");
    }

    @Test
    @DisplayName("N6 Without a person and a process it was the platform; the seal's change tells from what to what")
    void platform() {
        register.suspend(seal.id(), "کالا متفاوت بود");
        ChangeEntry status = of("seal-" + seal.id()).stream().filter(line -> line.field().equals("status")
            && "SUSPENDED".equals(line.newText())).findFirst().orElseThrow();
        assertThat(status.oldText()).isEqualTo("ACTIVE");
        assertThat(status.actor()).isEqualTo(new Actor(Actor.Kind.SYSTEM, null, null));
    }

    @Test
    @DisplayName("N6 A change that is rolled back leaves no trace")
    void rolledBack() {
        int before = of("seal-" + seal.id()).size();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            register.suspend(seal.id(), "اشتباه");
            changes.findByCaseKeyOrderByIdDesc("seal-" + seal.id(), PageRequest.of(0, 1));
            throw new IllegalStateException("no");
        })).hasMessage("no");
        assertThat(of("seal-" + seal.id())).hasSize(before);
    }

    @Test
    @DisplayName("N6 Secrets are never copied, files are named by size and digest")
    void wording() {
        assertThat(Wording.of("passwordHash", "abc")).isEqualTo("•••");
        assertThat(Wording.of("content", new byte[] {1, 2, 3})).startsWith("[3 B, SHA-256 ");
        assertThat(Wording.of("title", null)).isNull();
        assertThat(Wording.of("title", "کوتاه")).isEqualTo("کوتاه");
    }

    @Test
    @DisplayName("N6 Officers and auditors read the changes, others and outsiders do not")
    void page() throws Exception {
        Complaint complaint = complaint();
        desk.answer(complaint.id(), "<b>فرستاده شد</b>");
        for (String reader : List.of("officer1", "auditor1")) {
            Document page = Jsoup.parse(http.perform(get("/staff/changes/" + complaint.key()).with(staff(reader)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
            assertThat(page.select("tbody tr").size()).isGreaterThan(4);
            assertThat(page.text()).contains("<b>فرستاده شد</b>", "وضعیت", "در انتظار نظر شاکی", "طرف: فروشگاه",
                "مدت: ۴ روز").doesNotContain("??", "AWAITING_VERDICT", "Statement[", "null");
        }
        http.perform(get("/staff/changes/" + complaint.key()).with(staff("owner1")))
            .andExpect(status().isForbidden());
        http.perform(get("/staff/changes/" + complaint.key())).andExpect(status().is3xxRedirection());
        http.perform(get("/staff/changes/nonsense").with(staff("auditor1"))).andExpect(status().isNotFound());
        http.perform(get("/staff/changes").param("case", " Complaint-۱۷ ").with(staff("auditor1")))
            .andExpect(redirectedUrl("/staff/changes/complaint-17"));
    }

    @Test
    @DisplayName("N6 Every state that the trail may name has words in both languages")
    void words() {
        List<Class<?>> states = persistence.getMetamodel().getEntities().stream()
            .filter(entity -> entity.getJavaType().isAnnotationPresent(Attributable.class)).flatMap(TrailTest::states)
            .toList();
        assertThat(states).contains(ComplaintStatus.class, Side.class);
        assertThat(states).allSatisfy(state -> assertThat(state.getEnumConstants()).allSatisfy(constant -> {
            for (String language : List.of("fa", "en")) {
                assertThat(messages.getMessage("trail.value." + constant, null, "", Locale.forLanguageTag(language)))
                    .as(constant + " of " + state).isNotBlank();
            }
        }));
    }

    private static Stream<Class<?>> states(ManagedType<?> type) {
        return type.getAttributes().stream().flatMap(attribute -> {
            Type<?> value = attribute instanceof PluralAttribute<?, ?, ?> list ? list.getElementType()
                : ((SingularAttribute<?, ?>) attribute).getType();
            return value instanceof EmbeddableType<?> parts ? states(parts) : Stream.of(value.getJavaType());
        }).filter(Class::isEnum);
    }

    @Test
    @DisplayName("N6 A long trail comes in pages")
    void paged() throws Exception {
        for (int i = 0; i < 30; i++) {
            register.retitle(seal.id(), "فروشگاه " + i);
        }
        Document first = Jsoup.parse(http.perform(get("/staff/changes/seal-" + seal.id()).with(staff("auditor1")))
            .andReturn().getResponse().getContentAsString());
        assertThat(first.select("tbody tr")).hasSize(50);
        Document second = Jsoup.parse(http.perform(get(first.select("a[rel=next]").attr("href")).with(staff("auditor1")))
            .andReturn().getResponse().getContentAsString());
        assertThat(second.select("tbody tr")).isNotEmpty();
        assertThat(second.select("a[rel=prev]")).hasSize(1);
    }

    private Complaint complaint() {
        return desk.register(new NewComplaint(consumer.id(), seal.domain(), "F-17", null,
            ComplaintReason.NOT_DELIVERED, "سفارش هنوز نرسیده است.", null));
    }

    /** The answer form, which carries the key of the link whether its sender is signed in or not. */
    private MockHttpServletRequestBuilder byLink(Complaint complaint, String answer) {
        String path = "/answer/" + complaint.tracking();
        String[] key = links.sign(path, clock.instant().plus(Duration.ofDays(1))).split("[?&]until=|&signature=");
        return multipart(path).param("until", key[1]).param("signature", key[2]).param("text", answer);
    }

    private ChangeEntry line(Complaint complaint, String field) {
        return of(complaint).stream().filter(line -> line.field().equals(field)).findFirst().orElseThrow();
    }

    private List<ChangeEntry> of(Complaint complaint) {
        return of(complaint.key().toString());
    }

    private List<ChangeEntry> of(String key) {
        return changes.findByCaseKeyOrderByIdDesc(key, PageRequest.of(0, 500)).getContent();
    }

    private static RequestPostProcessor signedIn(Person person) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }

    private RequestPostProcessor staff(String id) {
        StaffMember member = accounts.authenticate(id, "Namad-demo-1").orElseThrow();
        return authentication(UsernamePasswordAuthenticationToken.authenticated(member, null,
            AuthorityUtils.createAuthorityList(Stream.concat(Stream.of("staff"), member.groups().stream())
                .map(group -> "ROLE_" + group).toArray(String[]::new))));
    }
}
