package org.namad.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.demo.simulators.Behaviour;
import org.namad.demo.simulators.Simulators;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.Submissions;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files that are not taken, sent over HTTP with every form that has room for files. */
@NamadTest
class RefusedUploadsTest {

    private static final String TYPED = "سفارش ۱۲ هنوز نرسیده است";
    private static final byte[] PROGRAM = "MZ\u0090\0\u0003\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MEGABYTE = 1024 * 1024;

    /**
     * A form with room for files.
     *
     * @param reader    whom the page is for; null if it is opened by a link
     * @param page      where it is
     * @param action    how the address ends that the form is sent to
     * @param text      the field whose content must not be lost
     * @param files     the field for files
     * @param tooLarge  the key of what is said of a file of more than 5 MB
     * @param wrongType the key of what is said of a file that is no document
     */
    private record Form(Person reader, String page, String action, String text, String files, String tooLarge,
                        String wrongType) {

        Form(Person reader, String page, String action, String text) {
            this(reader, page, action, text, "files", "document.refused.tooLarge", "document.refused.wrongType");
        }

        static Form ofApplication(Person reader, String page, String action) {
            return new Form(reader, page, action, "title", "files[NATIONAL_CARD]", "issuance.document.TOO_LARGE",
                "issuance.document.WRONG_TYPE");
        }
    }

    @LocalServerPort int port;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired ComplaintDesk complaints;
    @Autowired EnforcementDesk enforcement;
    @Autowired ApplicationDesk applications;
    @Autowired Simulators simulators;
    @Autowired StaffWork staff;
    @Autowired TimeTravel travel;
    @Autowired MessageSource messages;
    @Autowired JdbcTemplate jdbc;

