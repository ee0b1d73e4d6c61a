package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When which run must be looked at, and which runs a stop or its release concerns. Nothing here is kept: the states say it all, and the
 * index is made anew from them at every start, so a timer cannot be lost. A run that waits for people is in no index.
 */
final class Timers {
    /** A run and when it must be looked at. */
    record Wake(Instant at, String runId) {}

    private final TreeSet<Wake> wakes =
            new TreeSet<>(Comparator.comparing(Wake::at).thenComparing(Wake::runId));
    private final Map<String, Instant> byRun = new HashMap<>();
    private final RunsByOwner held = new RunsByOwner();
    private final RunsByOwner holdable = new RunsByOwner();
    private final Set<String> working = new HashSet<>();
    private final Attendance attendance;

    /** @param attendance follows the same runs */
    Timers(Attendance attendance) {
        this.attendance = attendance;
    }

    void follow(String runId, RunState state) {
        drop(runId);
        state.wakeAt().ifPresent(at -> {
            byRun.put(runId, at);
            wakes.add(new Wake(at, runId));
        });
        attendance.follow(runId, state);
        if (state.waitsForMachines()) {
            working.add(runId);
        }
        if (state instanceof RunState.Open open) {
            follow(runId, open);
        }
    }

    private void follow(String runId, RunState.Open state) {
        Owner owner = new Owner(state.run().spec().agent(), state.run().spec().tenant());
        switch (state) {
            case RunState.Held _ -> held.add(owner, runId);
            case RunState.Planning _, RunState.BackingOff _ -> holdable.add(owner, runId);
            case RunState.Acting s when s.held() != null -> held.add(owner, runId);
            case RunState.Acting s when s.canBeHeld() -> holdable.add(owner, runId);
            case RunState.Acting _,
                    RunState.Queued _,
                    RunState.Delegating _,
                    RunState.AwaitingAnswer _,
                    RunState.Closing _,
                    RunState.Paused _ -> holdable.remove(runId);
        }
    }

    /** A task that is revived begins anew with the same instance. */
    void clear() {
        wakes.clear();
        byRun.clear();
        held.clear();
        holdable.clear();
        working.clear();
        attendance.clear();
    }

    void drop(String runId) {
        Instant at = byRun.remove(runId);
        if (at != null) {
            wakes.remove(new Wake(at, runId));
        }
        held.remove(runId);
        holdable.remove(runId);
        working.remove(runId);
        attendance.drop(runId);
    }

    /** Runs that are due, the longest due first; they stay due until their state says otherwise. */
    List<Wake> due(Instant now) {
        List<Wake> due = new ArrayList<>();
        for (Wake wake : wakes) {
            if (wake.at().isAfter(now)) {
                break;
            }
            due.add(wake);
        }
        return due;
    }

    /** Runs whose time stands still while the engine is away. */
    List<String> working() {
        return List.copyOf(working);
    }

    List<String> held(Owner owner) {
        return held.of(owner);
    }

    /** Runs of that owner that a stop must hold; what is with the executor is stopped there. */
    List<String> holdable(Owner owner) {
        return holdable.of(owner);
    }

    /** Owners whose runs a stop or its release may concern. */
    Set<Owner> owners() {
        Set<Owner> owners = new HashSet<>(held.owners());
        owners.addAll(holdable.owners());
        return owners;
    }
}
