package org.namad.rehearsal.process;

import java.time.Duration;

import org.namad.rehearsal.Plan;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What consumers and businesses do in each story, through the same doors as the pages. */
@Component
@Profile("rehearsal")
class Stories {

    static final String BUSINESS = "business";
    static final String CONSUMER = "consumer";
    static final Duration A_MOMENT = Duration.ofMinutes(10);
    static final Duration A_DAY = Duration.ofDays(1);

    private final SealStories seals;
    private final ComplaintStories complaints;

    Stories(SealStories seals, ComplaintStories complaints) {
        this.seals = seals;
        this.complaints = complaints;
    }

    /** Plans what the sides do by themselves. */
    void begin(Scene scene, Plan plan) {
        switch (scene.story()) {
            case STRAIGHT_APPLICATION, UNPAID_APPLICATION -> seals.apply(scene, plan);
            case MOVED_SITE -> seals.move(scene, plan);
            case CLEAN_RENEWAL -> seals.endSoon(scene, plan);
            case BLOCKED_RENEWAL -> {
                seals.endSoon(scene, plan);
                complaints.complain(scene, plan, 1);
            }
            case SUSPENDED_SEAL -> complaints.complain(scene, plan, ComplaintStories.MANY);
            case WARNED_HOLDER -> complaints.accuse(scene, plan);
            default -> complaints.complain(scene, plan, 1);
        }
    }

    /** Plans what the sides do in answer to what has happened since. */
    void goOn(Scene scene) {
        switch (scene.story()) {
            case STRAIGHT_APPLICATION -> seals.payAndPlace(scene);
            case UNPAID_APPLICATION, UNANSWERED_COMPLAINT, WARNED_HOLDER, BLOCKED_RENEWAL -> { }
            case MOVED_SITE -> seals.placeAnew(scene);
            case CLEAN_RENEWAL -> seals.update(scene);
            case SUSPENDED_SEAL -> complaints.replyAndRemedy(scene);
            default -> complaints.giveVerdict(scene);
        }
    }
}
