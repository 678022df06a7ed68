package org.namad.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.engine.TimeTravel;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.renewal.Decision;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewal.Status;
import org.namad.renewal.RenewalDesk;
import org.namad.renewal.Renewals;
import org.namad.renewal.ShopData;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class SealRenewalProcessTest {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    @Autowired RenewalDesk desk;
    @Autowired Renewals renewals;
    @Autowired FiledComplaints complaints;
    @Autowired SealRegister register;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired JalaliDates dates;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;

    private Seal seal;
    private long business;
    private Person owner;
    private String holder;
    private Instant end;

    @Test
    @DisplayName("R18, R19 A clean seal: announced at 60 days, reminded at 45 and 30, renewed by itself at 21")
    void automatic() {
        sealFor(61);
        travel.to(daysBefore(58));
        ProcessInstance process = process();
        assertThat(process).isWaitingAt(SealRenewalProcess.Task_AwaitUpdate);
        assertThat(mailbox.await(holder, "renewal-due").text()).contains(dates.date(end, PERSIAN));
        assertThat(reminders()).isZero();

        travel.to(daysBefore(44));
        assertThat(mailbox.await(holder, "renewal-reminder").text()).contains("۴۵ روز");
        travel.to(daysBefore(29));
        assertThat(mailbox.await(holder, "renewal-reminder", 2).text()).contains("۳۰ روز");
        travel.to(daysBefore(22));
        assertThat(process).isWaitingAt(SealRenewalProcess.Task_AwaitUpdate);
        assertThat(seal().expiresAt()).isEqualTo(end);

        travel.to(daysBefore(20));
        assertThat(process).isEnded().hasPassed(SealRenewalProcess.Event_DaysLeft21,
            SealRenewalProcess.End_SealRenewed);
        assertThat(seal().expiresAt()).isEqualTo(plusTwoYears(end));
        assertThat(renewal().status()).isEqualTo(Status.RENEWED);
        assertThat(mailbox.await(holder, "renewal-renewed").text())
            .contains(dates.date(plusTwoYears(end), PERSIAN), "وارد میز کار خود شوید");
        travel.to(end.plus(1, ChronoUnit.DAYS));
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(mailbox.of(holder, "renewal-lapsed")).isEmpty();
        assertThat(renewals.findBySealIdOrderByTermEndDesc(seal.id())).hasSize(1);
    }

    @Test
    @DisplayName("R18 The holder brings the data up to date: decided at once, and no more reminders")
    void updatedEarly() {
        sealFor(61);
        travel.to(daysBefore(50));
        ProcessInstance process = process();
        desk.updateData(renewal().id(), newData());
        assertThat(process).isEnded().hasPassed(SealRenewalProcess.End_SealRenewed);
        Business business = renewal().seal().business();
        assertThat(business.phone()).isEqualTo("02166001122");
        assertThat(business.city()).isEqualTo("کرج");
        assertThat(mailbox.await(holder, "renewal-renewed").text()).contains("سپاسگزاریم");
        travel.to(daysBefore(20));
        assertThat(reminders()).isZero();
        assertThat(seal().expiresAt()).isEqualTo(plusTwoYears(end));
    }

    @Test
    @DisplayName("R18 The sweep opens a renewal once per seal and term, however often it runs")
    void sweepTwice() {
        sealFor(59);
        travel.by(Duration.ofDays(3));
        runtime.startProcessInstanceByKey(RenewalSweepProcess.KEY);
        travel.runDueJobs();
        assertThat(renewals.findBySealIdOrderByTermEndDesc(seal.id())).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(renewal().key().toString()).count())
            .isEqualTo(1);
        assertThat(renewals.openOf(List.of(business))).hasSize(1);
        mailbox.await(holder, "renewal-due");
    }

    @Test
    @DisplayName("R18 Reminders whose day has passed when the renewal is opened are skipped, not sent late")
    void skipped() {
        sealFor(27);
        travel.to(daysBefore(25));
        mailbox.await(holder, "renewal-due");
        travel.to(daysBefore(20));
        assertThat(renewal().status()).isEqualTo(Status.RENEWED);
        assertThat(reminders()).isZero();
    }

    @Test
    @DisplayName("R20 Complaints settled or dismissed: an officer reviews, approves, and the seal is renewed")
    void approved() {
        sealFor(61);
        complaints.settled(seal);
        complaints.ruled(seal, false);
        travel.to(daysBefore(20));
        ProcessInstance process = process();
        assertThat(process).isWaitingAt(SealRenewalProcess.Task_ReviewRenewal);
        assertThat(task()).hasCandidateGroup("case-officer");
        assertThat(tasks.getVariablesLocal(task().getId())).containsEntry("complaintsRegistered", "۲");
        assertThat(renewal().status()).isEqualTo(Status.IN_REVIEW);
        mailbox.await(holder, "renewal-in-review");

        review("approve");
        assertThat(process).isEnded().hasPassed(SealRenewalProcess.End_SealRenewed);
        assertThat(seal().expiresAt()).isEqualTo(plusTwoYears(end));
        mailbox.await(holder, "renewal-renewed");
    }

    @Test
    @DisplayName("R20, R21 Refused in review: told until when and why; at the end of the term the seal lapses")
    void refused() {
        sealFor(61);
        complaints.settled(seal);
        Instant filed = clock.instant();
        travel.to(daysBefore(20));
        ProcessInstance process = process();
        assertThatThrownBy(() -> tasks.complete(task().getId(), Map.of(SealRenewalProcess.REVIEW, "perhaps",
            SealRenewalProcess.REVIEW_REASONS, "…"))).hasMessageContaining("approved or refused");
        review("refuse");
        assertThat(process).isWaitingAt(SealRenewalProcess.Event_BlockOrTermOver);
        assertThat(mailbox.await(holder, "renewal-refused").text())
            .contains("دلایل کارشناس", dates.date(plusTwoYears(filed), PERSIAN));
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        lapses(process);
        assertThat(desk.blockedUntil(seal.id()).orElseThrow())
            .isCloseTo(plusTwoYears(filed), within(1, ChronoUnit.MINUTES));
    }

    @Test
    @DisplayName("R20, R21 An unanswered complaint blocks: told until when and why; at the end the seal lapses")
    void blocked() {
        sealFor(61);
        complaints.unanswered(seal, 1);
        Instant filed = clock.instant();
        travel.to(daysBefore(50));
        assertThat(desk.preview(seal.id()).decision()).isEqualTo(Decision.BLOCKED);
        ProcessInstance process = process();
        desk.updateData(renewal().id(), newData());
        assertThat(process).isWaitingAt(SealRenewalProcess.Event_BlockOrTermOver);
        assertThat(renewal().status()).isEqualTo(Status.BLOCKED);
        assertThat(renewal().assessment().standsUntil()).isCloseTo(plusTwoYears(filed), within(1, ChronoUnit.MINUTES));
        assertThat(mailbox.await(holder, "renewal-blocked").text())
            .contains("شکایت بی‌پاسخ: ۱", dates.date(plusTwoYears(filed), PERSIAN));
        lapses(process);
        assertThat(desk.blockedUntil(seal.id()).orElseThrow())
            .isCloseTo(plusTwoYears(filed), within(1, ChronoUnit.MINUTES));
    }

    @Test
    @DisplayName("R20 An upheld complaint blocks")
    void blockedByUpheld() {
        sealFor(61);
        complaints.ruled(seal, true);
        travel.to(daysBefore(20));
        assertThat(process()).isWaitingAt(SealRenewalProcess.Event_BlockOrTermOver);
        assertThat(mailbox.await(holder, "renewal-blocked").text()).contains("شکایت وارد: ۱");
    }

    @Test
    @DisplayName("R20 A complaint stands against renewal for two years: when they are over, it is decided anew")
    void blockEnds() {
        sealFor(61);
        Instant filed = ZonedDateTime.ofInstant(daysBefore(10), NamadClock.TEHRAN).minusYears(2).toInstant();
        complaints.unanswered(seal, filed);
        travel.to(daysBefore(20));
        ProcessInstance process = process();
        assertThat(process).isWaitingAt(SealRenewalProcess.Event_BlockOrTermOver);
        travel.to(daysBefore(9));
        assertThat(process).isEnded().hasPassed(SealRenewalProcess.End_SealRenewed);
        assertThat(seal().expiresAt()).isEqualTo(plusTwoYears(end));
    }

    @Test
    @DisplayName("R21 The term ends while the review goes on: shown as expired at once; approved later, renewed from then")
    void lateReview() {
        sealFor(61);
        complaints.settled(seal);
        travel.to(end.plus(5, ChronoUnit.DAYS));
        ProcessInstance process = process();
        assertThat(process).isWaitingAt(SealRenewalProcess.Task_ReviewRenewal)
            .hasPassed(SealRenewalProcess.End_ExpiryAnnounced);
        assertThat(status()).isEqualTo(SealStatus.EXPIRED);
        mailbox.await(holder, "renewal-review-pending");
        review("approve");
        assertThat(process).isEnded();
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(seal().expiresAt()).isCloseTo(plusTwoYears(clock.instant()), within(1, ChronoUnit.MINUTES));
    }

    @Test
    @DisplayName("R26 A seal taken away meanwhile is not renewed: the renewal closes")
    void revoked() {
        sealFor(61);
        travel.to(daysBefore(50));
        ProcessInstance process = process();
        register.revoke(seal.id(), "…");
        assertThat(process).isEnded().hasPassed(SealRenewalProcess.End_RenewalClosed);
        assertThat(renewal().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @DisplayName("R20, R26 A suspended seal is not swept up; suspended later, its renewal needs an officer")
    void suspended() {
        sealFor(61);
        register.suspend(seal.id(), "…");
        travel.to(daysBefore(55));
        assertThat(renewals.findBySealIdOrderByTermEndDesc(seal.id())).isEmpty();
        register.reinstate(seal.id());
        travel.to(daysBefore(50));
        ProcessInstance process = process();
        register.suspend(seal.id(), "…");
        assertThat(desk.preview(seal.id()).decision()).isEqualTo(Decision.REVIEW);
        travel.to(daysBefore(20));
        assertThat(process).isWaitingAt(SealRenewalProcess.Task_ReviewRenewal);
    }

    private void lapses(ProcessInstance process) {
        travel.to(end.plus(1, ChronoUnit.MINUTES));
        assertThat(process).isEnded().hasPassed(SealRenewalProcess.End_SealLapsed);
        assertThat(status()).isEqualTo(SealStatus.EXPIRED);
        assertThat(renewal().status()).isEqualTo(Status.LAPSED);
        mailbox.await(holder, "renewal-lapsed");
    }

    private void sealFor(int days) {
        Business holding = data.business();
        business = holding.id();
        String domain = TestData.domain();
        long id = register.prepare(holding, "فروشگاه", domain, "http://" + domain + "/", "clothing").id();
        register.issue(id, Period.ofDays(days));
        seal = register.get(id);
        end = seal.expiresAt();
        owner = holding.owner();
        holder = owner.email();
    }

    private static ShopData newData() {
        return new ShopData("۰۲۱۶۶۰۰۱۱۲۲", "البرز", "کرج", "خیابان بهار، پلاک ۲", 900);
    }

    private void review(String verdict) {
        tasks.complete(task().getId(), Map.of(SealRenewalProcess.REVIEW, verdict,
            SealRenewalProcess.REVIEW_REASONS, "دلایل کارشناس"));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(process().getId()).singleResult();
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(renewal().key().toString()).singleResult();
    }

    private Renewal renewal() {
        return renewals.findBySealIdOrderByTermEndDesc(seal.id()).get(0);
    }

    private long reminders() {
        return mailbox.of(holder, "renewal-reminder").size();
    }

    private Seal seal() {
        return register.get(seal.id());
    }

    private SealStatus status() {
        return seal().statusAt(clock.instant());
    }

    private Instant daysBefore(int days) {
        return end.minus(days, ChronoUnit.DAYS);
    }

    private static Instant plusTwoYears(Instant instant) {
        return ZonedDateTime.ofInstant(instant, NamadClock.TEHRAN).plusYears(2).toInstant();
    }
}
