package org.namad.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What staff have typed and not sent yet, by the place where it stands, so that it is there again after a session that
 * ended, on whatever computer. A draft is its author's alone; of a task's form it goes with the task, and a substitute
 * has one of one's own.
 */
@Component
@Transactional
public class StaffDrafts {

    /** The longest draft, in bytes. */
    public static final int LONGEST = 100_000;
    /** How long a draft waits for its author to come back. */
    static final Duration KEPT = Duration.ofDays(90);

    /** It is too long to be kept. */
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    public static class TooLong extends IllegalArgumentException {

        TooLong() {
            super("a draft has at most " + LONGEST + " bytes");
        }
    }

    private static final String TASK = "task:";
    private static final int LONGEST_PLACE = 190;

    private final JdbcTemplate database;
    private final StaffDesk desk;
    private final Clock clock;

    StaffDrafts(JdbcTemplate database, StaffDesk desk, Clock clock) {
        this.database = database;
        this.desk = desk;
        this.clock = clock;
    }

    /** What {@code author} has typed at this place; empty if that is nothing. */
    @Transactional(readOnly = true)
    public Optional<String> of(String place, StaffMember author) {
        return database.query("select typed from staff_draft where place = ? and author = ?",
            (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8), place, author.id()).stream().findFirst();
    }

    /**
     * Keeps {@code typed} in place of what {@code author} had typed there before; nothing, if it is blank.
     *
     * @throws TooLong if it is longer than {@link #LONGEST}, or so is the name of the place
     */
    public void keep(String place, StaffMember author, String typed) {
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST || place.length() > LONGEST_PLACE) {
            throw new TooLong();
        }
        if (typed.isBlank()) {
            forget(place, author);
        } else if (!replace(place, author, bytes)) {
            try {
                database.update("insert into staff_draft (place, author, typed, kept_at) values (?, ?, ?, ?)", place,
                    author.id(), bytes, Timestamp.from(clock.instant()));
            } catch (DuplicateKeyException sentTwiceAtOnce) {
                replace(place, author, bytes);
            }
        }
    }

    private boolean replace(String place, StaffMember author, byte[] bytes) {
        return database.update("update staff_draft set typed = ?, kept_at = ? where place = ? and author = ?", bytes,
            Timestamp.from(clock.instant()), place, author.id()) > 0;
    }

    /** Forgets what {@code author} has typed at this place: it was sent. */
    public void forget(String place, StaffMember author) {
        database.update("delete from staff_draft where place = ? and author = ?", place, author.id());
    }

    /** What {@code author} has typed in the form of the task; empty if that is nothing, or the task is not theirs now. */
    @Transactional(readOnly = true)
    public Optional<String> ofTask(String taskId, StaffMember author) {
        return desk.holds(author, taskId) ? of(TASK + taskId, author) : Optional.empty();
    }

    /**
     * Keeps what {@code author} has typed in the form of the task.
     *
     * @return whether the task is the author's to do now; otherwise nothing is kept
     * @throws TooLong if it is longer than {@link #LONGEST}
     */
    public boolean keepOfTask(String taskId, StaffMember author, String typed) {
        if (!desk.holds(author, taskId)) {
            return false;
        }
        keep(TASK + taskId, author, typed);
        return true;
    }

    /** Forgets what anybody has typed in the form of the task: it is over. */
    void forgetTask(String taskId) {
        database.update("delete from staff_draft where place = ?", TASK + taskId);
    }

    /** Forgets what nobody came back to, and what was still on its way when its task ended. */
    @Scheduled(cron = "0 40 * * * *")
    public void sweep() {
        database.update("delete from staff_draft where kept_at < ?", Timestamp.from(clock.instant().minus(KEPT)));
        database.update("delete from staff_draft where place like '" + TASK + "%' and substring(place, "
            + (TASK.length() + 1) + ") not in (select ID_ from ACT_RU_TASK)");
    }
}
