package org.namad.party.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.engine.TimeTravel;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.Submissions;
import org.namad.party.Business;
import org.namad.party.Delegation;
import org.namad.party.DelegationDesk;
import org.namad.party.Delegations;
import org.namad.party.LegalId;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.payment.InvoiceItem;
import org.namad.payment.Payments;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.namad.trail.Changes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class BusinessPagesTest {

    private enum Who { OWNER, DELEGATE, STRANGER, FORMER_DELEGATE }

    @Autowired MockMvc pages;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired TimeTravel travel;
    @Autowired DelegationDesk desk;
    @Autowired Delegations delegations;
    @Autowired ComplaintDesk complaints;
    @Autowired EnforcementDesk enforcement;
    @Autowired Renewals renewals;
    @Autowired ApplicationDesk applications;
    @Autowired Payments payments;
    @Autowired Changes changes;
    @Autowired CaseFiles cases;

    private Business company;
    private Person owner;
    private String page;

    @BeforeEach
    void company() {
        company = data.company();
        owner = company.owner();
        page = "/panel/businesses/" + company.id();
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    @DisplayName("R12 Every page about a company opens to its owner and its delegates, to nobody else, and to nobody any more")
    void whoSees(Who who) throws Exception {
        Person reader = reader(who);
        boolean sees = who == Who.OWNER || who == Who.DELEGATE;
        Seal seal = data.issuedSeal(company);
        for (String address : pagesAbout(seal)) {
            assertThat(pages.perform(get(address).with(signedIn(reader))).andReturn().getResponse().getStatus())
                .as("%s for %s", address, who).isEqualTo(sees ? 200 : 404);
        }
        String inList = sees ? seal.title() : "no such name";
        pages.perform(get("/panel/seals").with(signedIn(reader))).andExpect(status().isOk())
            .andExpect(content().string(sees ? containsString(inList) : not(containsString(seal.domain()))));
        pages.perform(post(page + "/users").with(signedIn(reader)).with(csrf()))
            .andExpect(status().is(who == Who.OWNER ? 422 : 404));
    }

    private List<String> pagesAbout(Seal seal) {
        Complaint complaint = complaint(seal);
        long letter = enforcement.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحهٔ کالا خالی است",
            StatedBy.staff("officer1")).id();
        Renewal renewal = renewals.saveAndFlush(new Renewal(seal, seal.issuedAt()));
        long application = applications.submit(Submissions.of(owner, TestData.domain(),
            Submissions.company(new LegalId(company.legalId()))), Submissions.documents(Business.Kind.LEGAL)).id();
        String invoice = payments.open(new CaseKey("delegate-test", seal.id()),
            List.of(new InvoiceItem("payment.invoice.item", 1000)), owner.id(), company.id()).invoiceNumber();
        return List.of(page, "/panel/seals/" + seal.id(), "/panel/seals/" + seal.id() + "/placement",
            "/panel/complaints/" + complaint.id(), "/panel/enforcement/" + letter, "/panel/renewals/" + renewal.id(),
            "/panel/applications/" + application, "/payments/" + invoice);
    }

    @Test
    @DisplayName("R1, R12 A delegate answers under their own name; one who was withdrawn cannot, even by a page that is open")
    void answers() throws Exception {
        Person delegate = data.delegateOf(company);
        Person former = data.delegateOf(company);
        Complaint complaint = complaint(data.issuedSeal(company));
        URI open = form(pages.perform(get("/panel/complaints/" + complaint.id()).with(signedIn(former))).andReturn());
        desk.end(delegations.ofDelegate(former.id()).get(0).id(), owner.id());
        pages.perform(multipart(open).param("text", "دیر شد").with(signedIn(former)).with(csrf()))
            .andExpect(status().isNotFound());
        pages.perform(multipart(open).param("text", "دیر شد").with(csrf())).andExpect(status().isNotFound());

        URI form = form(pages.perform(get("/panel/complaints/" + complaint.id()).with(signedIn(delegate))).andReturn());
        pages.perform(multipart(form).param("text", "فرستاده شد").with(signedIn(delegate)).with(csrf()))
            .andExpect(redirectedUrl("/panel/complaints/" + complaint.id()));
        assertThat(changes.findByCaseKeyOrderByIdDesc("complaint-" + complaint.id(), Pageable.unpaged()).getContent())
            .filteredOn(change -> change.field().equals("answer")).singleElement()
            .extracting(change -> change.actor().name()).isEqualTo("person-" + delegate.id());
        for (Person reader : List.of(owner, delegate)) {
            pages.perform(get("/panel/complaints/" + complaint.id()).with(signedIn(reader)))
                .andExpect(content().string(containsString(writer(delegate))));
        }
        pages.perform(get("/complaints/" + complaint.tracking()).with(signedIn(complaint.complainant())))
            .andExpect(status().isOk()).andExpect(content().string(containsString("فرستاده شد")))
            .andExpect(content().string(not(containsString("class=\"writer\""))));
    }

    private static String writer(Person person) {
        return "<bdi class=\"writer\">" + person.fullName() + "</bdi>";
    }

    @Test
    @DisplayName("R12 What is said of an application leads its applicant and the company's delegates to its page, nobody else")
    void applicationOf() {
        CaseKey application = applications.submit(Submissions.of(owner, TestData.domain(),
            Submissions.company(new LegalId(company.legalId()))), Submissions.documents(Business.Kind.LEGAL)).key();
        String address = "/panel/applications/" + application.id();
        assertThat(cases.page(application, owner.id())).contains(address);
        assertThat(cases.page(application, data.delegateOf(company).id())).contains(address);
        assertThat(cases.page(application, data.person().id())).isEmpty();
    }

    @Test
    @DisplayName("R4, R12 The owner invites by national ID; the invited registers or signs in by the mail's link, and accepts")
    void invitation() throws Exception {
        Person invited = data.person();
        invite("1111111111", invited.email()).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("این کد ملی درست نیست"), containsString(invited.email()))));
        invite(owner.nationalId().value(), invited.email()).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("این کد ملی خود شماست")));
        invite(invited.nationalId().value(), invited.email()).andExpect(redirectedUrl(page));
        URI link = link(invited);

        pages.perform(get(link)).andExpect(status().isOk()).andExpect(content().string(allOf(
            containsString(company.name()), containsString("/sign-in?next=/delegations/"),
            containsString("/register?next=/delegations/"), not(containsString("/accept")))));
        pages.perform(get(link).with(signedIn(data.person()))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("کد ملی دیگری"), not(containsString("/accept")))));
        pages.perform(post(answer(link, "accept")).with(signedIn(data.person())).with(csrf()))
            .andExpect(status().is3xxRedirection());
        pages.perform(get(page).with(signedIn(invited))).andExpect(status().isNotFound());

        for (int twice = 0; twice < 2; twice++) {
            pages.perform(post(answer(link, "accept")).with(signedIn(invited)).with(csrf()))
                .andExpect(redirectedUrl(page));
        }
        pages.perform(get(page).param("lang", "en").with(signedIn(invited))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("Step down"), not(containsString("Send the invitation")))));
        pages.perform(get(link).with(signedIn(invited))).andExpect(status().isGone());
        pages.perform(get("/panel/businesses").with(signedIn(invited)))
            .andExpect(content().string(containsString("نماینده")));
    }

    @Test
    @DisplayName("R12 An invitation that was declined, withdrawn, altered or has run out opens nothing and says why")
    void refused() throws Exception {
        Person invited = data.person();
        invite(invited.nationalId().value(), invited.email());
        URI declined = link(invited);
        pages.perform(post(answer(declined, "decline")).with(signedIn(invited)).with(csrf()))
            .andExpect(redirectedUrl("/panel/businesses"));
        pages.perform(post(answer(declined, "accept")).with(signedIn(invited)).with(csrf()));
        pages.perform(get(declined).with(signedIn(invited))).andExpect(status().isGone())
            .andExpect(content().string(containsString("این دعوت پذیرفته نشد")));
        pages.perform(get(declined.getPath() + "?until=9999999999&signature=x")).andExpect(status().isForbidden());

        Person late = data.person();
        invite(late.nationalId().value(), late.email());
        URI expired = link(late);
        travel.by(Delegation.INVITATION_LASTS);
        pages.perform(get(expired).with(signedIn(late))).andExpect(status().isGone())
            .andExpect(content().string(containsString("مهلت این دعوت گذشته است")));
        pages.perform(post(answer(expired, "accept")).with(signedIn(late)).with(csrf()));
        pages.perform(get(page).with(signedIn(late))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("R12 The owner ends a delegation on the page, at once; only a company has users; one's own data are shown")
    void ended() throws Exception {
        Person delegate = data.delegateOf(company);
        String end = page + "/users/" + delegations.ofDelegate(delegate.id()).get(0).id() + "/end";
        pages.perform(post(end).with(signedIn(data.person())).with(csrf())).andExpect(status().isNotFound());
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString(end)));
        pages.perform(post(end).with(signedIn(owner)).with(csrf())).andExpect(redirectedUrl(page));
        pages.perform(get(page).with(signedIn(delegate))).andExpect(status().isNotFound());

        Business shop = data.business();
        pages.perform(get("/panel/businesses/" + shop.id()).with(signedIn(shop.owner()))).andExpect(status().isOk())
            .andExpect(content().string(not(containsString("دعوت نماینده"))));
        pages.perform(get("/panel/me").with(signedIn(delegate)))
            .andExpect(content().string(containsString(TestData.persian(delegate.nationalId().value()))));
    }

    private Person reader(Who who) {
        Person delegate = data.delegateOf(company);
        if (who == Who.FORMER_DELEGATE) {
            desk.end(delegations.ofDelegate(delegate.id()).get(0).id(), owner.id());
        }
        return who == Who.OWNER ? owner : who == Who.STRANGER ? data.person() : delegate;
    }

    private Complaint complaint(Seal seal) {
        return complaints.register(new NewComplaint(data.person().id(), seal.domain(), "F-" + seal.id(), null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
    }

    private ResultActions invite(String nationalId, String email) throws Exception {
        return pages.perform(post(page + "/users").param("name", "سارا احمدی").param("nationalId", nationalId)
            .param("email", email).with(signedIn(owner)).with(csrf()));
    }

    private URI link(Person invited) {
        URI link = URI.create(TestMailbox.button(mailbox.await(invited.email(), "delegation-invitation")));
        return URI.create(link.getRawPath() + "?" + link.getRawQuery());
    }

    private static URI answer(URI link, String answer) {
        return URI.create(link.getRawPath() + "/" + answer + "?" + link.getRawQuery());
    }

    private static URI form(MvcResult page) throws Exception {
        return URI.create(Jsoup.parse(page.getResponse().getContentAsString())
            .select("form[action^=/answer/of/]").first().attr("action"));
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(UsernamePasswordAuthenticationToken.authenticated(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
