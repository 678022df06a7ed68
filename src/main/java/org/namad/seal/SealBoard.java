package org.namad.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What every seal shows right now, in memory: a badge is asked for by every page view of every shop. What this node
 * changes is on the board with its commit; what another node changes follows within a second.
 */
@Component
public class SealBoard implements SmartInitializingSingleton {

    /**
     * What a badge shows.
     *
     * @param sign  the seal's status at this moment in lower case; or what {@link #UNKNOWN} and {@link #ELSEWHERE} have
     * @param stars 0 (not rated, or not in force: there stars would only mislead) or 2 to 5
     */
    public record Shown(String sign, int stars) {

        /** Number and code do not belong together. */
        public static final Shown UNKNOWN = new Shown("unknown", 0);
        /** The page that shows the badge is of another site than the seal (R16). */
        public static final Shown ELSEWHERE = new Shown("elsewhere", 0);

        /** What the badge of a seal shows. */
        public static Shown of(SealStatus status, int stars) {
            return new Shown(status.name().toLowerCase(Locale.ROOT), status == SealStatus.ACTIVE ? stars : 0);
        }
    }

    /** Gets to see every seal on the board. */
    @FunctionalInterface
    public interface Visitor {
        void visit(long sealId, String code, String domain, Shown shown);
    }

    /** What the board keeps of a seal. */
    record Line(long id, String code, String domain, SealStatus status, Instant expiresAt, int stars, Instant changedAt) {
    }

    /**
     * A change is committed after its time was noted, and nodes' clocks differ: what is younger than this is not all there
     * yet, and is read again.
     */
    public static final Duration SETTLED = Duration.ofMinutes(1);

    private final List<LongConsumer> followers = new CopyOnWriteArrayList<>();
    private final Map<Long, Line> lines = new ConcurrentHashMap<>();
    private final Seals seals;
    private final String baseUrl;
    private final Clock clock;
    private volatile Instant latest = Instant.EPOCH;

    SealBoard(Seals seals, @Value("${namad.base-url}") String baseUrl, Clock clock) {
        this.seals = seals;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * What the badge with this number and code shows at this moment; a term that has ended shows at once (R21). A browser
     * that does not tell where the badge is shown is not held against anybody.
     *
     * @param referer the header of that name, or null: the page with the badge, which must be of the seal's site (R16)
     */
    public Shown of(long sealId, String code, String referer) {
        Line line = lines.get(sealId);
        if (line == null || !line.code().equals(code)) {
            return Shown.UNKNOWN;
        }
        return Origin.of(referer, line.domain(), baseUrl).kind() == Origin.Kind.ELSEWHERE ? Shown.ELSEWHERE : shown(line);
    }

    /** Goes through all seals: number, code, domain, and what the badge shows there at this moment. */
    public void forEach(Visitor visitor) {
        lines.values().forEach(line -> visitor.visit(line.id(), line.code(), line.domain(), shown(line)));
    }

    /** Calls {@code follower} with the number of every seal that is new, changed or gone from now on. */
    void tell(LongConsumer follower) {
        followers.add(follower);
    }

    private Shown shown(Line line) {
        boolean ended = line.status() == SealStatus.ACTIVE && !line.expiresAt().isAfter(clock.instant());
        return Shown.of(ended ? SealStatus.EXPIRED : line.status(), line.stars());
    }

    /** Reads every seal: before the first request, and now and then for seals that were discarded elsewhere. */
    @Override
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    public void afterSingletonsInstantiated() {
        List<Line> all = seals.board();
        all.forEach(this::put);
        Set<Long> ids = all.stream().map(Line::id).collect(Collectors.toSet());
        lines.values().stream().filter(line -> !ids.contains(line.id()) && line.status() == SealStatus.PENDING)
            .map(Line::id).forEach(this::remove);
    }

    /** Reads what has changed lately. */
    @Scheduled(fixedDelayString = "PT1S")
    void follow() {
        seals.boardSince(latest.minus(SETTLED)).forEach(this::put);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(SealChanged change) {
        seals.findById(change.sealId()).ifPresentOrElse(seal -> put(seal.line()), () -> remove(change.sealId()));
    }

    private void put(Line line) {
        Line before = lines.put(line.id(), line);
        if (line.changedAt().isAfter(latest)) {
            latest = line.changedAt();
        }
        if (!line.equals(before)) {
            followers.forEach(follower -> follower.accept(line.id()));
        }
    }

    private void remove(long sealId) {
        lines.remove(sealId);
        followers.forEach(follower -> follower.accept(sealId));
    }
}
