package org.namad.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.namad.conduct.Supervision;

/**
 * The record of a seal as somebody would reckon it who only knows what happened: every figure by going through every
 * complaint's story from its beginning. Holds for courses shorter than a year and for the decision tables as delivered.
 */
class NaiveRecord {

    /** What may happen to a complaint. */
    enum Step { FILE, SET_ASIDE, ADMIT, SCREEN_OUT, EXTEND, ANSWER, SILENCE, UNREACHABLE, EXCUSE, CLOSE_UNANSWERED, ACCEPT,
        DISPUTE, NO_WORD, REOPEN, UPHOLD, DISMISS, OVERRULE }

    /** That it happened, and when. */
    record Happening(Step step, Instant when) {
    }

    private static final Map<Step, ComplaintStatus> LEADS_TO = new EnumMap<>(Map.ofEntries(
        Map.entry(Step.FILE, ComplaintStatus.AWAITING_ANSWER), Map.entry(Step.SET_ASIDE, ComplaintStatus.SET_ASIDE),
        Map.entry(Step.ADMIT, ComplaintStatus.AWAITING_ANSWER), Map.entry(Step.SCREEN_OUT, ComplaintStatus.SCREENED_OUT),
        Map.entry(Step.ANSWER, ComplaintStatus.AWAITING_VERDICT), Map.entry(Step.SILENCE, ComplaintStatus.OVERDUE),
        Map.entry(Step.UNREACHABLE, ComplaintStatus.OVERDUE),
        Map.entry(Step.CLOSE_UNANSWERED, ComplaintStatus.CLOSED_UNANSWERED),
        Map.entry(Step.ACCEPT, ComplaintStatus.SETTLED), Map.entry(Step.DISPUTE, ComplaintStatus.DISPUTED),
        Map.entry(Step.NO_WORD, ComplaintStatus.CLOSED_WITHOUT_VERDICT),
        Map.entry(Step.REOPEN, ComplaintStatus.AWAITING_ANSWER), Map.entry(Step.UPHOLD, ComplaintStatus.UPHELD),
        Map.entry(Step.DISMISS, ComplaintStatus.DISMISSED)));
    private static final Set<Step> STARTS_CLOCK = Set.of(Step.FILE, Step.ADMIT, Step.REOPEN);

    /** The story of one complaint. */
    record Story(long id, ComplaintReason reason, List<Happening> happenings) {

        void then(Happening happening) {
            happenings.add(happening);
        }

        boolean allows(Step step) {
            return switch (step) {
                case FILE -> false;
                case SET_ASIDE -> happenings.size() == 1;
                case ADMIT, SCREEN_OUT -> status() == ComplaintStatus.SET_ASIDE;
                case EXTEND, SILENCE, UNREACHABLE -> status() == ComplaintStatus.AWAITING_ANSWER;
                case ANSWER -> Set.of(ComplaintStatus.AWAITING_ANSWER, ComplaintStatus.OVERDUE).contains(status());
                case EXCUSE -> silence() == Step.SILENCE;
                case CLOSE_UNANSWERED -> status() == ComplaintStatus.OVERDUE;
                case ACCEPT, DISPUTE, NO_WORD -> status() == ComplaintStatus.AWAITING_VERDICT;
                case REOPEN -> Set.of(ComplaintStatus.SETTLED, ComplaintStatus.CLOSED_WITHOUT_VERDICT).contains(status());
                case UPHOLD, DISMISS -> status() == ComplaintStatus.DISPUTED;
                case OVERRULE -> is(ComplaintStatus.UPHELD, ComplaintStatus.DISMISSED);
            };
        }

        ComplaintStatus status() {
            ComplaintStatus status = null;
            for (Happening happening : happenings) {
                if (happening.step() == Step.OVERRULE) {
                    status = status == ComplaintStatus.UPHELD ? ComplaintStatus.DISMISSED : ComplaintStatus.UPHELD;
                } else {
                    status = LEADS_TO.getOrDefault(happening.step(), status);
                }
            }
            return status;
        }

        /** The last of silence and excuse: SILENCE while its point stands, EXCUSE once it was taken back; or null. */
        Step silence() {
            Step last = null;
            for (Happening happening : happenings) {
                last = happening.step() == Step.EXCUSE || happening.step() == Step.SILENCE ? happening.step() : last;
            }
            return last;
        }

        /** What the point stands for, SILENCE or UPHOLD; null if none stands. */
        private Step ground() {
            Step ground = null;
            boolean upheld = false;
            for (Happening happening : happenings) {
                switch (happening.step()) {
                    case SILENCE -> ground = ground == null ? Step.SILENCE : ground;
                    case EXCUSE -> ground = upheld ? Step.UPHOLD : null;
                    case UPHOLD -> {
                        upheld = true;
                        ground = ground == null ? Step.UPHOLD : ground;
                    }
                    case OVERRULE -> {
                        upheld = !upheld;
                        ground = upheld && ground == null ? Step.UPHOLD
                            : !upheld && ground == Step.UPHOLD ? null : ground;
                    }
                    default -> { }
                }
            }
            return ground;
        }

