package org.namad.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.namad.rehearsal.Happening.Kind;

/**
 * The courses of one story with two versions, line beside line.
 *
 * @param story which story
 * @param rows  in the order of time; what Namad does by itself alike in both is left out
 */
public record Comparison(Story story, List<Row> rows) {

    /** How the two sides of a row differ. */
    public enum Difference { SAME, LATER, EARLIER, REWORDED, ONLY_LIVE, ONLY_DRAFT }

    /**
     * One row.
     *
     * @param live  null if it does not happen there
     * @param draft null if it does not happen there
     */
    public record Row(Happening live, Happening draft) {

        /** How the sides differ. */
        public Difference difference() {
            if (live == null || draft == null) {
                return live == null ? Difference.ONLY_DRAFT : Difference.ONLY_LIVE;
            }
            if (live.minute() != draft.minute()) {
                return live.minute() < draft.minute() ? Difference.LATER : Difference.EARLIER;
            }
            // Names of steps are those of the file; what people read is another matter.
            return live.kind() != Kind.MAIL || Objects.equals(live.what(), draft.what()) ? Difference.SAME
                : Difference.REWORDED;
        }

        /** What happens, in the words of what is live if it happens there. */
        public Happening either() {
            return live == null ? draft : live;
        }

        /** By how many minutes the draft is later; 0 where one side is missing. */
        public long shift() {
            return live == null || draft == null ? 0 : draft.minute() - live.minute();
        }
    }

    /** A line on one side only weighs as much as two that have moved. */
    private static final int MISSING = 2;
    private static final int MOVED = 1;

    /** Puts the two courses of a story side by side, with as few differences as possible. */
    public static Comparison of(Course live, Course draft) {
        List<Row> rows = paired(aligned(live.happenings(), draft.happenings()));
        return new Comparison(draft.story(), rows.stream()
            .filter(row -> row.either().kind() != Kind.STEP || row.live() == null || row.draft() == null).toList());
    }

    /** Whether both sides are the same. */
    public boolean same() {
        return rows.stream().allMatch(row -> row.difference() == Difference.SAME);
    }

    /** How often something of a kind happens with what is live. */
    public int inLive(Kind kind) {
        return rows.stream().map(Row::live).filter(line -> line != null && line.kind() == kind)
            .mapToInt(Happening::times).sum();
    }

    /** How often something of a kind happens with the draft. */
    public int inDraft(Kind kind) {
        return rows.stream().map(Row::draft).filter(line -> line != null && line.kind() == kind)
            .mapToInt(Happening::times).sum();
    }

    private static List<Row> aligned(List<Happening> live, List<Happening> draft) {
        int[][] cost = new int[live.size() + 1][draft.size() + 1];
        for (int i = live.size(); i >= 0; i--) {
            for (int j = draft.size(); j >= 0; j--) {
                if (i == live.size() || j == draft.size()) {
                    cost[i][j] = MISSING * (live.size() - i + draft.size() - j);
                } else {
                    cost[i][j] = Math.min(MISSING + Math.min(cost[i + 1][j], cost[i][j + 1]),
                        alike(live.get(i), draft.get(j)) ? cost[i + 1][j + 1] + moved(live.get(i), draft.get(j))
                            : Integer.MAX_VALUE);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < live.size() || j < draft.size()) {
            boolean pair = i < live.size() && j < draft.size() && alike(live.get(i), draft.get(j))
                && cost[i][j] == cost[i + 1][j + 1] + moved(live.get(i), draft.get(j));
            if (pair) {
                rows.add(new Row(live.get(i++), draft.get(j++)));
            } else if (j == draft.size() || i < live.size() && cost[i][j] == MISSING + cost[i + 1][j]
                    && (cost[i][j] != MISSING + cost[i][j + 1] || live.get(i).minute() <= draft.get(j).minute())) {
                rows.add(new Row(live.get(i++), null));
            } else {
                rows.add(new Row(null, draft.get(j++)));
            }
        }
        return rows;
    }

    private static boolean alike(Happening live, Happening draft) {
        return live.sameness().equals(draft.sameness());
    }

    private static int moved(Happening live, Happening draft) {
        return live.minute() == draft.minute() ? 0 : MOVED;
    }

    /** Lines that have changed places with others are one row, too. */
    private static List<Row> paired(List<Row> aligned) {
        List<Row> rows = new ArrayList<>(aligned);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            for (int other = i + 1; other < rows.size() && (row.live() == null) != (row.draft() == null); other++) {
                Row partner = rows.get(other);
                boolean opposite = (partner.live() == null) != (partner.draft() == null)
                    && (row.live() == null) != (partner.live() == null);
                if (opposite && row.either().sameness().equals(partner.either().sameness())) {
                    row = row.live() == null ? new Row(partner.live(), row.draft()) : new Row(row.live(), partner.draft());
                    rows.set(i, row);
                    rows.remove(other);
                }
            }
        }
        return Collections.unmodifiableList(rows);
    }
}
