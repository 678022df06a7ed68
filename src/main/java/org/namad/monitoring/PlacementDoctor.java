package org.namad.monitoring;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import org.namad.calendar.BucketTime;
import org.namad.seal.Seal;
import org.springframework.stereotype.Service;

/**
 * Lets owners of seals have any page of their site examined, as often as they mend it (N1). A site that asks programs
 * not to read the page is heeded, and nobody can make Namad ask a site without end.
 */
@Service
public class PlacementDoctor {

    /** How many pages a person may have examined at once. */
    public static final int PAGES = 10;
    /** The time after which a person who has had all of {@link #PAGES} examined may have another one. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    /** Who asks less often than others is forgotten first. */
    private static final int PEOPLE = 100_000;

    private final PlacementCheck check;
    private final LoadingCache<Long, Bucket> examinations;

    PlacementDoctor(PlacementCheck check, Clock clock) {
        this.check = check;
        TimeMeter time = new BucketTime(clock);
        // A bucket that nobody took from for the whole time is full again, and can be forgotten.
        this.examinations = Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterAccess(PAUSE.multipliedBy(PAGES))
            .build(person -> Bucket.builder().addLimit(limit -> limit.capacity(PAGES).refillGreedy(1, PAUSE))
                .withCustomTimePrecision(time).build());
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
        if (!examinations.get(personId).tryConsume(1)) {
            throw new NotExamined(NotExamined.Reason.TOO_OFTEN);
        }
        return new Examination(address, check.examine(seal, address));
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
