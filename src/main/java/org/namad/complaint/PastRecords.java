package org.namad.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.namad.complaint.PastRecord.Course;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the records of all seals as they were in the past, one after the other. */
@Service
@Transactional(readOnly = true)
public class PastRecords {

    private final Complaints complaints;
    private final Ledger ledger;

    PastRecords(Complaints complaints, Ledger ledger) {
        this.complaints = complaints;
        this.ledger = ledger;
    }

    /** Hands over the record of every seal about which a complaint that counts was registered before {@code until}. */
    public void forEach(Instant until, Consumer<PastRecord> reader) {
        Map<Long, List<PointEntry>> lines = ledger.entriesBetween(Instant.EPOCH, until).stream()
            .collect(Collectors.groupingBy(PointEntry::sealId));
        List<Course> same = new ArrayList<>();
        try (Stream<Course> courses = complaints.courses(until)) {
            courses.forEach(course -> {
                if (!same.isEmpty() && same.get(0).sealId() != course.sealId()) {
                    hand(same, lines, reader);
                }
                same.add(course);
            });
        }
        if (!same.isEmpty()) {
            hand(same, lines, reader);
        }
    }

    private static void hand(List<Course> ofSeal, Map<Long, List<PointEntry>> lines, Consumer<PastRecord> reader) {
        long sealId = ofSeal.get(0).sealId();
        reader.accept(new PastRecord(sealId, List.copyOf(ofSeal), lines.getOrDefault(sealId, List.of())));
        ofSeal.clear();
    }
}
