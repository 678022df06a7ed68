package org.namad.complaint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.namad.complaint.RedactionRules.Span;

/**
 * The public version of what people wrote about a complaint: whatever would tell strangers who the consumer is, or let
 * them use the consumer's money, is taken out and seen to be taken out. The text itself is stored as it was written.
 */
public final class Redaction {

    /** What stands in place of hidden words. */
    public enum Hidden {
        NATIONAL_ID, PHONE, CARD, ACCOUNT, EMAIL, NAME,
        /** The number of an invoice, a parcel or a payment. */
        REFERENCE
    }

    /**
     * A stretch of the public version.
     *
     * @param text   the words as written; null if they are hidden
     * @param hidden what was hidden; null if nothing was
     */
    public record Piece(String text, Hidden hidden) {
    }

    private Redaction() {
    }

    /** {@code text}, written by either side or by staff about {@code complaint}, as the public may read it. */
    public static List<Piece> of(String text, Complaint complaint) {
        ReportedPayment payment = complaint.payment();
        return of(text, complaint.complainant().fullName(), Stream.of(complaint.invoiceNumber(),
                complaint.shipmentNumber(), complaint.tracking(), payment == null ? null : payment.reference(),
                payment == null ? null : payment.terminal())
            .filter(Objects::nonNull).toList());
    }

    /**
     * The public version of a text.
     *
     * @param text       any text, in any digits; null gives nothing
     * @param name       the consumer's full name
     * @param references the numbers that the consumer gave of the purchase
     */
    public static List<Piece> of(String text, String name, Collection<String> references) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        int[] written = text.codePoints().toArray();
        List<Span> hidden = apart(RedactionRules.find(written, name, references));
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Span span : hidden) {
            if (span.from() > done) {
                pieces.add(new Piece(new String(written, done, span.from() - done), null));
            }
            pieces.add(new Piece(null, span.hidden()));
            done = span.to();
        }
        if (done < written.length) {
            pieces.add(new Piece(new String(written, done, written.length - done), null));
        }
        return pieces;
    }

    /** Of spans that overlap, the longer ones; in the order of the text. */
    private static List<Span> apart(List<Span> found) {
        List<Span> kept = new ArrayList<>();
        found.stream().sorted(Comparator.comparingInt(Span::length).reversed()).forEach(span -> {
            if (kept.stream().noneMatch(span::overlaps)) {
                kept.add(span);
            }
        });
        kept.sort(Comparator.comparingInt(Span::from));
        return kept;
    }
}
