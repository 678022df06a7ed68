package org.namad.party;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;

import org.namad.casefile.Attributable;

/** A business that holds, or applies for, seals: a natural person's or a legal person's (R12). */
@Entity
@Attributable("business")
public class Business {

    /** Whether the business is its owner's or a company's. */
    public enum Kind { NATURAL, LEGAL }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "business_seq")
    @SequenceGenerator(name = "business_seq", sequenceName = "business_seq", allocationSize = 50)
    private Long id;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String legalId;
    private String name;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person owner;
    private String province;
    private String city;
    private String address;
    private String phone;

    protected Business() {
    }

    private Business(Kind kind, LegalId legalId, String name, Person owner) {
        this.kind = kind;
        this.legalId = legalId == null ? null : legalId.value();
        this.name = name;
        this.owner = owner;
    }

    /** A business of {@code owner} in person. */
    public static Business ofNaturalPerson(Person owner, String name) {
        return new Business(Kind.NATURAL, null, name, owner);
    }

    /** A company, represented by {@code owner}. */
    public static Business ofLegalPerson(LegalId legalId, String name, Person owner) {
        return new Business(Kind.LEGAL, legalId, name, owner);
    }

    /** Brings the place and telephone of the business up to date. */
    public void relocate(String newProvince, String newCity, String newAddress, String newPhone) {
        this.province = newProvince;
        this.city = newCity;
        this.address = newAddress;
        this.phone = newPhone;
    }

    /** The business is called otherwise from now on. */
    public void rename(String newName) {
        this.name = newName;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** The company's legal ID, or null for a natural person's business. */
    public String legalId() {
        return legalId;
    }

    public String name() {
        return name;
    }

    /** The owner, or the company's representative: signs in, gets the mails. */
    public Person owner() {
        return owner;
    }

    public String province() {
        return province;
    }

    public String city() {
        return city;
    }

    public String address() {
        return address;
    }

    public String phone() {
        return phone;
    }
}
