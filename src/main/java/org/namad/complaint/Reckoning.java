package org.namad.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.namad.complaint.Figure.Kind;
import org.namad.conduct.PointEntry;

/**
 * Reckons figures of a seal's record from its complaints.
 *
 * @param counted  complaints that count for something
 * @param silences what the ledger says of the business's silence, by complaint
 */
record Reckoning(List<Figure> counted, Map<Long, PointEntry.Kind> silences) {

    private static final Set<ComplaintStatus> NOT_ACCEPTED =
        EnumSet.of(ComplaintStatus.DISPUTED, ComplaintStatus.UPHELD);

    static Reckoning of(List<Figure> figures, Map<Long, PointEntry.Kind> silences) {
        return new Reckoning(figures.stream().filter(figure -> figure.kind(null) != Kind.NOTHING).toList(), silences);
    }

    /** The same about complaints that were registered after {@code start}. */
    Reckoning since(Instant start) {
        return new Reckoning(counted.stream().filter(figure -> figure.registeredAt().isAfter(start)).toList(),
            silences);
    }

    int total() {
        return counted.size();
    }

    int count(Kind kind) {
        return count(figure -> kind(figure) == kind);
    }

    int notClosed() {
        return count(figure -> !figure.status().isClosed());
    }

    Map<ComplaintReason, Integer> reasons() {
        Map<ComplaintReason, Integer> reasons = new EnumMap<>(ComplaintReason.class);
        counted.forEach(figure -> reasons.merge(figure.reason(), 1, Integer::sum));
        return reasons;
    }

    Duration meanDelay() {
        List<Duration> delays = delays();
        return delays.isEmpty() ? null : delays.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(delays.size());
    }

    Duration medianDelay() {
        List<Duration> delays = delays();
        int half = delays.size() / 2;
        return delays.isEmpty() ? null
            : delays.size() % 2 == 1 ? delays.get(half) : delays.get(half - 1).plus(delays.get(half)).dividedBy(2);
    }

    /** Excused silence is neither an answer in time nor a missing one. */
    Double responseRate() {
        int late = count(this::late);
        int inTime = count(figure -> figure.answerSeconds() != null && !late(figure) && !excused(figure));
        return share(inTime, inTime + late);
    }

    Double satisfaction() {
        int accepted = count(figure -> figure.status() == ComplaintStatus.SETTLED);
        return share(accepted, accepted + count(figure -> NOT_ACCEPTED.contains(figure.status())));
    }

    /** When the latest complaint of these kinds was registered; null if there is none. */
    Instant latest(Set<Kind> kinds) {
        return counted.stream().filter(figure -> kinds.contains(kind(figure))).map(Figure::registeredAt)
            .max(Instant::compareTo).orElse(null);
    }

    private Kind kind(Figure figure) {
        return figure.kind(silences.get(figure.id()));
    }

    private boolean excused(Figure figure) {
        return silences.get(figure.id()) == PointEntry.Kind.REVERSAL;
    }

    /** A complaint that was reopened knows no more of its first silence, but the ledger does. */
    private boolean late(Figure figure) {
        return !excused(figure)
            && (figure.leftUnansweredAt() != null || silences.get(figure.id()) == PointEntry.Kind.POINT);
    }

    private List<Duration> delays() {
        return counted.stream().map(Figure::answerSeconds).filter(Objects::nonNull).sorted().map(Duration::ofSeconds)
            .toList();
    }

    private int count(Predicate<Figure> which) {
        return (int) counted.stream().filter(which).count();
    }

    private static Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
