package org.namad.rollout.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.namad.calendar.NamadClock;
import org.namad.modelling.PolicyReplay;
import org.namad.modelling.PolicyReplay.Outcome;
import org.namad.rollout.Drafts;
import org.namad.rollout.ModelRefused;
import org.namad.rollout.ModelVersions;
import org.namad.rollout.ModelVersions.Kind;
import org.namad.rollout.ModelVersions.Version;
import org.namad.rollout.Replays;
import org.springframework.stereotype.Component;

/** Sets a candidate's tables beside those that are live and lets the policy's module lead both through the past. */
@Component
class StoredPast implements Replays {

    private static final String VERSION = "version";
    private static final String DRAFT = "draft";

    private final List<PolicyReplay> policies;
    private final ModelVersions versions;
    private final Drafts drafts;
    private final RepositoryService repository;
    private final DeployedFiles deployed;
    private final ProcessEngineConfigurationImpl engine;

    StoredPast(List<PolicyReplay> policies, ModelVersions versions, Drafts drafts, RepositoryService repository,
            DeployedFiles deployed, ProcessEngineConfigurationImpl engine) {
        this.policies = policies.stream().sorted(Comparator.comparing(StoredPast::name)).toList();
        this.versions = versions;
        this.drafts = drafts;
        this.repository = repository;
        this.deployed = deployed;
        this.engine = engine;
    }

    private static String name(PolicyReplay policy) {
        return policy.decisions().get(0);
    }

    @Override
    public List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (PolicyReplay policy : policies) {
            for (String decision : policy.decisions()) {
                versions.find(Kind.DECISION, decision).ifPresent(table -> {
                    for (Version version : table.versions()) {
                        candidates.add(new Candidate(VERSION + ":" + decision + ":" + version.number(), name(policy),
                            table.name(), version.number(), version.deployedAt()));
                    }
                });
            }
        }
        drafts.all().forEach(draft -> policy(decisions(drafts.files(draft.id()))).ifPresent(policy ->
            candidates.add(new Candidate(DRAFT + ":" + draft.id(), name(policy), draft.name(), 0, draft.deployedAt()))));
        return candidates;
    }

    private Set<String> decisions(Map<String, byte[]> files) {
        try {
            return tables(files).decisions();
        } catch (DmnEngineException unreadable) {
            return Set.of();
        }
    }

    @Override
    public Map<String, byte[]> files(String candidate) {
        String[] parts = candidate.split(":");
        if (parts.length == 2 && parts[0].equals(DRAFT)) {
            return drafts.files(parts[1]);
        }
        if (parts.length == 3 && parts[0].equals(VERSION) && parts[2].matches("\\d{1,6}")) {
            return versions.file(Kind.DECISION, parts[1], Integer.parseInt(parts[2]))
                .map(file -> Map.of(file.name(), file.content())).orElseThrow();
        }
        throw new NoSuchElementException(candidate);
    }

    private Optional<PolicyReplay> policy(Set<String> decisions) {
        return policies.stream().filter(policy -> policy.decisions().stream().anyMatch(decisions::contains)).findFirst();
    }

    private FileTables tables(Map<String, byte[]> files) {
        return new FileTables(engine.getDmnEngineConfiguration()).with(files);
    }

    @Override
    public Comparison replay(Map<String, byte[]> files, LocalDate first, LocalDate last) {
        Set<String> changed = decisions(files);
        PolicyReplay policy = policy(changed).orElseThrow(() -> new ModelRefused(List.of(), null));
        Map<String, byte[]> live = live(policy);
        FileTables candidate = tables(live).with(files);
        Instant from = first.atStartOfDay(NamadClock.TEHRAN).toInstant();
        Instant until = last.plusDays(1).atStartOfDay(NamadClock.TEHRAN).toInstant();
        Tally tally = new Tally();
        try {
            policy.replay(from, until, List.of(tables(live), candidate), tally::add);
        } catch (NoSuchElementException | DmnEngineException | FeelException unanswered) {
            throw new ModelRefused(List.of(String.valueOf(unanswered.getMessage())), unanswered);
        }
        Map<String, Long> inFact = policy.inFact(from, until);
        Set<String> decisions = new TreeSet<>(changed);
        decisions.retainAll(policy.decisions());
        return new Comparison(name(policy), decisions, tally.seals, policy.outcomes().stream()
            .map(outcome -> new Row(outcome, inFact.getOrDefault(outcome, 0L), tally.today.getOrDefault(outcome, 0),
                tally.candidate.getOrDefault(outcome, 0))).toList(), tally.differences);
    }

    private Map<String, byte[]> live(PolicyReplay policy) {
        Map<String, byte[]> live = new HashMap<>();
        for (String decision : policy.decisions()) {
            DecisionDefinition newest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision)
                .latestVersion().singleResult();
            live.put(decision + ".dmn", deployed.read(newest.getDeploymentId(), newest.getResourceName()));
        }
        return live;
    }

    /** Counts seals while the past goes by. */
    private static final class Tally {

        private final Map<String, Integer> today = new HashMap<>();
        private final Map<String, Integer> candidate = new HashMap<>();
        private final List<Difference> differences = new ArrayList<>();
        private int seals;

        void add(PolicyReplay.Replayed seal) {
            seals++;
            List<Outcome> now = seal.outcomes().get(0);
            List<Outcome> then = seal.outcomes().get(1);
            count(now, today);
            count(then, candidate);
            if (!names(now).equals(names(then))) {
                differences.add(new Difference(seal.sealId(), now, then));
            }
        }

        private static void count(List<Outcome> outcomes, Map<String, Integer> counts) {
            new HashSet<>(names(outcomes)).forEach(name -> counts.merge(name, 1, Integer::sum));
        }

        private static List<String> names(List<Outcome> outcomes) {
            return outcomes.stream().map(Outcome::name).sorted().toList();
        }
    }
}
