package org.namad.complaint;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Whether the business knows of a complaint (N7): a point may only be given if it does.
 *
 * @param by       what sort of thing proves it; null if nothing does
 * @param proof    what exactly proves it, such as the mail server's reply; null if nothing does
 * @param provenAt since when it is proven, or null
 * @param refused  why the mail server refused the notice or sent it back, or null
 */
@Embeddable
public record Notice(
        @Enumerated(EnumType.STRING) @Column(name = "notice_proven_by") By by,
        @Column(name = "notice_proof") String proof,
        @Column(name = "notice_proven_at") Instant provenAt,
        @Column(name = "notice_refused") String refused) {

    /** What proves that a business knows. */
    public enum By {
        /** A mail server took the notice. */
        MAIL,
        /** The business opened the complaint, in its panel or by its link. */
        OPENING,
        /** Staff reached the business another way. */
        STAFF
    }

    static final Notice NONE = new Notice(null, null, null, null);

    private static final int LONGEST = 500;

    /** The notice once {@code proof} proves it; the first proof counts. */
    Notice proven(By how, String what, Instant when) {
        return isProven() ? this : new Notice(how, shorten(what), when, refused);
    }

    /** The notice once its mail was refused or came back: a mail that was taken proves nothing any more. */
    Notice refused(String why) {
        return isProven() && by != By.MAIL ? this : new Notice(null, null, null, shorten(why));
    }

    /** Whether something proves that the business knows. */
    public boolean isProven() {
        return provenAt != null;
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
