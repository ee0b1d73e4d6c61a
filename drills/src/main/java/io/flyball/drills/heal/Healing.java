package io.flyball.drills.heal;

import io.flyball.drills.load.Door;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One fault after the other: a stage built anew, broken, left to the first responder, and looked at from outside. */
final class Healing {
    private static final Duration RUN = Duration.ofMinutes(6);
    private static final Duration AFTER_THE_RUN = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration STAYS = Duration.ofSeconds(2);

    private final Shop shop;
    private final Path faults;
    private final Door door;
    private final boolean decoys;
    private final Consumer<JsonNode> ended;
    private final Consumer<String> tell;

    /**
     * @param ended is shown each run that has ended
     * @param tell hears what went wrong beside
     */
    Healing(Shop shop, Path faults, Door door, boolean decoys, Consumer<JsonNode> ended, Consumer<String> tell) {
        this.shop = shop;
        this.faults = faults;
        this.door = door;
        this.decoys = decoys;
        this.ended = ended;
        this.tell = tell;
    }

    /** Never throws for what a fault's folder does: the next fault has a stage of its own. */
    HealedFault of(Fault fault) throws InterruptedException {
        Optional<String> missing = Requirements.missing(Objects.requireNonNull(fault.needs()));
        if (missing.isPresent()) {
            return HealedFault.notTried(fault, "this machine has no " + missing.get());
        }
        try {
            return tried(fault);
        } catch (IllegalStateException | UncheckedIOException e) {
            return HealedFault.broken(fault, String.valueOf(e.getMessage()));
        } finally {
            undo(fault);
        }
    }

    /** What a fault did outside of the stage goes before the stage does. */
    private void undo(Fault fault) throws InterruptedException {
        Path undo = faults.resolve(fault.name()).resolve("undo");
        try {
            if (Files.isExecutable(undo)) {
                shop.scripts().run(undo);
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            tell.accept(fault.name() + ": undo: " + e.getMessage());
        }
    }

    private HealedFault tried(Fault fault) throws InterruptedException {
        if (!shop.build()) {
            return HealedFault.broken(fault, "the stage does not stand");
        }
        if (!checks(fault)) {
            return HealedFault.broken(fault, "its check is not content with the untouched stage");
        }
        Snapshot before = shop.snapshot();
        Alarm alarm = new Alarm(door, shop.scripts());
        if (decoys) {
            alarm.decoy(fault, Instant.now());
        }
        if (!shop.scripts().run(faults.resolve(fault.name()).resolve("inject")).well()) {
            return HealedFault.broken(fault, "inject has failed");
        }
        if (checks(fault) != fault.isFalseAlarm()) {
            return HealedFault.broken(fault, "its check is content although nobody has done anything");
        }
        return led(fault, alarm, before, shop.snapshot());
    }

    private HealedFault led(Fault fault, Alarm alarm, Snapshot before, Snapshot broken) throws InterruptedException {
        Instant raised = Instant.now();
        RunSeen run = watch(alarm.raise(fault, faults.resolve(fault.name()), raised), raised);
        Instant healed = healed(fault, run);
        List<String> collateral = shop.snapshot().collateral(before, broken, fault::allows);
        return new HealedFault(
                fault.name(),
                fault.expected(),
                List.copyOf(run.causes()),
                true,
                run.causes().equals(fault.causes()),
                healed != null,
                run.outcome().equals("ESCALATED"),
                fault.isForPerson(),
                collateral,
                seconds(raised, run.briefed()),
                seconds(raised, healed),
                run.dollars(),
                run.outcome().isEmpty() ? run.status() : run.outcome(),
                run.said());
    }

    private static @Nullable Double seconds(Instant from, @Nullable Instant to) {
        return to == null ? null : Duration.between(from, to).toMillis() / 1000.0;
    }

    private boolean checks(Fault fault) throws InterruptedException {
        return shop.scripts().run(faults.resolve(fault.name()).resolve("check")).well();
    }

    /** The run's last state that could be seen within its time. */
    private RunSeen watch(String fingerprint, Instant raised) throws InterruptedException {
        RunSeen seen = new RunSeen("", "no run was opened", "", Set.of(), false, null, 0, "");
        while (!seen.ended() && Duration.between(raised, Instant.now()).compareTo(RUN) < 0) {
            Thread.sleep(LOOK);
            Optional<String> id = seen.id().isEmpty() ? find(fingerprint) : Optional.of(seen.id());
            if (id.isPresent()) {
                JsonNode run = door.get("/api/runs/" + id.get());
                seen = RunSeen.of(run);
                if (seen.ended()) {
                    ended.accept(run);
                }
            }
        }
        if (!seen.ended() && !seen.id().isEmpty()) {
            // The next stage is not its to act upon.
            door.post("/api/runs/" + seen.id() + "/cancel", "{\"reason\":\"the time of this fault is over\"}");
        }
        return seen;
    }

    private Optional<String> find(String fingerprint) throws InterruptedException {
        return door.get("/api/runs?limit=50&summary=true")
                .valueStream()
                .filter(run ->
                        run.path("alert").path("fingerprint").asString("").equals(fingerprint))
                .map(run -> run.path("id").asString(""))
                .findFirst();
    }

    /** When the check was content for good; absent if it was not soon after the run's end. */
    private @Nullable Instant healed(Fault fault, RunSeen run) throws InterruptedException {
        Instant end = Instant.now();
        Duration patience = run.changed() ? AFTER_THE_RUN : Duration.ZERO;
        do {
            Instant now = Instant.now();
            if (checks(fault)) {
                Thread.sleep(STAYS);
                if (checks(fault)) {
                    return now;
                }
            }
            Thread.sleep(LOOK);
        } while (Duration.between(end, Instant.now()).compareTo(patience) < 0);
        return null;
    }
}
