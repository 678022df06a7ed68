package org.namad.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.namad.complaint.web.Visitors.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class ComplaintCoursePagesTest {

    private static final String MOVED_ON = "دیگر منتظر این کار نبود";

    @Autowired MockMvc pages;
    @Autowired ComplaintDesk desk;
    @Autowired Complaints complaints;
    @Autowired StaffWork staff;
    @Autowired TimeTravel travel;
    @Autowired TestData data;

    private Seal seal;
    private Person owner;
    private Person consumer;
    private Complaint complaint;

    @BeforeEach
    void filed() {
        seal = data.issuedSeal();
        owner = seal.business().owner();
        consumer = data.person();
        complaint = desk.register(wish(consumer));
        travel.runDueJobs();
    }

    @Test
    @DisplayName("R1 The business asks for more time once, with a reason; both read the request")
    void extension() throws Exception {
        URI action = action(business(), "/extension");
        send(action, owner, " ").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("چرا زمان بیشتری لازم دارید؟ دلیل را بنویسید.")));
        send(action, owner, "انباردار در سفر است").andExpect(status().is3xxRedirection());
        business().andExpect(content().string(not(containsString("/extension?"))));
        mine().andExpect(content().string(containsString("انباردار در سفر است")));
        send(action, owner, "باز هم").andExpect(flash().attribute("message", containsString(MOVED_ON)));
    }

    @Test
    @DisplayName("R1 After a settlement the consumer may reopen once, with a reason and until a day that is shown")
    void reopening() throws Exception {
        desk.answer(complaint.id(), "فرستادیم");
        desk.accept(complaint.id());
        travel.runDueJobs();
        URI action = action(mine().andExpect(content().string(containsString("می‌توانید این شکایت را بازگشایی کنید"))),
            "/reopening");
        send(action, consumer, "").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("بنویسید چه چیزی حل نشده است.")));
        assertThat(now().status()).isEqualTo(ComplaintStatus.SETTLED);
        send(action, consumer, "نیامد").andExpect(status().is3xxRedirection());
        assertThat(now().status()).isEqualTo(ComplaintStatus.AWAITING_ANSWER);
        business().andExpect(content().string(containsString("نیامد")));
        send(action, consumer, "باز هم").andExpect(flash().attribute("message", containsString(MOVED_ON)));
    }

    @Test
    @DisplayName("N6 Either side appeals on its own page, once; the other side sees that an appeal is being decided")
    void appeal() throws Exception {
        desk.answer(complaint.id(), "فرستادیم");
        desk.dispute(complaint.id(), "نرسید");
        travel.runDueJobs();
        staff.complete(complaint.key(), "officer1", Map.of("ruling", "upheld", "rulingReasons", "مدرکی نیست"));
        travel.runDueJobs();
        assertThat(complaints.appealableBy(List.of(seal.business().id()), now().windows().rulingAppealUntil().minusSeconds(1)))
            .extracting(Complaint::id).containsExactly(complaint.id());
        pages.perform(get("/panel").with(signedIn(owner)))
            .andExpect(content().string(containsString("تجدیدنظرخواهی از رأی")));
        URI theirs = action(mine(), "/appeal");
        URI action = action(business(), "/appeal");
        send(action, owner, "").andExpect(status().isUnprocessableEntity());
        send(action, owner, "رسید پست پیوست است").andExpect(status().is3xxRedirection());
        assertThat(now().hasSaid(Statement.Kind.APPEAL, Side.BUSINESS)).isTrue();
        mine().andExpect(content().string(containsString("کارشناس دیگری در حال رسیدگی است")))
            .andExpect(content().string(containsString("رسید پست پیوست است")));
        send(theirs, consumer, "من هم").andExpect(flash().attribute("message", containsString(MOVED_ON)));
    }

    @Test
    @DisplayName("N16 Of a complaint that is set aside both sides read that its clock has not started, and why")
    void setAside() throws Exception {
        Person second = data.person();
        Complaint aside = desk.register(wish(second));
        travel.runDueJobs();
        assertThat(complaints.findById(aside.id()).orElseThrow().status()).isEqualTo(ComplaintStatus.SET_ASIDE);
        pages.perform(get("/complaints/" + aside.tracking()).with(signedIn(second)))
            .andExpect(content().string(containsString("در شکایت شخص دیگری")))
            .andExpect(content().string(containsString("مهلت پاسخ هنوز آغاز نشده است")));
        pages.perform(get("/panel/complaints/" + aside.id()).with(signedIn(owner)))
            .andExpect(content().string(containsString("فعلاً کاری از شما خواسته نمی‌شود")))
            .andExpect(content().string(not(containsString("answer-text"))));
        pages.perform(get("/profile?id={id}&Code={code}", seal.id(), seal.code()))
            .andExpect(content().string(containsString("این شکایت کنار گذاشته شده")));
    }

    private NewComplaint wish(Person person) {
        return new NewComplaint(person.id(), seal.domain(), "F-5512", null, ComplaintReason.NOT_DELIVERED,
            "کالا نرسیده", null);
    }

    private ResultActions business() throws Exception {
        return pages.perform(get("/panel/complaints/" + complaint.id()).with(signedIn(owner))).andExpect(status().isOk());
    }

    private ResultActions mine() throws Exception {
        return pages.perform(get("/complaints/" + complaint.tracking()).with(signedIn(consumer)))
            .andExpect(status().isOk());
    }

    private static URI action(ResultActions page, String end) throws Exception {
        return Visitors.action(page.andReturn(), end);
    }

    private ResultActions send(URI action, Person writer, String text) throws Exception {
        return pages.perform(multipart(action).param("text", text).with(signedIn(writer)).with(csrf()));
    }

    private Complaint now() {
        return complaints.findById(complaint.id()).orElseThrow();
    }
}
