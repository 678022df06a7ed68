package org.namad.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import org.namad.demo.simulators.Simulators;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Particulars;
import org.namad.issuance.Upload;
import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.DelegationDesk;
import org.namad.party.NewDelegate;
import org.namad.party.Person;
import org.namad.payment.Payments;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Applies for the demo's seals as their owners would: through the same doors, paying at the simulated gateway. */
@Component
@Profile("demo")
class DemoIssuance {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private static final Map<DocumentPurpose, String> FILE_NAMES = Map.of(
        DocumentPurpose.NATIONAL_CARD, "national-card.png", DocumentPurpose.BIRTH_CERTIFICATE, "birth-certificate.png",
        DocumentPurpose.COMPANY_GAZETTE, "company-gazette.png");

    private final ApplicationDesk desk;
    private final ApplicationFlow flow;
    private final Payments payments;
    private final SealRegister register;
    private final Businesses businesses;
    private final DelegationDesk delegations;
    private final DemoPeople people;
    private final StaffWork staff;
    private final TimeTravel travel;
    private final Simulators simulators;
    private final String baseUrl;
    private final byte[] card = card();

    DemoIssuance(ApplicationDesk desk, ApplicationFlow flow, Payments payments, SealRegister register,
            Businesses businesses, DelegationDesk delegations, DemoPeople people, StaffWork staff, TimeTravel travel,
            Simulators simulators, @Value("${namad.base-url}") String baseUrl) {
        this.desk = desk;
        this.flow = flow;
        this.payments = payments;
        this.register = register;
        this.businesses = businesses;
        this.delegations = delegations;
        this.people = people;
        this.staff = staff;
        this.travel = travel;
        this.simulators = simulators;
        this.baseUrl = baseUrl;
    }

    /** Submits the application and lets everything happen that needs nobody. */
    Application apply(DemoShop shop, Person owner) {
        boolean shopSells = !shop.story().equals("not-needed");
        Business.Kind kind = shop.isOfCompany() ? Business.Kind.LEGAL : Business.Kind.NATURAL;
        Particulars particulars = new Particulars(kind, shop.isOfCompany() ? shop.company() : shop.title(),
            shop.isOfCompany() ? people.company(shop).value() : null, shop.title(),
            shop.activity(), "14%07d".formatted(shop.number()), shop.province(), shop.city(),
            String.format(PERSIAN, "خیابان اصلی، پلاک %d", shop.number()),
            "021%08d".formatted(66_000_000 + shop.number()), false, false, shop.number() * 150);
        Application application = desk.submit(new NewApplication("demo-" + shop.number(), owner.id(), shopSells,
            shopSells, shop.domain(), particulars), DocumentPurpose.requiredOf(kind).stream()
                .map(purpose -> new Upload(purpose, FILE_NAMES.get(purpose), card)).toList());
        travel.runDueJobs();
        return application;
    }

    /** Pays the fee at the gateway. */
    void pay(Application application, Person owner) {
        String invoice = desk.followed(application.id(), owner.id()).invoiceNumber();
        URI startPage = payments.pay(invoice, owner.id(), "کارمزد نماد").orElseThrow();
        String callback = simulators.zarinPal().pay(startPage.toString());
        payments.payerReturned(callback.replaceFirst(".*Authority=([^&]+).*", "$1"));
        travel.runDueJobs();
    }

    /** The owner of the company lets somebody else act for it, who accepts. */
    void appointDelegate(DemoShop shop, Person owner, Person delegate) {
        Business company = businesses.findByLegalId(people.company(shop).value()).orElseThrow();
        long invitation = delegations.invite(company.id(), owner.id(),
            new NewDelegate(delegate.nationalId().value(), delegate.fullName(), delegate.email())).id();
        delegations.accept(invitation, delegate.id());
    }

    /** Pastes the snippet into the shop's page and says so. */
    Seal place(DemoShop shop, Application application, Person owner) {
        Seal seal = register.get(desk.followed(application.id(), owner.id()).sealId());
        show(shop, seal);
        flow.reportPlacement(application.id());
        travel.runDueJobs();
        return seal;
    }

    /** Lets the sample shop show its seal: the simulator forgets that when it stops. */
    void show(DemoShop shop, Seal seal) {
        simulators.shops().place(shop.domain(), Snippet.of(seal, baseUrl));
    }

    /** An officer turns the application down. */
    void reject(Application application) {
        staff.complete(application.key(), "officer1", Map.of("reviewDecision", "reject", "reviewReason",
            "پروانه کسب به نام متقاضی نیست."));
        travel.runDueJobs();
    }

    /** An officer sends the application back to be corrected. */
    void sendBack(Application application) {
        staff.complete(application.key(), "officer1", Map.of("reviewDecision", "correct", "reviewReason",
            "تصویر کارت ملی خوانا نیست؛ تصویر روشن‌تری بارگذاری کنید."));
        travel.runDueJobs();
    }

    private static byte[] card() {
        BufferedImage image = new BufferedImage(480, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xE8F1EE));
        graphics.fillRect(0, 0, 480, 300);
        graphics.setColor(new Color(0x0B6B5B));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 36));
        graphics.drawString("SPECIMEN", 140, 160);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
