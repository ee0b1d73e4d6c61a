package io.flyball.orchestrator.admission;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds a run that is already at what a parent wants done. */
final class Intents {
    private final Queue queue;

    Intents(Queue queue) {
        this.queue = queue;
    }

    /** What a wish is for: the same agent, place, goal and inputs give the same, however the goal is spaced and capitalised. */
    static String of(RunRequest wish) {
        return String.join(
                "\n",
                wish.tenant(),
                wish.agent(),
                wish.environment(),
                Boolean.toString(wish.dryRun()),
                wish.goal().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "),
                new TreeMap<>(wish.inputs()).toString());
    }

    /** The run whose result the parent can have; none that itself waits for the parent, or both would wait for ever. */
    Optional<KnownRun> twin(Knowledge known, RunRequest wish) {
        ParentStep parent = wish.parent();
        return parent == null
                ? Optional.empty()
                : known.ofIntent(of(wish))
                        .filter(run -> !waitingFor(known, parent.runId()).contains(run.runId()));
    }

    /** That run and all that wait for it, directly or not. */
    private static Set<String> waitingFor(Knowledge known, String runId) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(runId));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                known.run(next).stream()
                        .flatMap(run -> Stream.concat(Stream.ofNullable(run.parentRunId()), run.listeners().stream()))
                        .forEach(open::push);
            }
        }
        return found;
    }

    /** The parent listens to its twin; one that waits opens for that. */
    Decision listen(Knowledge known, KnownRun twin, RunRequest wish, Instant at) {
        Decision opening = twin.standing() instanceof AdmissionStanding.Waiting
                ? queue.openNow(known, twin, at)
                : Decision.quiet();
        KnownRun run = opening.learned().isEmpty()
                ? twin
                : (KnownRun) opening.learned().getFirst();
        List<String> listeners = new ArrayList<>(run.listeners());
        listeners.add(Objects.requireNonNull(wish.parent()).runId());
        return opening.learning(run.heardBy(listeners)).saying(new Answer.Listen(run, wish));
    }
}
