package org.namad.enforcement;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.namad.casefile.Attributable;

/**
 * One thing that the holder of a suspended seal has to put right, as the decision table named it when the seal was
 * suspended: what the holder says about it, and how it was found (N10).
 */
@Entity
@Attributable("enforcement-item")
public class RemedyItem {

    /** The longest comment on an item. */
    public static final int LONGEST_COMMENT = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remedy_item_seq")
    @SequenceGenerator(name = "remedy_item_seq", sequenceName = "remedy_item_seq", allocationSize = 50)
    private Long id;
    private int place;
    @Enumerated(EnumType.STRING)
    private Ground ground;
    private String persian;
    private String english;
    private boolean done;
    private String comment;
    private Instant reportedAt;
    private Boolean inOrder;
    private Instant checkedAt;

    protected RemedyItem() {
    }

    RemedyItem(int place, Ground ground, String persian, String english) {
        this.place = place;
        this.ground = ground;
        this.persian = persian;
        this.english = english;
    }

    void report(boolean isDone, String text, Instant now) {
        done = isDone;
        comment = text == null || text.isBlank() ? null : text.strip();
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("a comment has up to " + LONGEST_COMMENT + " characters");
        }
        reportedAt = now;
        inOrder = null;
        checkedAt = null;
    }

    void check(boolean isInOrder, Instant now) {
        inOrder = isInOrder;
        checkedAt = now;
    }

    public Long id() {
        return id;
    }

    public Ground ground() {
        return ground;
    }

    /** What is to be put right, for a reader of {@code language}. */
    public String text(Locale language) {
        return "fa".equals(language.getLanguage()) ? persian : english;
    }

    /** Whether the holder says that it has been put right. */
    public boolean done() {
        return done;
    }

    /** What the holder says about it, or null. */
    public String comment() {
        return comment;
    }

    /** When the holder last said something about it; null before the first report. */
    public Instant reportedAt() {
        return reportedAt;
    }

    /** Whether staff found it put right; null as long as the latest report has not been checked. */
    public Boolean inOrder() {
        return inOrder;
    }
}
