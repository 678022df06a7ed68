package org.namad.issuance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.namad.casefile.Attributable;
import org.namad.casefile.CaseKey;
import org.namad.monitoring.Fault;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.payment.InvoiceItem;
import org.namad.seal.Domains;
import org.namad.verification.Answer;
import org.namad.verification.Finding;

/** A business's application for the seal of one domain (R11–R16). */
@Entity
@Attributable("application")
public class Application {

    /** The kind of case, see {@link CaseKey#kind()}. */
    public static final String KIND = "application";

    private static final int LONGEST_NOTE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application_seq")
    @SequenceGenerator(name = "application_seq", sequenceName = "application_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    private String submissionId;
    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    private Person applicant;
    @Enumerated(EnumType.STRING)
    private Business.Kind kind;
    private String businessName;
    private String legalId;
    private String title;
    private String domain;
    private String openDomain;
    private String activity;
    private String licenceNumber;
    private String province;
    private String city;
    private String address;
    private String phone;
    private boolean sellsToVisitors;
    private boolean paymentGateway;
    private boolean postalValidation;
    private boolean placementHelp;
    private Integer monthlyTransactions;
    @Enumerated(EnumType.STRING)
    private Stage stage;
    private Instant submittedAt;
    private Instant closedAt;
    private String reason;
    @Enumerated(EnumType.STRING)
    private Finding identityFinding;
    private String identityNote;
    @Enumerated(EnumType.STRING)
    private Finding licenceFinding;
    private String licenceNote;
    @Enumerated(EnumType.STRING)
    private Finding policeFinding;
    private String policeNote;
    private String invoiceNumber;
    private Long sealId;
    @Enumerated(EnumType.STRING)
    private Fault placementFault;
    private Instant placementCheckedAt;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "application_stage", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    private List<StageEntry> stages = new ArrayList<>();
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "application_fee", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    private List<InvoiceItem> fee = new ArrayList<>();

    protected Application() {
    }

    Application(NewApplication submitted, Person applicant, Instant now) {
        this.submissionId = submitted.submissionId();
        this.applicant = applicant;
        this.sellsToVisitors = submitted.sellsToVisitors();
        this.paymentGateway = submitted.paymentGateway();
        this.domain = submitted.domain();
        this.openDomain = domain;
        this.submittedAt = now;
        describe(submitted.particulars());
        enter(Stage.CHECKS, now);
    }

    private void describe(Particulars particulars) {
        kind = particulars.kind();
        businessName = particulars.businessName();
        legalId = particulars.legalId();
        title = particulars.title();
        activity = particulars.activity();
        licenceNumber = particulars.licenceNumber();
        province = particulars.province();
        city = particulars.city();
        address = particulars.address();
        phone = particulars.phone();
        postalValidation = particulars.postalValidation();
        placementHelp = particulars.placementHelp();
        monthlyTransactions = particulars.monthlyTransactions();
    }

    /** Reaches a stage that is not the end. Reaching it again at once changes nothing. */
    void enter(Stage next, Instant now) {
        if (next != stage) {
            stage = next;
            stages.add(new StageEntry(next, now));
        }
    }

    /** The applicant corrected the particulars: what the registries said before no longer counts. */
    void correct(Particulars particulars, Instant now) {
        describe(particulars);
        identityFinding = null;
        licenceFinding = null;
        policeFinding = null;
        reason = null;
        enter(Stage.CHECKS, now);
    }

    /** A registry answered (R15). */
    void found(Registry registry, Answer answer) {
        String note = answer.note() == null || answer.note().length() <= LONGEST_NOTE ? answer.note()
            : answer.note().substring(0, LONGEST_NOTE);
        switch (registry) {
            case IDENTITY -> {
                identityFinding = answer.finding();
                identityNote = note;
            }
            case LICENCE -> {
                licenceFinding = answer.finding();
                licenceNote = note;
            }
            case POLICE -> {
                policeFinding = answer.finding();
                policeNote = note;
            }
        }
    }

    /** What an officer asks the applicant to correct. */
    void askForCorrection(String what) {
        reason = what;
    }

    /** The fee is determined, item by item (R14). */
    void charge(List<InvoiceItem> items) {
        fee.clear();
        fee.addAll(items);
    }

    void invoiced(String number) {
        invoiceNumber = number;
    }

    /** A pending seal was prepared for the site (R16). */
    void prepared(long pendingSealId) {
        sealId = pendingSealId;
    }

    /** The site was looked at; {@code fault} says what is wrong with the placement, if anything. */
    void placementChecked(Fault fault, Instant now) {
        placementFault = fault;
        placementCheckedAt = now;
    }

    /** The seal is in force: the application has reached its aim. */
    void issued(Instant now) {
        end(Stage.ISSUED, now);
    }

    /** Ends without a seal and frees the domain; {@code why} is for the applicant and may be null. */
    void close(Stage outcome, String why, Instant now) {
        if (outcome.isOpen() || outcome == Stage.ISSUED) {
            throw new IllegalArgumentException("not an end without a seal: " + outcome);
        }
        reason = why == null ? reason : why;
        sealId = null;
        end(outcome, now);
    }

    private void end(Stage outcome, Instant now) {
        enter(outcome, now);
        openDomain = null;
        closedAt = now;
    }

    /** How long it has taken and where the time went (N13). */
    public Meter meter(Instant now) {
        return Meter.of(stages, now);
    }

    public Long id() {
        return id;
    }

    public CaseKey key() {
        return new CaseKey(KIND, id);
    }

    /** The person who applies: the owner, or the company's representative. */
    public Person applicant() {
        return applicant;
    }

    public Particulars particulars() {
        return new Particulars(kind, businessName, legalId, title, activity, licenceNumber, province, city, address,
            phone, postalValidation, placementHelp, monthlyTransactions);
    }

    /** The national or legal ID of whoever holds the licence. */
    public String holderId() {
        return kind == Business.Kind.LEGAL ? legalId : applicant.nationalId().value();
    }

    /** The host name of the site, lower case, without {@code www.}. */
    public String domain() {
        return domain;
    }

    /** The same as people read it, see {@link Domains#shown}. */
    public String shownDomain() {
        return Domains.shown(domain);
    }

    public boolean sellsToVisitors() {
        return sellsToVisitors;
    }

    public boolean paymentGateway() {
        return paymentGateway;
    }

    public Stage stage() {
        return stage;
    }

    /** Every stage so far, the first first. */
    public List<StageEntry> stages() {
        return List.copyOf(stages);
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** When it ended; null while it is open. */
    public Instant closedAt() {
        return closedAt;
    }

    /** What is to be corrected, or why there is no seal, in an officer's words; null if no officer said anything. */
    public String reason() {
        return reason;
    }

    /** What a registry said; null if it has not been asked. */
    public Finding finding(Registry registry) {
        return switch (registry) {
            case IDENTITY -> identityFinding;
            case LICENCE -> licenceFinding;
            case POLICE -> policeFinding;
        };
    }

    /** The registry's explanation for staff; null or empty where there is none. */
    public String note(Registry registry) {
        return switch (registry) {
            case IDENTITY -> identityNote;
            case LICENCE -> licenceNote;
            case POLICE -> policeNote;
        };
    }

    /** Made with the form: the same form sent twice is one application. */
    public String submissionId() {
        return submissionId;
    }

    /** What the applicant pays, item by item; empty until it is determined. */
    public List<InvoiceItem> fee() {
        return List.copyOf(fee);
    }

    /** The number of the invoice; null until one is opened. */
    public String invoiceNumber() {
        return invoiceNumber;
    }

    /** The pending or issued seal; null before there is one, and when it was discarded. */
    public Long sealId() {
        return sealId;
    }

    /** What the last look at the site found; null before the first. */
    public Fault placementFault() {
        return placementFault;
    }

    /** When the site was last looked at; null before the first time. */
    public Instant placementCheckedAt() {
        return placementCheckedAt;
    }
}
