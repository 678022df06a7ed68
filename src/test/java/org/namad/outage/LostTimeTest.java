package org.namad.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LostTimeTest {

    private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

    @Test
    @DisplayName("N7 A clock stands still in an outage: before its start and after its end nothing changes, in between it gains the outage")
    void oneOutage() {
        assertThat(stretched(96)).isEqualTo(96);
        assertThat(stretched(96, -5, -1)).as("over before the clock started").isEqualTo(96);
        assertThat(stretched(96, -5, 0)).as("over when the clock started").isEqualTo(96);
        assertThat(stretched(96, -5, 3)).as("started during the outage").isEqualTo(99);
        assertThat(stretched(96, 10, 13)).as("while it ran").isEqualTo(99);
        assertThat(stretched(96, 94, 98)).as("across the deadline").isEqualTo(100);
        assertThat(stretched(96, 96, 98)).as("begun at the deadline").isEqualTo(96);
        assertThat(stretched(96, 97, 98)).as("begun after the deadline").isEqualTo(96);
        assertThat(stretched(96, -5, 200)).as("longer than the clock").isEqualTo(296);
    }

    @Test
    @DisplayName("N7 Two outages count both, the common time of two that overlap counts once, and a moved deadline can meet a further outage")
    void severalOutages() {
        assertThat(stretched(96, 10, 13, 20, 22)).isEqualTo(101);
        assertThat(stretched(96, 10, 13, 12, 15)).isEqualTo(101);
        assertThat(stretched(96, 10, 20, 12, 15)).isEqualTo(106);
        assertThat(stretched(96, 10, 13, 10, 13)).isEqualTo(99);
        assertThat(stretched(96, 98, 99)).isEqualTo(96);
        assertThat(stretched(96, 98, 99, 10, 13)).as("moved to 99, and on to 100").isEqualTo(100);
    }

    @RepeatedTest(200)
    @DisplayName("N7 Whatever outages there are, in whatever order, the clock runs out after as many hours at work as it was given")
    void hoursAtWork(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int length = 1 + random.nextInt(30);
        BitSet down = new BitSet();
        List<Integer> bounds = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(50) - 10;
            int until = from + 1 + random.nextInt(12);
            Collections.addAll(bounds, from, until);
            down.set(Math.max(0, from), Math.max(0, until));
        }
        int hour = 0;
        for (int left = length; left > 0; hour++) {
            left -= down.get(hour) ? 0 : 1;
        }

        assertThat(stretched(length, bounds.stream().mapToInt(i -> i).toArray())).isEqualTo(hour);
    }

    /** After how many hours a clock of {@code hours} runs out, with outages between each two of {@code bounds}. */
    private static long stretched(int hours, int... bounds) {
        List<Outage> outages = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            outages.add(new Outage(after(bounds[i]), after(bounds[i + 1]), START));
        }
        Collections.shuffle(outages, new Random(Arrays.hashCode(bounds)));
        return Duration.between(START, new LostTime(outages).stretch(START, after(hours))).toHours();
    }

    private static Instant after(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
