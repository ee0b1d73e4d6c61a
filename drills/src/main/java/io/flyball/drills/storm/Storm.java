package io.flyball.drills.storm;

import io.flyball.drills.check.Evidence.Result;
import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.evidence.Joins;
import io.flyball.drills.load.Door;
import io.flyball.drills.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A storm over a suite that is up: alerts rain, the emergency stop is set and taken away meanwhile, and then it settles. */
public final class Storm {
    private static final Duration SLOWEST_EFFECT = Duration.ofMillis(300);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration RAINS = Duration.ofMinutes(10);
    private static final Duration SETTLE = Duration.ofMinutes(10);

    /** Long enough to see whether anything begins that must not. */
    private static final Duration HOLD = Duration.ofMillis(1500);

    private final StormSettings settings;
    private final Suite suite;
    private final Consumer<String> say;
    private final Door door;
    private final List<Stop> stops = new ArrayList<>();

    public Storm(StormSettings settings, Suite suite, Consumer<String> say) {
        this.settings = settings;
        this.suite = suite;
        this.say = say;
        this.door = new Door(suite.console(), suite.token());
    }

    /** Returns when everything has settled, or the patience is at its end. */
    public StormFigures run() throws InterruptedException {
        Joins joins = new Joins();
        try (EffectServer effects = EffectServer.start(new Random(settings.seed()), SLOWEST_EFFECT);
                Collector collector = Collector.start(suite.broker(), suite.registry(), joins)) {
            Rain rain = new Rain(settings, door, effects.url());
            long began = System.nanoTime();
            rain.begin();
            stopNowAndThen(rain, joins, collector);
            rain.awaitEnd();
            double raised = seconds(began);
            say.accept("%,d alerts were accepted after %.1f s".formatted(rain.accepted(), raised));
            await(SETTLE, () -> joins.found() >= settings.alerts());
            double found = seconds(began);
            await(SETTLE, () -> ended(collector).containsAll(collector.opened().keySet()));
            return figures(evidence(rain, joins, collector, effects), raised, found);
        }
    }

    /** A stop shows something only where a run is open, so it waits for one, unless there will be none any more. */
    private void stopNowAndThen(Rain rain, Joins joins, Collector collector) throws InterruptedException {
        for (int i = 1; i <= settings.stops(); i++) {
            int due = settings.alerts() / (settings.stops() + 1) * i;
            await(
                    RAINS,
                    () -> rain.failure() != null
                            || joins.found() >= settings.alerts()
                            || (rain.accepted() >= due && openRuns(collector) > 0));
            stops.add(stop(collector));
            say.accept("stop %d: answered after %.0f ms, %,d alerts are in, %d runs are open"
                    .formatted(
                            i,
                            stops.getLast().answeredMillis(),
                            rain.accepted(),
                            stops.getLast().openRuns()));
        }
    }

    private static int openRuns(Collector collector) {
        return collector.opened().size() - collector.ended();
    }

    private Stop stop(Collector collector) throws InterruptedException {
        int openRuns = openRuns(collector);
        long asked = System.nanoTime();
        door.emergencyStop(true);
        long answered = System.nanoTime();
        Thread.sleep(HOLD);
        long released = System.nanoTime();
        door.emergencyStop(false);
        return new Stop(asked, answered, released, openRuns);
    }

    private static void await(Duration patience, BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static java.util.Set<String> ended(Collector collector) {
        return collector.results().stream().map(Result::runId).collect(Collectors.toSet());
    }

    private StormEvidence evidence(Rain rain, Joins joins, Collector collector, EffectServer effects) {
        List<String> failures = new ArrayList<>();
        if (rain.failure() != null) {
            failures.add("not all alerts were raised: " + rain.failure());
        }
        if (collector.failure() != null) {
            failures.add("the topics could not be read: " + collector.failure());
        }
        return new StormEvidence(
                settings,
                joins.runsByAlert(),
                collector.opened().keySet(),
                ended(collector),
                effects.counts(),
                effects.moments(),
                List.copyOf(stops),
                failures);
    }

    private StormFigures figures(StormEvidence seen, double raised, double found) {
        return new StormFigures(
                "storm",
                settings.alerts(),
                settings.services(),
                seen.runsByAlert().size(),
                seen.opened().size(),
                (int) seen.opened().stream().filter(seen.ended()::contains).count(),
                seen.effects().size(),
                seen.effectsTwice(),
                raised,
                found,
                stops.size(),
                seen.openAtStops(),
                seen.stopAnsweredMillis(),
                seen.lastEffectMillis(),
                PeakMemory.megabytes(suite.services()),
                settings.seed(),
                seen.broken());
    }

    private static double seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
    }
}
