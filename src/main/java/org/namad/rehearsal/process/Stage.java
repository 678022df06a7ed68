package org.namad.rehearsal.process;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffRoles;
import org.namad.engine.TimeTravel;
import org.namad.rehearsal.Course;
import org.namad.rehearsal.Happening;
import org.namad.rehearsal.Plan;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plays the stories of a {@link Plan} in the process of a rehearsal. The working directory holds {@code plan.json}, what
 * is live in {@code live/<number>/} (a folder for each deployment, in their order), and the draft in {@code draft/}; it
 * gets {@code live.json} and {@code draft.json}, and {@code progress} on the way.
 */
@Component
@Profile("rehearsal")
@Order
class Stage implements ApplicationRunner {

    /** Longer than any case of the models as they are delivered; what waits then is told. */
    private static final Duration LONGEST = Duration.ofDays(200);
    private static final String OWNER = StaffRoles.PROCESS_OWNER + "-1";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identities;
    private final NamadClock clock;
    private final TimeTravel travel;
    private final Stories stories;
    private final StaffAtWork staff;
    private final Recorder recorder;
    private final Seals seals;
    private final ObjectMapper json;
    private final String side;

    Stage(RepositoryService repository, RuntimeService runtime, ManagementService management,
            IdentityService identities, NamadClock clock, TimeTravel travel, Stories stories, StaffAtWork staff,
            Recorder recorder, Seals seals, ObjectMapper json, @Value("${namad.rehearsal.side}") String side) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.identities = identities;
        this.clock = clock;
        this.travel = travel;
        this.stories = stories;
        this.staff = staff;
        this.recorder = recorder;
        this.seals = seals;
        this.json = json;
        this.side = side;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Plan plan = json.readValue(new File("plan.json"), Plan.class);
        clock.moveTo(plan.start().minus(Duration.ofHours(1)));
        staff.employ(plan.groups());
        deploy();
        clock.moveTo(plan.start());
        List<Scene> scenes = begin(plan);
        play(scenes, plan.start().plus(LONGEST));
        List<Course> courses = new ArrayList<>();
        recorder.record(scenes, clock.instant()).forEach((scene, happenings) ->
            courses.add(new Course(scene.story(), happenings)));
        json.writeValue(new File(side + ".json"), courses);
    }

    private void deploy() throws IOException {
        try (Stream<Path> live = Files.list(Path.of("live"))) {
            for (Path deployment : live.sorted().toList()) {
                deployment(deployment).deploy();
                // The newest text of a mail is told by its time.
                clock.moveBy(Duration.ofSeconds(1));
            }
        }
        if (side.equals("draft")) {
            // In somebody's name, so that the check of every deployment guards this machine, too.
            identities.setAuthentication(OWNER, List.of(StaffRoles.PROCESS_OWNER));
            try {
                deployment(Path.of("draft")).deploy();
            } catch (ParseException refused) {
                Files.writeString(Path.of("refused"), refused.getMessage());
                throw refused;
            } finally {
                identities.clearAuthentication();
            }
        }
    }

    private DeploymentBuilder deployment(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        DeploymentBuilder deployment = repository.createDeployment().name("rehearsal");
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        return deployment;
    }

    private List<Scene> begin(Plan plan) {
        List<Scene> scenes = new ArrayList<>();
        plan.stories().forEach(story -> {
            Scene scene = new Scene(story, story.ordinal() + 1, clock.instant());
            scenes.add(scene);
            stories.begin(scene, plan);
            act(scene);
            travel.runDueJobs();
        });
        return scenes;
    }

    /** From one thing that happens to the next, until nothing happens any more. */
    private void play(List<Scene> scenes, Instant end) {
        for (Optional<Instant> next = Optional.of(clock.instant()); next.isPresent() && !next.get().isAfter(end);
                next = next(scenes)) {
            travel.to(next.get());
            staff.work(task -> scene(task.getProcessInstanceId(), scenes));
            scenes.forEach(this::act);
            travel.runDueJobs();
            scenes.forEach(stories::goOn);
            staff.look();
            scenes.forEach(this::lookAtSeal);
            tellProgress(scenes);
        }
    }

    private Scene scene(String instance, List<Scene> scenes) {
        ProcessInstance process = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
        Scene found = recorder.sceneOf(process.getBusinessKey(), scenes);
        return found == null ? scenes.get(0) : found;
    }

    private void act(Scene scene) {
        for (Optional<Scene.Act> act = scene.due(clock.instant()); act.isPresent(); act = scene.due(clock.instant())) {
            Instant now = clock.instant();
            String id = act.get().id().replaceFirst("-\\d+$", "");
            try {
                act.get().what().run();
                scene.saw(now, Happening.Kind.ACT, id, null, act.get().who());
            } catch (RuntimeException refused) {
                scene.saw(now, Happening.Kind.NOT_AWAITED, id, refused.getMessage(), act.get().who());
            }
        }
    }

    /** When something happens next in a scene; empty if nobody waits for anything any more. */
    private Optional<Instant> next(List<Scene> scenes) {
        Optional<Instant> people = Stream.concat(scenes.stream().map(Scene::nextAct), Stream.of(staff.next()))
            .flatMap(Optional::stream).min(Instant::compareTo);
        boolean waits = management.createJobQuery().active().withRetriesLeft().list().stream()
            .map(Job::getProcessInstanceId).anyMatch(instance -> instance != null);
        if (people.isEmpty() && !waits) {
            return Optional.empty();
        }
        return Stream.of(people, travel.nextTimer()).flatMap(Optional::stream).min(Instant::compareTo)
            .map(next -> next.isBefore(clock.instant()) ? clock.instant() : next);
    }

    private void lookAtSeal(Scene scene) {
        if (scene.sealId() != null) {
            seals.findById(scene.sealId()).map((Seal seal) -> seal.statusAt(clock.instant()).name())
                .ifPresent(status -> scene.sealIs(status, clock.instant()));
        }
    }

    private void tellProgress(List<Scene> scenes) {
        try {
            Files.writeString(Path.of("progress"), side + " " + scenes.get(0).minute(clock.instant()) / 1440);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
