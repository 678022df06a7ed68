package org.namad.issuance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.namad.party.Business;
import org.namad.party.LegalId;
import org.namad.party.Person;

/** Applications for tests, as they come from the form. */
public final class Submissions {

    /** The first bytes of a PNG image. */
    public static final byte[] PNG = "\u0089PNG\r\n\u001a\nimage".getBytes(StandardCharsets.ISO_8859_1);

    private Submissions() {
    }

    /** A natural person's application that every registry confirms. */
    public static NewApplication of(Person applicant, String domain) {
        return of(applicant, domain, "clothing", "123-456");
    }

    public static NewApplication of(Person applicant, String domain, String activity, String licenceNumber) {
        return of(applicant, domain, particulars(activity, licenceNumber, false));
    }

    public static NewApplication of(Person applicant, String domain, Particulars particulars) {
        return new NewApplication(UUID.randomUUID().toString(), applicant.id(), true, true, domain, particulars);
    }

    /** A natural person's particulars; {@code extras} asks for every optional service. */
    public static Particulars particulars(String activity, String licenceNumber, boolean extras) {
        return new Particulars(Business.Kind.NATURAL, "فروشگاه آزمون", null, "پوشاک آزمون", activity, licenceNumber,
            "تهران", "تهران", "خیابان انقلاب، پلاک ۱", "02166000000", extras, extras, 400);
    }

    /** A company's particulars. */
    public static Particulars company(LegalId legalId) {
        return new Particulars(Business.Kind.LEGAL, "شرکت آزمون", legalId.value(), "پوشاک آزمون", "clothing",
            "123-456", "تهران", "تهران", "خیابان انقلاب، پلاک ۱", "02166000000", false, false, null);
    }

    /** The documents that {@code kind} must upload (R12). */
    public static List<Upload> documents(Business.Kind kind) {
        return DocumentPurpose.requiredOf(kind).stream().map(purpose -> new Upload(purpose, purpose + ".png", PNG))
            .toList();
    }
}
