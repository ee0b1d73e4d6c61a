package io.flyball.drills;

import io.flyball.drills.check.Evidence;
import io.flyball.drills.check.Figures;
import io.flyball.drills.check.Invariants;
import io.flyball.drills.check.Recovery;
import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.faults.Breaker;
import io.flyball.drills.faults.CancelledChanges;
import io.flyball.drills.faults.Disorder;
import io.flyball.drills.faults.Duplicates;
import io.flyball.drills.faults.FaultPlan;
import io.flyball.drills.faults.Faults;
import io.flyball.drills.faults.FreezeBroker;
import io.flyball.drills.faults.KillBroker;
import io.flyball.drills.faults.KillInCluster;
import io.flyball.drills.faults.KillService;
import io.flyball.drills.faults.Marks;
import io.flyball.drills.faults.Reordering;
import io.flyball.drills.load.Approver;
import io.flyball.drills.load.Load;
import io.flyball.drills.load.Operator;
import io.flyball.drills.load.Orders;
import io.flyball.drills.suite.Service;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One drill on a suite that is up: opens runs, breaks things, lets it settle, and checks. */
final class Trial {
    private static final Duration SLOWEST_EFFECT = Duration.ofMillis(300);
    private static final Duration SETTLE = Duration.ofMinutes(10);

    private final TrialSettings settings;
    private final Suite suite;
    private final Consumer<String> say;
    private final List<String> failures = new ArrayList<>();

    Trial(TrialSettings settings, Suite suite, Consumer<String> say) {
        this.settings = settings;
        this.suite = suite;
        this.say = say;
    }

    Figures run() throws InterruptedException {
        long began = System.nanoTime();
        try (Disorder disorder = disorder();
                EffectServer effects = EffectServer.start(new Random(settings.seed()), SLOWEST_EFFECT);
                Collector collector =
                        Collector.start(suite.broker(), suite.registry(), (record, _) -> disorder.accept(record));
                Marks marks = new Marks(suite.broker());
                Approver _ = Approver.at(suite)) {
            CancelledChanges cancelled = new CancelledChanges(new Operator(suite.console(), suite.token()));
            if (settings.drill() == Drill.CANCEL_CHANGES) {
                effects.tell(cancelled);
            }
            Faults faults = new Faults(plan(), breaker(marks, collector), collector.offsets(), say);
            Load load = new Load(orders(), settings.inFlight(), suite, effects.url());
            play(load, faults, collector);
            long last = Math.max(faults.lastBegun(), load.lastAccepted());
            new Settling(collector, load).await(last + SETTLE.toNanos());
            Invariants found = Invariants.of(evidence(load, collector, effects));
            failures.addAll(cancelled.broken(collector.results()));
            return figures(
                    found, load, faults, disorder, cancelled, collector, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void play(Load load, Faults faults, Collector collector) throws InterruptedException {
        Thread loading = Thread.ofVirtual().name("load").start(() -> {
            try {
                load.run(collector::ended, () -> faults.allowedRuns(settings.inFlight()));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            faults.run(() -> load.accepted().size(), () -> !loading.isAlive());
        } catch (IllegalStateException e) {
            failures.add(String.valueOf(e.getMessage()));
            loading.interrupt();
        }
        loading.join();
        say.accept(load.accepted().size() + " runs were accepted, " + collector.ended() + " have ended");
    }

    private Disorder disorder() {
        return switch (settings.drill()) {
            case DUPLICATE_RECORDS -> new Duplicates(settings.seed(), suite.broker());
            case REORDER_RECORDS -> new Reordering(settings.seed(), suite.broker());
            case KILL_SERVICES, KILL_BROKER, FREEZE_BROKER, CANCEL_CHANGES, REBALANCE, UPGRADE, CLUSTER ->
                new Disorder.None();
        };
    }

    private Breaker breaker(Marks marks, Collector collector) {
        return switch (settings.drill()) {
            case KILL_SERVICES, REBALANCE, UPGRADE, DUPLICATE_RECORDS, REORDER_RECORDS, CANCEL_CHANGES ->
                new KillService(suite, marks);
            case KILL_BROKER -> new KillBroker(suite, marks, collector.offsets());
            case CLUSTER -> new KillInCluster(suite, new KillService(suite, marks), collector.offsets());
            case FREEZE_BROKER -> new FreezeBroker(suite, collector.offsets(), settings.frozen());
        };
    }

    private FaultPlan plan() {
        List<String> targets = switch (settings.drill()) {
            case KILL_BROKER, FREEZE_BROKER -> List.of("broker");
            case CLUSTER -> KillInCluster.targets(suite, settings.seed());
            case REBALANCE, UPGRADE ->
                suite.services().stream()
                        .filter(process -> process.service() == Service.ORCHESTRATOR)
                        .map(ServiceProcess::name)
                        .toList();
            case KILL_SERVICES, DUPLICATE_RECORDS, REORDER_RECORDS, CANCEL_CHANGES ->
                Arrays.stream(Service.values()).map(Service::label).toList();
        };
        return FaultPlan.of(settings.seed(), settings.runs(), targets, settings.faults());
    }

    private List<Orders.Order> orders() {
        return Orders.of(settings.drill().label(), settings.seed(), settings.runs());
    }

    private Evidence evidence(Load load, Collector collector, EffectServer effects) throws InterruptedException {
        List<String> unhealthy = new ArrayList<>();
        for (ServiceProcess process : suite.services()) {
            // The last of them may have been started a moment ago.
            String why = process.whyNotReadyInTime();
            if (!why.isEmpty()) {
                unhealthy.add(process.name() + ": " + why);
            }
        }
        return new Evidence(
                load.accepted(),
                collector.opened(),
                collector.transitions(),
                collector.results(),
                effects.counts(),
                effects.happened(),
                unhealthy);
    }

    private Figures figures(
            Invariants found,
            Load load,
            Faults faults,
            Disorder disorder,
            CancelledChanges cancelled,
            Collector collector,
            Duration took) {
        if (load.failure() != null) {
            failures.add("the load ended early: " + load.failure());
        }
        if (collector.failure() != null) {
            failures.add("the topics could not be read: " + collector.failure());
        }
        List<String> broken = new ArrayList<>(failures);
        broken.addAll(found.broken());
        Map<String, Integer> counts = new TreeMap<>(faults.counts());
        counts.putAll(disorder.counts());
        counts.putAll(cancelled.counts());
        return new Figures(
                settings.drill().label(),
                load.accepted().size(),
                found.ended(),
                found.stuck().size(),
                found.effectsTwice().size(),
                found.gaps().size(),
                found.outcomes(),
                counts,
                Recovery.of(faults.recoveries()),
                took.toMillis() / 1000.0,
                collector.deadLetters(),
                settings.seed(),
                broken);
    }
}
