package org.namad.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.rehearsal.Comparison.Difference;
import org.namad.rehearsal.Comparison.Row;
import org.namad.rehearsal.Happening.Kind;

/** Two courses side by side. */
class ComparisonTest {

    @Test
    @DisplayName("N17 What is alike stands in one row, what moved too; a further reminder stands alone")
    void aligned() {
        Comparison compared = compare(
            List.of(line(0, Kind.ACT, "complain"), line(24, Kind.MAIL, "reminder"), line(72, Kind.MAIL, "reminder"),
                line(96, Kind.TIMER, "deadline"), line(96, Kind.POINT, "UNANSWERED")),
            List.of(line(0, Kind.ACT, "complain"), line(24, Kind.MAIL, "reminder"), line(48, Kind.MAIL, "reminder"),
                line(72, Kind.MAIL, "reminder"), line(90, Kind.TIMER, "deadline"), line(90, Kind.POINT, "UNANSWERED")));

        assertThat(compared.rows()).extracting(Row::difference).containsExactly(Difference.SAME, Difference.SAME,
            Difference.ONLY_DRAFT, Difference.SAME, Difference.EARLIER, Difference.EARLIER);
        assertThat(compared.inDraft(Kind.MAIL) - compared.inLive(Kind.MAIL)).isEqualTo(1);
        assertThat(compared.rows().get(4).shift()).isEqualTo(-6 * 60);
    }

    @Test
    @DisplayName("N17 Two lines that changed places are one row each; steps alike in both are left out")
    void changedPlaces() {
        Comparison compared = compare(
            List.of(line(1, Kind.STEP, "count"), line(5, Kind.MAIL, "a"), line(9, Kind.MAIL, "b")),
            List.of(line(1, Kind.STEP, "count"), line(5, Kind.MAIL, "b"), line(9, Kind.MAIL, "a")));

        assertThat(compared.rows()).hasSize(2).extracting(Row::difference)
            .containsExactlyInAnyOrder(Difference.EARLIER, Difference.LATER);
        assertThat(compared.same()).isFalse();
    }

    @Test
    @DisplayName("N17 A mail with another subject at the same time is a difference; another name of a step is none")
    void reworded() {
        Comparison compared = compare(
            List.of(new Happening(0, Kind.MAIL, "notice", "until Monday", "business", 1),
                new Happening(0, Kind.TASK_OPENED, "Task_Answer", "Answer", "business", 1)),
            List.of(new Happening(0, Kind.MAIL, "notice", "until Sunday", "business", 1),
                new Happening(0, Kind.TASK_OPENED, "Task_Answer", "Reply", "business", 1)));

        assertThat(compared.rows()).extracting(Row::difference).containsExactly(Difference.REWORDED, Difference.SAME);
    }

    private static Comparison compare(List<Happening> live, List<Happening> draft) {
        return Comparison.of(new Course(Story.UNANSWERED_COMPLAINT, live), new Course(Story.UNANSWERED_COMPLAINT, draft));
    }

    private static Happening line(long hour, Kind kind, String id) {
        return new Happening(hour * 60, kind, id, null, null, 1);
    }
}
