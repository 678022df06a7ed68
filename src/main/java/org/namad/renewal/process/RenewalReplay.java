package org.namad.renewal.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.namad.modelling.PolicyReplay;
import org.namad.renewal.Decision;
import org.namad.renewal.Renewals;
import org.namad.renewal.Renewals.Asked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replays the decision on renewals (R19, R20, N8), each with what the renewal itself keeps of what was known then. */
@Component
class RenewalReplay implements PolicyReplay {

    private final Renewals renewals;

    RenewalReplay(Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public List<String> decisions() {
        return List.of(SealRenewalProcess.DECISION_TABLE);
    }

    @Override
    public List<String> outcomes() {
        return Stream.of(Decision.values()).map(RenewalReplay::name).toList();
    }

    private static String name(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> inFact(Instant from, Instant until) {
        Map<String, Long> seals = new HashMap<>();
        try (Stream<Asked> asked = renewals.asked(from, until)) {
            asked.map(renewal -> List.of(renewal.sealId(), name(renewal.assessment().decision()))).distinct()
                .forEach(decided -> seals.merge((String) decided.get(1), 1L, Long::sum));
        }
        return seals;
    }

    @Override
    @Transactional(readOnly = true)
    public void replay(Instant from, Instant until, List<Tables> alternatives, Consumer<Replayed> told) {
        List<Asked> same = new ArrayList<>();
        try (Stream<Asked> asked = renewals.asked(from, until)) {
            asked.forEach(renewal -> {
                if (!same.isEmpty() && same.get(0).sealId() != renewal.sealId()) {
                    told.accept(replayed(same, alternatives));
                    same.clear();
                }
                same.add(renewal);
            });
        }
        if (!same.isEmpty()) {
            told.accept(replayed(same, alternatives));
        }
    }

    private static Replayed replayed(List<Asked> ofSeal, List<Tables> alternatives) {
        return new Replayed(ofSeal.get(0).sealId(), alternatives.stream().map(tables -> ofSeal.stream()
            .map(renewal -> new Outcome(String.valueOf(tables.answer(SealRenewalProcess.DECISION_TABLE,
                DecisionTable.inputs(renewal.assessment()))), renewal.assessment().assessedAt())).toList()).toList());
    }
}