        int points() {
            return ground() == null ? 0 : 1;
        }

        /** The time to all answers together, or null. */
        Duration delay() {
            Duration delay = null;
            Instant start = null;
            for (Happening happening : happenings) {
                start = STARTS_CLOCK.contains(happening.step()) ? happening.when() : start;
                if (happening.step() == Step.ANSWER) {
                    delay = (delay == null ? Duration.ZERO : delay).plus(Duration.between(start, happening.when()));
                }
            }
            return delay;
        }

        boolean excused() {
            return silence() == Step.EXCUSE;
        }

        /** Whether time ran out since the last reopening, or a point stands for it. */
        boolean late() {
            boolean ranOut = false;
            for (Happening happening : happenings) {
                ranOut = happening.step() != Step.REOPEN
                    && (ranOut || happening.step() == Step.SILENCE || happening.step() == Step.UNREACHABLE);
            }
            return !excused() && (ranOut || silence() == Step.SILENCE);
        }

        boolean counts() {
            return status() != ComplaintStatus.SET_ASIDE && status() != ComplaintStatus.SCREENED_OUT;
        }

        boolean unanswered() {
            return !excused() && is(ComplaintStatus.OVERDUE, ComplaintStatus.CLOSED_UNANSWERED);
        }

        boolean settled() {
            return is(ComplaintStatus.SETTLED, ComplaintStatus.CLOSED_WITHOUT_VERDICT)
                || excused() && is(ComplaintStatus.CLOSED_UNANSWERED);
        }

        boolean is(ComplaintStatus... any) {
            return Set.of(any).contains(status());
        }

        Instant filed() {
            return happenings.get(0).when();
        }
    }

    private final List<Story> stories = new ArrayList<>();

    void file(long id, ComplaintReason reason, Instant when) {
        stories.add(new Story(id, reason, new ArrayList<>(List.of(new Happening(Step.FILE, when)))));
    }

    /** One of the complaints there are; empty if there is none. */
    Optional<Story> pick(int which) {
        return stories.isEmpty() ? Optional.empty() : Optional.of(stories.get(which % stories.size()));
    }

    int points() {
        return stories.stream().mapToInt(Story::points).sum();
    }

    int total() {
        return count(Story::counts);
    }

    Standing standing() {
        int settled = count(Story::settled);
        int upheld = count(story -> story.is(ComplaintStatus.UPHELD));
        int dismissed = count(story -> story.is(ComplaintStatus.DISMISSED));
        int unanswered = count(Story::unanswered);
        return new Standing(total() - dismissed, points(), unanswered, total() - settled - upheld - dismissed - unanswered,
            settled, upheld, dismissed, latest(story -> story.unanswered() || story.is(ComplaintStatus.UPHELD)),
            latest(story -> true));
    }

    Indicators indicators() {
        List<Duration> delays = stories.stream().filter(Story::counts).map(Story::delay).filter(d -> d != null).sorted()
            .toList();
        Duration sum = delays.stream().reduce(Duration.ZERO, Duration::plus);
        int inTime = count(story -> story.delay() != null && !story.late() && !story.excused());
        int accepted = count(story -> story.is(ComplaintStatus.SETTLED));
        int refused = count(story -> story.is(ComplaintStatus.DISPUTED, ComplaintStatus.UPHELD));
        int dismissed = count(story -> story.is(ComplaintStatus.DISMISSED));
        Map<ComplaintReason, Integer> reasons = new EnumMap<>(ComplaintReason.class);
        stories.stream().filter(Story::counts).forEach(story -> reasons.merge(story.reason(), 1, Integer::sum));
        double perThousand = total() * 10.0;
        return new Indicators(count(Story::unanswered), delays.isEmpty() ? null : sum.dividedBy(delays.size()),
            delays.isEmpty() ? null
                : delays.get((delays.size() - 1) / 2).plus(delays.get(delays.size() / 2)).dividedBy(2),
            share(inTime, count(Story::late)), share(accepted, refused), points(),
            count(story -> !story.status().isClosed()), count(Story::settled),
            count(story -> story.is(ComplaintStatus.UPHELD)), dismissed, total(), reasons, perThousand,
            supervision(total() - dismissed), LocalDate.of(2019, 3, 21));
    }

    private Supervision supervision(int complaints) {
        return points() >= 3 ? closer(Supervision.Because.POINTS)
            : count(Story::unanswered) >= 3 ? closer(Supervision.Because.UNANSWERED)
            : complaints > 7 ? closer(Supervision.Because.COMPLAINTS)
            : new Supervision(Supervision.Level.NORMAL, Supervision.Because.NOTHING);
    }

    private static Supervision closer(Supervision.Because because) {
        return new Supervision(Supervision.Level.CLOSER, because);
    }

    private Instant latest(Predicate<Story> which) {
        return stories.stream().filter(Story::counts).filter(which).map(Story::filed).max(Instant::compareTo).orElse(null);
    }

    private int count(Predicate<Story> which) {
        return (int) stories.stream().filter(Story::counts).filter(which).count();
    }

    private static Double share(int part, int rest) {
        return part + rest == 0 ? null : (double) part / (part + rest);
    }
}
