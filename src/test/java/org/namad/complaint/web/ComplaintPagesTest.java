package org.namad.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.namad.complaint.web.Visitors.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.Notice;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.document.Upload;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@NamadTest
class ComplaintPagesTest {

    @Autowired MockMvc pages;
    @Autowired ComplaintDesk desk;
    @Autowired Complaints complaints;
    @Autowired Documents documents;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;

    private Seal seal;
    private Person owner;
    private Person consumer;

    @BeforeEach
    void shop() {
        seal = data.issuedSeal();
        owner = seal.business().owner();
        consumer = data.person();
    }

    @Test
    @DisplayName("R1 The business answers by the link of the mail, without signing in; the consumer accepts by theirs")
    void byLinks() throws Exception {
        Complaint complaint = file();
        travel.runDueJobs();
        URI link = Visitors.local(TestMailbox.button(mailbox.await(owner.email(), "complaint-notice")));
        MvcResult page = pages.perform(get(link)).andExpect(status().isOk())
            .andExpect(content().string(containsString(complaint.description()))).andReturn();
        assertThat(now(complaint).notice().by()).isIn(Notice.By.OPENING, Notice.By.MAIL);
        URI answer = Visitors.action(page, complaint.tracking());
        pages.perform(multipart(answer).file(Visitors.file("proof.png")).param("text", "  ").with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("پاسخ خود را بنویسید.")))
            .andExpect(content().string(containsString("proof.png")));
        assertThat(now(complaint).status()).isEqualTo(ComplaintStatus.AWAITING_ANSWER);
        pages.perform(multipart(answer).param("text", "فردا می‌فرستیم").with(csrf()))
            .andExpect(redirectedUrl(link.toString()));
        pages.perform(multipart(answer).param("text", "دوباره").with(csrf()))
            .andExpect(flash().attribute("message", containsString("دیگر منتظر این کار نبود")));
        assertThat(now(complaint).answer()).isEqualTo("فردا می‌فرستیم");

