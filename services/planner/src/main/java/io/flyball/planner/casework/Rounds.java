package io.flyball.planner.casework;

import io.flyball.diagnosis.Case;
import io.flyball.diagnosis.Diagnosis;
import io.flyball.diagnosis.Probe;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which probes are made next: first all cheap ones that fit, then those that tell the open hypotheses apart, three rounds at most. */
final class Rounds {
    /** A probe is never the second outage: no more than these at once. */
    static final int FIRST = 24;

    static final int NEXT = 8;
    static final int MOST = 3;
    /** Actions that are left for a remedy and for looking again. */
    private static final int KEPT = 12;

    private final Situation situation;
    private final Reach reach;
    private final List<Probe> fitting;

    Rounds(Situation situation, Reach reach, List<Probe> all, Case known, String kind) {
        this.situation = situation;
        this.reach = reach;
        this.fitting =
                all.stream().filter(probe -> probe.fits(kind, known.known())).toList();
    }

    /** All that can be made for what the case is about, and that the agent may make. */
    List<Probe> possible(Map<String, String> known) {
        return fitting.stream()
                .filter(probe -> objection(probe, known).isEmpty())
                .toList();
    }

    /** Those that fit and that the agent may not make, with the reason. */
    List<String> forbidden(Map<String, String> known) {
        return fitting.stream()
                .flatMap(probe -> objection(probe, known).stream().map(why -> probe.name() + ": " + why))
                .toList();
    }

    private Optional<String> objection(Probe probe, Map<String, String> known) {
        return reach.objection(probe.call().tool(), probe.arguments(known).orElse(Map.of()));
    }

    long made(Phase phase) {
        return situation.turns().stream().filter(turn -> isRound(turn, phase)).count();
    }

    private static boolean isRound(PastTurn turn, Phase phase) {
        return turn.actions().stream().anyMatch(action -> phase.probe(action).isPresent());
    }

    /** The next round before a remedy; empty if there is nothing more to look at. */
    List<ProposedAction> next(Case known, Diagnosis diagnosis) {
        long made = made(Phase.BEFORE);
        if (made >= MOST) {
            return List.of();
        }
        List<Probe> possible = possible(known.known());
        Stream<Probe> wanted = made == 0
                ? possible.stream().filter(probe -> probe.cost() == 1)
                : Stream.concat(
                        possible.stream()
                                .filter(probe -> probe.cost() == 1
                                        && probe.fits().needs().contains("here")),
                        diagnosis.next().stream().limit(NEXT));
        return actions(
                wanted.filter(probe -> !known.hasLooked(probe.name()))
                        .distinct()
                        .limit(Math.min(FIRST, Math.max(0, situation.remaining().actions() - KEPT)))
                        .toList(),
                known.known(),
                Phase.BEFORE);
    }

    /** The round after a remedy: everything that told of the cause, and whether users are served. */
    List<ProposedAction> again(Case known, java.util.Set<String> facts) {
        List<Probe> wanted = new ArrayList<>(possible(known.known()));
        wanted.removeIf(probe -> probe.yields().stream().noneMatch(facts::contains));
        wanted.sort(Comparator.comparingInt(Probe::cost).thenComparing(Probe::name));
        return actions(wanted.stream().limit(NEXT).toList(), known.known(), Phase.AFTER);
    }

    private List<ProposedAction> actions(List<Probe> probes, Map<String, String> known, Phase phase) {
        List<ProposedAction> actions = new ArrayList<>();
        for (Probe probe : probes) {
            probe.arguments(known).ifPresent(arguments -> actions.add(action(probe, arguments, known, phase)));
        }
        return actions;
    }

    private ProposedAction action(Probe probe, Map<String, Object> arguments, Map<String, String> known, Phase phase) {
        String tool = probe.call().tool();
        var look = new ProposedAction(
                phase.label(probe.name()),
                tool,
                arguments,
                reach.target(tool, arguments).orElse("host:this"),
                probe.says().told(known),
                null,
                null,
                false,
                List.of(),
                null);
        // A check that succeeds shows that what it looks at is well; other looks show no more than what is there.
        return probe.reads().failure() ? look.expecting(List.of(Expectation.SUCCESS)) : look;
    }
}
