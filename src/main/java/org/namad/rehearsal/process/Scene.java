package org.namad.rehearsal.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

import org.namad.party.Person;
import org.namad.rehearsal.Happening;
import org.namad.rehearsal.Story;

/** One story on its way: who plays, what they are going to do, and what was seen of it so far. */
final class Scene {

    /** Something that one of the sides is going to do. */
    record Act(Instant when, int order, String id, String who, Runnable what) {
    }

    private final Story story;
    private final int number;
    private final Instant start;
    private final PriorityQueue<Act> acts = new PriorityQueue<>(
        Comparator.comparing(Act::when).thenComparing(Act::order));
    private final Set<String> planned = new HashSet<>();
    private final Set<String> sites = new HashSet<>();
    private final Set<String> consumers = new HashSet<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<Long> complaints = new ArrayList<>();
    private final List<Happening> seen = new ArrayList<>();
    private Person owner;
    private Long sealId;
    private Long caseId;
    private String seal;

    Scene(Story story, int number, Instant start) {
        this.story = story;
        this.number = number;
        this.start = start;
    }

    Story story() {
        return story;
    }

    /** Tells the people and the shop of this scene apart from those of others, and is the same in every version. */
    int number() {
        return number;
    }

    Instant start() {
        return start;
    }

    Person owner() {
        return owner;
    }

    /** The owner of the scene's shop; the first site is where it begins. */
    void cast(Person newOwner, String site) {
        owner = newOwner;
        sites.add(site);
    }

    /** The shop moves there. */
    void movesTo(String site) {
        sites.add(site);
    }

    boolean isAt(String site) {
        return sites.contains(site);
    }

    void complains(Person consumer) {
        consumers.add(consumer.email());
    }

    /** The seal that the scene is about; null before there is one. */
    Long sealId() {
        return sealId;
    }

    void about(Long newSealId) {
        sealId = newSealId;
    }

    /** The number of the application or amendment that the scene is about. */
    Long caseId() {
        return caseId;
    }

    void began(Long newCaseId) {
        caseId = newCaseId;
    }

    List<Long> complaints() {
        return complaints;
    }

    /** A complaint of the scene, and the number under which its sides know it, which is another one every time. */
    void complained(Long id, String tracking) {
        complaints.add(id);
        secrets.add(tracking);
    }

    /** Plans what one of the sides does at a time, unless it is planned already. */
    void plan(String id, Instant when, String who, Runnable what) {
        if (planned.add(id)) {
            acts.add(new Act(when, planned.size(), id, who, what));
        }
    }

    /** As {@link #plan}, some time after the start. */
    void after(Duration sinceStart, String id, String who, Runnable what) {
        plan(id, start.plus(sinceStart), who, what);
    }

    Optional<Instant> nextAct() {
        return Optional.ofNullable(acts.peek()).map(Act::when);
    }

    /** Takes the next act whose time has come. */
    Optional<Act> due(Instant now) {
        return nextAct().filter(when -> !when.isAfter(now)).map(when -> acts.poll());
    }

    void saw(Instant when, Happening.Kind kind, String id, String what, String who) {
        seen.add(new Happening(minute(when), kind, id, what, who, 1));
    }

    /** Notes how the seal stands now, if that has changed. */
    void sealIs(String status, Instant now) {
        if (!Objects.equals(seal, status)) {
            if (seal != null || !status.equals("ACTIVE") || now.isAfter(start.plusSeconds(60))) {
                saw(now, Happening.Kind.SEAL, status, null, null);
            }
            seal = status;
        }
    }

    List<Happening> seen() {
        return seen;
    }

    /** Minutes since the start. */
    long minute(Instant when) {
        return Math.max(0, Math.round(Duration.between(start, when).toMillis() / 60_000.0));
    }

    /** Which side has this address; null for none. */
    String side(String address) {
        return address.equals(owner.email()) ? "business" : consumers.contains(address) ? "consumer" : null;
    }

    /** A text without the numbers that are made anew every time. */
    String plain(String text) {
        String plain = text;
        for (String secret : secrets) {
            plain = plain.replace(secret, "…").replace(persian(secret), "…");
        }
        return plain;
    }

    private static String persian(String digits) {
        StringBuilder persian = new StringBuilder();
        digits.chars().forEach(c -> persian.append(c >= '0' && c <= '9' ? (char) (c - '0' + '۰') : (char) c));
        return persian.toString();
    }
}