        travel.runDueJobs();
        link = Visitors.local(TestMailbox.button(mailbox.await(consumer.email(), "complaint-answered")));
        page = pages.perform(get(link)).andExpect(status().isOk())
            .andExpect(content().string(containsString("فردا می‌فرستیم"))).andReturn();
        URI verdict = Visitors.action(page, "/verdict");
        pages.perform(multipart(verdict).param("text", "").with(csrf())).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("بنویسید چرا پاسخ را نمی‌پذیرید.")));
        pages.perform(post(verdict).param("accepted", "true").with(csrf())).andExpect(redirectedUrl(link.toString()));
        assertThat(now(complaint).status()).isEqualTo(ComplaintStatus.SETTLED);
    }

    @Test
    @DisplayName("R1 An altered link, one for another complaint and an expired one let nobody in")
    void badLinks() throws Exception {
        Complaint complaint = file();
        travel.runDueJobs();
        URI link = URI.create(TestMailbox.button(mailbox.await(owner.email(), "complaint-notice")));
        Complaint second = desk.register(wish(data.issuedSeal()));
        for (String bad : new String[] {link.getRawPath(), link.getRawPath() + "?until=1&signature=x",
            link.getRawPath() + "?" + link.getRawQuery().replace("until=", "until=9"),
            "/answer/" + second.tracking() + "?" + link.getRawQuery()}) {
            pages.perform(get(bad)).andExpect(status().is4xxClientError())
                .andExpect(content().string(not(containsString(complaint.description()))));
            for (String form : new String[] {"", "/extension", "/appeal"}) {
                pages.perform(post(bad.replaceFirst("(\\?|$)", form + "$1")).param("text", "نفوذ").with(csrf()))
                    .andExpect(status().is4xxClientError());
            }
        }
        travel.by(Duration.ofDays(181));
        pages.perform(get(link.getRawPath() + "?" + link.getRawQuery())).andExpect(status().is4xxClientError());
        assertThat(now(complaint).answer()).isNull();
    }

    @Test
    @DisplayName("R1, R3, N7 The owner answers in the panel, late too, even if the session is over by then; a stranger sees nothing")
    void inPanel() throws Exception {
        Complaint complaint = file();
        String page = "/panel/complaints/" + complaint.id();
        pages.perform(get(page).with(signedIn(data.person()))).andExpect(status().isNotFound());
        pages.perform(get("/complaints/" + complaint.tracking()).with(signedIn(data.person())))
            .andExpect(status().isNotFound());
        assertThat(complaints.openAgainst(List.of(seal.business().id()))).extracting(Complaint::id).containsExactly(complaint.id());
        pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk());

        travel.by(Duration.ofHours(97));
        MvcResult late = pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("هنوز می‌توانید پاسخ بدهید"))).andReturn();
        pages.perform(get(page).param("lang", "en").with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("Answer complaint " + complaint.tracking() + "<")))
            .andExpect(content().string(containsString("96 hours")));
        URI answer = Visitors.action(late, complaint.tracking());
        pages.perform(multipart(answer).param("text", "").with(csrf())).andExpect(status().isUnprocessableEntity());
        pages.perform(multipart(answer).param("text", "پوزش").with(signedIn(owner)).with(csrf()))
            .andExpect(redirectedUrl(page))
            .andExpect(flash().attribute("message", containsString("پاسخ دیرهنگام")));
        assertThat(now(complaint).answeredLate()).isTrue();
    }

    @Test
    @DisplayName("N5 Consumer and business read the same arithmetic of the deadline, with model and version, in both calendars")
    void sameArithmetic() throws Exception {
        Complaint complaint = file();
        for (String language : new String[] {"fa", "en"}) {
            String business = clock(pages.perform(get("/panel/complaints/" + complaint.id()).param("lang", language)
                .with(signedIn(owner))).andReturn());
            String mine = clock(pages.perform(get("/complaints/" + complaint.tracking()).param("lang", language)
                .with(signedIn(consumer))).andReturn());
            assertThat(mine).isEqualTo(business).contains("complaint " + complaint.clock().model().split(" ")[1]);
        }
    }

    private static String clock(MvcResult page) throws Exception {
        return Jsoup.parse(page.getResponse().getContentAsString()).select("section[aria-labelledby=clock-title] table")
            .text();
    }

    @Test
    @DisplayName("R5 Both sides reach each other's files on their pages, by link and signed in; nobody else does, by no number")
    void attachments() throws Exception {
        Complaint complaint = desk.register(new NewComplaint(consumer.id(), seal.domain(), "F-1", null,
            ComplaintReason.OTHER, "کالا نرسیده", null, true, List.of(new Upload("photo.png", Visitors.PNG))));
        desk.answer(complaint.id(), "فرستادیم", List.of(new Upload("post.png", Visitors.PNG)));
        travel.runDueJobs();
        List<Long> files = documents.of(complaint.key().toString()).stream().map(Document::id).toList();
        assertThat(files).hasSize(2);
        String business = "/panel/complaints/" + complaint.id();
        String mine = "/complaints/" + complaint.tracking();
        URI byLink = Visitors.local(TestMailbox.button(mailbox.await(owner.email(), "complaint-notice")));
        for (MvcResult page : List.of(pages.perform(get(business).with(signedIn(owner))).andReturn(),
            pages.perform(get(mine).with(signedIn(consumer))).andReturn(), pages.perform(get(byLink)).andReturn())) {
            assertThat(page.getResponse().getContentAsString()).contains("photo.png", "post.png");
        }
        MvcResult linked = pages.perform(get(byLink)).andReturn();
        for (String image : Jsoup.parse(linked.getResponse().getContentAsString()).select(".gallery img").eachAttr("src")) {
            pages.perform(get(URI.create(image))).andExpect(content().bytes(Visitors.PNG));
        }
        Complaint other = desk.register(wish(data.issuedSeal()));
        for (long file : files) {
            pages.perform(get(business + "/files/" + file).with(signedIn(owner))).andExpect(content().bytes(Visitors.PNG));
            pages.perform(get(mine + "/files/" + file).with(signedIn(consumer))).andExpect(content().bytes(Visitors.PNG));
            pages.perform(get(business + "/files/" + file).with(signedIn(consumer))).andExpect(status().isNotFound());
            pages.perform(get(mine + "/files/" + file).with(signedIn(data.person()))).andExpect(status().isNotFound());
            pages.perform(get(mine + "/files/" + file)).andExpect(status().isNotFound());
            pages.perform(get(mine + "/files/" + file + "?until=1&signature=x")).andExpect(status().isForbidden());
            pages.perform(get("/answer/" + complaint.tracking() + "/files/" + file)).andExpect(status().isForbidden());
            pages.perform(get("/documents/" + file).with(signedIn(data.person()))).andExpect(status().isNotFound());
            pages.perform(get("/complaints/" + other.tracking() + "/files/" + file).with(signedIn(consumer)))
                .andExpect(status().isNotFound());
        }
    }

    private Complaint file() {
        return desk.register(wish(seal));
    }

    private NewComplaint wish(Seal about) {
        return new NewComplaint(consumer.id(), about.domain(), "F-1", null, ComplaintReason.NOT_DELIVERED,
            "کالا نرسیده " + about.domain(), null);
    }

    private Complaint now(Complaint complaint) {
        return complaints.findById(complaint.id()).orElseThrow();
    }
}
