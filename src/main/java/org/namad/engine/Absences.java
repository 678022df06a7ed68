package org.namad.engine;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.namad.calendar.NamadClock;
import org.namad.modelling.ForFilters;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who does that person's work meanwhile. A substitute sees and completes the tasks that the absent
 * person has claimed; both names are kept with the task. Filters of Tasklist reach it as {@code absences}.
 */
@Service
public class Absences implements ApplicationRunner {

    /** Why an absence is not taken; the message key is {@code web.absence.refused.<reason>}. */
    public enum Reason { PERIOD_REVERSED, PERIOD_OVER, OVERLAPS, ONESELF, UNKNOWN_COLLEAGUE, OTHER_GROUP, NOT_YOURS }

    /** An absence that cannot be taken. */
    public static class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final Reason reason;

        Refused(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        /** What is wrong. */
        public Reason reason() {
            return reason;
        }
    }

    /** Who enters and ends the absences of others. */
    public static final Set<String> ENTER_FOR_OTHERS = Set.of(StaffRoles.SUPERVISOR, StaffRoles.ADMIN);

    private final AbsenceRegister register;
    private final StaffAccounts accounts;
    private final SubstituteFilters filters;
    private final NamadClock clock;

    Absences(AbsenceRegister register, StaffAccounts accounts, SubstituteFilters filters, NamadClock clock) {
        this.register = register;
        this.accounts = accounts;
        this.filters = filters;
        this.clock = clock;
    }

    /** Lets the substitutes' filters follow a changed {@code namad.language}. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        List<Absence> absences = register.from(clock.today());
        absences.stream().map(Absence::absentId).distinct().map(accounts::find).flatMap(Optional::stream)
            .forEach(away -> filters.rename(away, absences));
    }

    /**
     * Enters that {@code absent} is away.
     *
     * @throws Refused if the period is over or reversed or overlaps an earlier absence, if the substitute is no
     *     colleague of one of the absent person's groups that do tasks and no supervisor, or if {@code who} may not enter it
     */
    @Transactional
    public Absence enter(String absent, String substitute, LocalDate firstDay, LocalDate lastDay, StaffMember who) {
        require(mayChange(absent, who), Reason.NOT_YOURS);
        require(!lastDay.isBefore(firstDay), Reason.PERIOD_REVERSED);
        require(!lastDay.isBefore(clock.today()), Reason.PERIOD_OVER);
        require(!absent.equals(substitute), Reason.ONESELF);
        StaffMember away = accounts.find(absent).orElseThrow(() -> new Refused(Reason.UNKNOWN_COLLEAGUE));
        StaffMember other = accounts.find(substitute).orElseThrow(() -> new Refused(Reason.UNKNOWN_COLLEAGUE));
        require(other.groups().contains(StaffRoles.SUPERVISOR) || away.groups().stream()
            .anyMatch(group -> StaffRoles.WORKERS.contains(group) && other.groups().contains(group)), Reason.OTHER_GROUP);
        require(!register.overlaps(absent, firstDay, lastDay), Reason.OVERLAPS);
        Absence absence = register.save(new Absence(absent, substitute, firstDay, lastDay, who.id(), clock.instant()));
        filters.offer(away, register.from(clock.today()));
        return absence;
    }

    /**
     * Ends an absence at once.
     *
     * @throws Refused if {@code who} may not
     */
    @Transactional
    public void end(long id, StaffMember who) {
        Absence absence = register.findById(id).orElseThrow(() -> new Refused(Reason.NOT_YOURS));
        require(mayChange(absence.absentId(), who), Reason.NOT_YOURS);
        absence.end(who.id(), clock.instant());
        accounts.find(absence.absentId()).ifPresent(away -> filters.offer(away, register.from(clock.today())));
    }

    /** Absences that last or are to come. */
    @Transactional(readOnly = true)
    public List<Absence> current() {
        return register.from(clock.today());
    }

    /** Whether {@code substitute} does the work of {@code absent} today. */
    @Transactional(readOnly = true)
    public boolean standsIn(String absent, String substitute) {
        return register.standsIn(absent, substitute, clock.today());
    }

    /** {@code absent} while {@code who} does that person's work, otherwise nobody; asked by filters of Tasklist. */
    @ForFilters
    @Transactional(readOnly = true)
    public String actingFor(String absent, String who) {
        return who != null && register.standsIn(absent, who, clock.today()) ? absent : "-";
    }

    /** {@code person}, or while that person is away, whoever does the work today; substitutes may be away too. */
    @Transactional(readOnly = true)
    public String present(String person) {
        Set<String> away = new HashSet<>();
        String present = person;
        Optional<String> substitute = substituteOf(present);
        while (substitute.isPresent() && away.add(present)) {
            present = substitute.get();
            substitute = substituteOf(present);
        }
        return present;
    }

    /** Two absences that are entered at the same moment may overlap: the later one counts. */
    private Optional<String> substituteOf(String absent) {
        return register.substitutesOf(absent, clock.today()).stream().findFirst();
    }

    /** Whether {@code who} may enter and end absences of {@code absent}. */
    public boolean mayChange(String absent, StaffMember who) {
        return who.id().equals(absent) && who.groups().stream().anyMatch(StaffRoles.WORKERS::contains)
            || who.groups().stream().anyMatch(ENTER_FOR_OTHERS::contains);
    }

    private static void require(boolean fine, Reason otherwise) {
        if (!fine) {
            throw new Refused(otherwise);
        }
    }
}
