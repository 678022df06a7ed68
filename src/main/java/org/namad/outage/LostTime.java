package org.namad.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The time that outages took, each moment of it once, however many outages cover it. */
final class LostTime {

    private record Gap(Instant start, Instant end) {
    }

    /** In order, none touching another. */
    private final List<Gap> gaps = new ArrayList<>();

    LostTime(Collection<Outage> outages) {
        for (Outage outage : outages.stream().sorted(Comparator.comparing(Outage::startedAt)).toList()) {
            Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
            if (last == null || outage.startedAt().isAfter(last.end)) {
                gaps.add(new Gap(outage.startedAt(), outage.endedAt()));
            } else if (outage.endedAt().isAfter(last.end)) {
                gaps.set(gaps.size() - 1, new Gap(last.start, outage.endedAt()));
            }
        }
    }

    /**
     * When a clock runs out that was started at {@code start} and would have run out at {@code due}: it stands still
     * in every outage that begins before it has run out.
     */
    Instant stretch(Instant start, Instant due) {
        Instant stretched = due;
        for (Gap gap : gaps) {
            Instant stopped = gap.start.isAfter(start) ? gap.start : start;
            if (stopped.isBefore(stretched) && stopped.isBefore(gap.end)) {
                stretched = stretched.plus(Duration.between(stopped, gap.end));
            }
        }
        return stretched;
    }

    /** Whether the time from {@code start} to {@code end} is lost altogether. */
    boolean covers(Instant start, Instant end) {
        return gaps.stream().anyMatch(gap -> !gap.start.isAfter(start) && !gap.end.isBefore(end));
    }
}
