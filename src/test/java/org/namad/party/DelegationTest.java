package org.namad.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.demo.ReceivedMail;
import org.namad.engine.TimeTravel;
import org.namad.party.DelegationRefused.Reason;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class DelegationTest {

    @Autowired DelegationDesk desk;
    @Autowired Delegations delegations;
    @Autowired Businesses businesses;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired TimeTravel travel;

    private Business company;
    private Person invited;

    @BeforeEach
    void company() {
        company = data.company();
        invited = data.person();
    }

    @Test
    @DisplayName("R12 An invited person acts for a company from acceptance until the owner withdraws it")
    void course() {
        Delegation delegation = invite();
        ReceivedMail mail = mailbox.await(invited.email(), "delegation-invitation");
        assertThat(TestMailbox.button(mail)).contains(DelegationDesk.path(delegation.id()) + "?until=", "signature=");
        assertThat(mayAct()).isFalse();

        desk.accept(delegation.id(), invited.id());
        desk.accept(delegation.id(), invited.id());
        assertThat(mayAct()).isTrue();
        assertThat(businesses.actedForBy(invited.id())).containsExactly(company.id());
        mailbox.await(company.owner().email(), "delegation-accepted");

        desk.end(delegation.id(), company.owner().id());
        assertThat(mayAct()).isFalse();
        assertThat(businesses.actedForBy(invited.id())).isEmpty();
        mailbox.await(invited.email(), "delegation-ended");
        assertThat(delegations.ofBusiness(company.id())).singleElement()
            .satisfies(ended -> assertThat(ended.state()).isEqualTo(Delegation.State.ENDED));
    }

    @Test
    @DisplayName("R12 A delegate may step down; somebody else can end nothing")
    void stepsDown() {
        Person delegate = data.delegateOf(company);
        Delegation delegation = delegations.ofDelegate(delegate.id()).get(0);
        assertThatThrownBy(() -> desk.end(delegation.id(), invited.id())).isInstanceOf(NoSuchElementException.class);
        desk.end(delegation.id(), delegate.id());
        assertThat(businesses.mayAct(delegate.id(), company.id())).isFalse();
    }

    @Test
    @DisplayName("R4, R12 Only the holder of the national ID can answer; a declined invitation cannot be accepted")
    void answers() {
        Delegation delegation = invite();
        refused(Reason.SOMEBODY_ELSE, () -> desk.accept(delegation.id(), data.person().id()));
        desk.decline(delegation.id(), invited.id());
        refused(Reason.OVER, () -> desk.accept(delegation.id(), invited.id()));
        mailbox.await(company.owner().email(), "delegation-declined");
        assertThat(mayAct()).isFalse();
    }

    @Test
    @DisplayName("R12 An invitation runs out, and can then be sent anew; one withdrawn cannot be accepted")
    void runsOut() {
        Delegation late = invite();
        refused(Reason.OPEN, this::invite);
        travel.by(Delegation.INVITATION_LASTS);
        refused(Reason.OVER, () -> desk.accept(late.id(), invited.id()));
        Delegation anew = invite();
        desk.end(anew.id(), company.owner().id());
        refused(Reason.OVER, () -> desk.accept(anew.id(), invited.id()));
        assertThat(mayAct()).isFalse();
    }

    @Test
    @DisplayName("R4, R12 Only the owner invites, only for a company, never the owner, and not without end")
    void whoInvites() {
        Person delegate = data.delegateOf(company);
        for (Person other : List.of(delegate, invited)) {
            assertThatThrownBy(() -> desk.invite(company.id(), other.id(), to(invited)))
                .isInstanceOf(NoSuchElementException.class);
        }
        refused(Reason.OPEN, () -> desk.invite(company.id(), company.owner().id(), to(delegate)));
        refused(Reason.OWNER, () -> desk.invite(company.id(), company.owner().id(), to(company.owner())));
        Business own = data.business();
        refused(Reason.NOT_A_COMPANY, () -> desk.invite(own.id(), own.owner().id(), to(invited)));
        assertThatThrownBy(() -> new NewDelegate("1111111111", "سارا", "sara@mail.example"))
            .isInstanceOf(InvalidIdentifier.class);
        for (int sent = 1; sent < DelegationDesk.INVITATIONS; sent++) {
            desk.invite(company.id(), company.owner().id(), to(data.person()));
        }
        refused(Reason.TOO_MANY, this::invite);
    }

    private Delegation invite() {
        return desk.invite(company.id(), company.owner().id(), to(invited));
    }

    private boolean mayAct() {
        return businesses.mayAct(invited.id(), company.id());
    }

    private static NewDelegate to(Person person) {
        return new NewDelegate(person.nationalId().value(), person.fullName(), person.email());
    }

    private static void refused(Reason reason, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(DelegationRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
