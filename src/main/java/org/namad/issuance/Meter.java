package org.namad.issuance;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The half-hour meter: how long an application has taken and where the time went (R13, N13).
 *
 * @param elapsed from submission to the end, or until now
 * @param ours    the part of it that Namad took: everything but waiting for the applicant
 * @param slowest the stage that took longest
 * @param byStage the time spent in each stage
 */
public record Meter(Duration elapsed, Duration ours, Stage slowest, Map<Stage, Duration> byStage) {

    static Meter of(List<StageEntry> stages, Instant now) {
        Map<Stage, Duration> byStage = new EnumMap<>(Stage.class);
        Instant end = stages.get(0).since();
        for (int i = 0; i < stages.size() && stages.get(i).stage().isOpen(); i++) {
            end = i + 1 < stages.size() ? stages.get(i + 1).since() : now;
            byStage.merge(stages.get(i).stage(), Duration.between(stages.get(i).since(), end), Duration::plus);
        }
        Duration ours = byStage.entrySet().stream().filter(entry -> !entry.getKey().waitsForApplicant())
            .map(Map.Entry::getValue).reduce(Duration.ZERO, Duration::plus);
        Stage slowest = byStage.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
            .orElse(stages.get(0).stage());
        return new Meter(Duration.between(stages.get(0).since(), end), ours, slowest, byStage);
    }
}
