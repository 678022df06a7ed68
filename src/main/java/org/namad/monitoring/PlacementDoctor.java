package org.namad.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import org.namad.seal.Seal;
import org.springframework.stereotype.Service;

/**
 * Lets owners of seals have any page of their site examined, as often as they mend it (N1). A site that asks programs
 * not to read the page is heeded, and nobody can make Namad ask a site without end.
 */
@Service
public class PlacementDoctor {

    /** How many pages a person may have examined within {@link #WINDOW}. */
    public static final int PAGES = 10;
    /** The time in which the examinations of a person are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private final PlacementCheck check;
    private final Clock clock;
    private final Map<Long, Deque<Instant>> examinations = new HashMap<>();

    PlacementDoctor(PlacementCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /**
     * Fetches a page of the seal's site, which may take seconds, and looks for the snippet.
     *
     * @param typed    the page's address as its owner typed it
     * @param personId who asks
     * @throws NotExamined if it is not an address of the registered site, or if the person has asked too often
     */
    public Examination examine(Seal seal, String typed, long personId) throws NotExamined {
        String address = PageAddress.of(typed, seal);
        count(personId);
        return new Examination(address, check.examine(seal, address));
    }

    private synchronized void count(long personId) throws NotExamined {
        Instant now = clock.instant();
        examinations.values().removeIf(times -> !times.peekLast().isAfter(now.minus(WINDOW)));
        Deque<Instant> times = examinations.computeIfAbsent(personId, any -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(now.minus(WINDOW)));
        if (times.size() >= PAGES) {
            throw new NotExamined(NotExamined.Reason.TOO_OFTEN);
        }
        times.addLast(now);
    }

    /**
     * What was found.
     *
     * @param address   the page that was asked for
     * @param placement how it shows the seal
     */
    public record Examination(String address, Placement placement) {
    }
}