    private final Connection visitor = Jsoup.newSession().timeout(60_000).ignoreHttpErrors(true);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"complaint", "answer", "answer by link", "verdict", "reopening", "consumer's appeal",
        "business's appeal", "reply", "reply by link", "remedy", "appeal against revocation", "application", "correction",
        "change of data"})
    @DisplayName("R5 R12 A file that is too large or no document is told of in the page's language; the form is kept, "
        + "nothing is written")
    void refused(String name) throws IOException {
        Form form = form(name);
        if (form.reader() != null) {
            signIn(form.reader());
        }
        for (String language : List.of("fa", "en")) {
            Locale reader = Locale.forLanguageTag(language);
            FormElement empty = open(form, language);
            Map<String, Long> before = written();

            assertKept(send(empty, form, "large.png", megabytes(6)), form, message(form.tooLarge(), reader));
            assertKept(send(empty, form, "invoice.pdf", PROGRAM), form, message(form.wrongType(), reader));
            Connection.Response huge = send(empty, form, "huge.png", megabytes(21));
            assertThat(huge.statusCode()).isEqualTo(413);
            assertThat(huge.parse().text()).contains(message("web.error.413.what", reader));
            assertThat(written()).isEqualTo(before);
        }
        long documents = rows("document");
        send(open(form, "fa"), form, "card.png", Submissions.PNG);
        assertThat(rows("document")).as("a file that is right is taken").isEqualTo(documents + 1);
    }

    private static void assertKept(Connection.Response answer, Form form, String message) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = answer.parse();
        assertThat(page.text()).contains(message);
        assertThat(find(page, form).select("[name=" + form.text() + "]").val()).isEqualTo(TYPED);
    }

    /** How many cases there are, how much was said in them and what was decided, and how many documents there are. */
    private Map<String, Long> written() {
        return Stream.of("document", "complaint", "complaint_statement", "enforcement_case where reply is not null",
                "remedy", "enforcement_appeal", "application", "application_stage", "amendment")
            .collect(Collectors.toMap(table -> table, this::rows));
    }

    private long rows(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private String message(String key, Locale reader) {
        return messages.getMessage(key, null, reader);
    }

    private static byte[] megabytes(int size) {
        return Arrays.copyOf(Submissions.PNG, size * MEGABYTE);
    }

    private FormElement open(Form form, String language) throws IOException {
        String page = form.page() + (form.page().contains("?") ? "&" : "?") + "lang=" + language;
        return find(visitor.newRequest().url(address(page)).get(), form);
    }

    private static FormElement find(Document page, Form form) {
        return page.forms().stream().filter(found -> URI.create(found.attr("action")).getPath().endsWith(form.action())
            && !found.select("input[type=file]").isEmpty()).findFirst()
            .orElseThrow(() -> new AssertionError(page.text()));
    }

    private Connection.Response send(FormElement empty, Form form, String fileName, byte[] content) throws IOException {
        Connection sent = visitor.newRequest().url(empty.absUrl("action")).method(Connection.Method.POST);
        Set<String> own = Set.of(form.text(), form.files());
        empty.formData().stream().filter(field -> !own.contains(field.key()) && !field.key().startsWith("files["))
            .forEach(field -> sent.data(field.key(), field.value()));
        return sent.data(form.text(), TYPED).data(form.files(), fileName, new ByteArrayInputStream(content)).execute();
    }

    private void signIn(Person person) throws IOException {
        FormElement first = visitor.newRequest().url(address("/sign-in")).get().expectForm("main form");
        first.select("[name=nationalId]").val(person.nationalId().value());
        FormElement second = first.submit().execute().parse().expectForm("main form");
        second.select("[name=code]").val(mailbox.code(person.email(), "sign-in-code", 1));
        second.submit().execute();
    }

    private String address(String page) {
        return "http://localhost:" + port + page;
    }

    private Form form(String name) {
        return switch (name) {
            case "complaint" -> new Form(data.person(), "/complaints/new?domain=" + data.issuedSeal().domain(),
                "/complaints/new", "description");
            case "answer", "answer by link", "verdict", "reopening", "consumer's appeal", "business's appeal" ->
                aboutComplaint(name);
            case "application" -> Form.ofApplication(data.person(),
                "/apply/form?sellsToVisitors=true&paymentGateway=true", "/apply/form");
            case "correction" -> correction();
            case "change of data" -> {
                Seal seal = data.issuedSeal();
                yield new Form(data.ownerOf(seal), "/panel/seals/" + seal.id() + "/change/name", "/change/name", "text");
            }
            default -> aboutMeasure(name);
        };
    }

    private Form aboutComplaint(String name) {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        Person consumer = data.person();
        Complaint complaint = complaints.register(new NewComplaint(consumer.id(), seal.domain(), "F-5512", null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده", null));
        travel.runDueJobs();
        String panel = "/panel/complaints/" + complaint.id();
        String page = "/complaints/" + complaint.tracking();
        if (name.startsWith("answer")) {
            return name.equals("answer") ? new Form(owner, panel, complaint.tracking(), "text")
                : new Form(null, link(owner, "complaint-notice"), complaint.tracking(), "text");
        }
        complaints.answer(complaint.id(), "فرستادیم");
        travel.runDueJobs();
        if (name.equals("verdict")) {
            return new Form(consumer, page, "/verdict", "text");
        }
        if (name.equals("reopening")) {
            complaints.accept(complaint.id());
            travel.runDueJobs();
            return new Form(consumer, page, "/reopening", "text");
        }
        complaints.dispute(complaint.id(), "نرسید");
        travel.runDueJobs();
        staff.complete(complaint.key(), "officer1", Map.of("ruling", "upheld", "rulingReasons", "مدرکی نیست"));
        travel.runDueJobs();
        return name.startsWith("business") ? new Form(owner, panel, "/appeal", "text")
            : new Form(consumer, page, "/appeal", "text");
    }

    private Form aboutMeasure(String name) {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        EnforcementCase opened = enforcement.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحهٔ کالا خالی است",
            StatedBy.staff("officer1"));
        travel.runDueJobs();
        String page = "/panel/enforcement/" + opened.id();
        if (name.startsWith("reply")) {
            return name.equals("reply") ? new Form(owner, page, "/reply", "text")
                : new Form(null, link(owner, "enforcement-letter"), "/reply", "text");
        }
        boolean suspended = name.equals("remedy");
        enforcement.reply(opened.id(), "…", List.of());
        staff.complete(opened.key(), "officer1", Map.of("measure", suspended ? "suspend" : "revoke", "reasons", "دلایل"));
        staff.complete(opened.key(), "supervisor1", Map.of("confirmation", "confirm"));
        travel.runDueJobs();
        return new Form(owner, page, suspended ? "/remedy" : "/appeal", "text");
    }

    private Form correction() {
        Person applicant = data.person();
        String licence = "L" + applicant.nationalId();
        simulators.registries().answer("licence", licence, Behaviour.UNKNOWN);
        Application application = applications.submit(Submissions.of(applicant, TestData.domain(), "clothing", licence),
            Submissions.documents(Business.Kind.NATURAL));
        travel.runDueJobs();
        staff.complete(application.key(), "officer1", Map.of("reviewDecision", "correct", "reviewReason", "نادرست است"));
        travel.runDueJobs();
        return Form.ofApplication(applicant, "/panel/applications/" + application.id() + "/correction", "/correction");
    }

    /** Where the button of this mail leads. */
    private String link(Person person, String template) {
        URI link = URI.create(TestMailbox.button(mailbox.await(person.email(), template)));
        return link.getRawPath() + "?" + link.getRawQuery();
    }
}
