package org.namad.party.web;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;

import org.namad.calendar.BucketTime;
import org.springframework.stereotype.Component;

/** How often one person may have everything read and packed. Each node counts for itself. */
@Component
class ExportLimit {

    /** How many exports a person may have at once, and again as {@link #WINDOW} passes. */
    static final int EXPORTS = 5;
    /** The time after which a person may have all of {@link #EXPORTS} again. */
    static final Duration WINDOW = Duration.ofHours(1);

    /** Who asks less often than others is forgotten first. */
    private static final int PEOPLE = 100_000;

    private final LoadingCache<Long, Bucket> exports;

    ExportLimit(Clock clock) {
        BucketTime time = new BucketTime(clock);
        // A bucket that nobody took from for the whole time is full again, and can be forgotten.
        this.exports = Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterAccess(WINDOW)
            .build(person -> Bucket.builder().addLimit(limit -> limit.capacity(EXPORTS).refillGreedy(EXPORTS, WINDOW))
                .withCustomTimePrecision(time).build());
    }

    /** Takes one export; if there is none left, says how long it is until there is, otherwise zero. */
    Duration take(long personId) {
        return Duration.ofNanos(exports.get(personId).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }
}
