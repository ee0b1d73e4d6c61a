package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many random lives of a run, and what must hold in every one of them. */
class RunMachineWalkTest {
    private static final int STEPS = 120;
    private static final Path DIAGRAM = Path.of("../../docs/state/run.mmd");

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(300);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName("RUN-1 the same history gives the same decisions, and a redelivery changes nothing")
    void replayAndRedelivery(long seed) {
        RandomLife life = new RandomLife(seed);
        for (int i = 0; i < STEPS; i++) {
            RunEvent event = life.step();
            RunState after = life.given.state;
            Decision again = RunMachine.decide(after, event);
            assertThat(again.next()).as("redelivery of %s", event).isEqualTo(after);
            assertThat(again.commands().stream().noneMatch(RunMachineWalkTest::acts))
                    .as("redelivery of %s acts: %s", event, again.commands())
                    .isTrue();
        }
        RunState replayed = null;
        List<RunCommand> commands = new ArrayList<>();
        for (RunEvent event : life.given.history) {
            Decision decision = RunMachine.decide(replayed, event);
            replayed = decision.next();
            commands.addAll(decision.commands());
        }
        assertThat(replayed).isEqualTo(life.given.state);
        assertThat(commands).isEqualTo(life.given.commands);
    }

    private static boolean acts(RunCommand command) {
        // Who is told a result twice takes it once.
        return !(command instanceof RunCommand.Tell || command instanceof RunCommand.Report);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName(
            "RUN-2 RUN-3 RUN-4 one end, no action without its verdict or twice, no false RESOLVED, no early timeout")
    void invariants(long seed) {
        RandomLife life = new RandomLife(seed);
        Set<String> called = new HashSet<>();
        Set<String> neverBegan = new HashSet<>();
        int ends = 0;
        for (int i = 0; i < STEPS; i++) {
            RunState before = life.given.state;
            RunEvent event = life.step();
            if (event instanceof RunEvent.ToolEnded end && !end.report().started()) {
                neverBegan.add(end.actionId() + "/" + end.dispatch());
            }
            for (RunCommand command : life.given.last.commands()) {
                switch (command) {
                    case RunCommand.CallTool call -> {
                        assertThat(called.add(call.action().id() + "/" + call.dispatch()))
                                .as("called twice, seed %d", seed)
                                .isTrue();
                        assertThat(call.dispatch() == 1
                                        || call.allowed().effect() == Effect.READ
                                        || neverBegan.contains(call.action().id() + "/" + (call.dispatch() - 1)))
                                .as("only reads are tried again, and what never began")
                                .isTrue();
                        assertThat(call.allowed().actionHash())
                                .isEqualTo(call.action().proposal().hash());
                        assertThat(call.allowed().kind()).isIn(Verdict.Kind.ALLOW, Verdict.Kind.ALLOW_AND_NOTIFY);
                        assertChangesRunAlone(call.action().id(), life.given.state);
                    }
                    case RunCommand.Conclude end -> {
                        ends++;
                        assertHonest(end, before, event);
                        assertNothingInFlight(end, life.given.last);
                    }
                    case RunCommand.Forget _ -> {
                        // What nobody remembers may begin once more.
                        ends = 0;
                        called.clear();
                    }
                    case RunCommand.Tell _,
                            RunCommand.RequestPlan _,
                            RunCommand.Propose _,
                            RunCommand.KeepStep _,
                            RunCommand.CancelTools _,
                            RunCommand.Brief _,
                            RunCommand.OpenChild _,
                            RunCommand.CancelChild _,
                            RunCommand.Report _,
                            RunCommand.ReportProgress _,
                            RunCommand.AskPeople _,
                            RunCommand.Retract _ -> assertThat(command).isNotNull();
                }
            }
        }
        assertThat(ends).as("ends of seed %d", seed).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName(
            "RUN-24 only time in which the engine is there and a machine is at work counts, whatever the clock does")
    void timeIsHonest(long seed) {
        RandomLife life = new RandomLife(seed);
        for (int i = 0; i < STEPS; i++) {
            RunState before = life.given.state;
            RunEvent event = life.step();
            boolean specialists = event instanceof RunEvent.ChildEnded;
            if (!specialists && before instanceof RunState.Open was && life.given.state instanceof RunState.Open is) {
                Duration counted =
                        is.run().tally().active().minus(was.run().tally().active());
                assertThat(counted).as("%s in %s", event, was).isBetween(Duration.ZERO, atMost(was, event));
            }
        }
    }

    private static Duration atMost(RunState.Open was, RunEvent event) {
        Instant until = countsUntil(event, was);
        boolean still = was.atWork() && !standsStill(was);
        boolean opens = was instanceof RunState.Queued;
        return opens
                        || !still
                        || until == null
                        || until.isBefore(was.run().tally().countedTo())
                ? Duration.ZERO
                : Duration.between(was.run().tally().countedTo(), until);
    }

    private static @Nullable Instant countsUntil(RunEvent event, RunState.Open was) {
        return switch (event) {
            case RunEvent.EngineBack back -> back.since();
            case RunEvent.NobodyThere gone when was.waitsFor().contains(gone.who()) -> gone.since();
            case RunEvent.SomebodyBack back when was.waitsFor().contains(back.who()) -> back.since();
            default -> event.at();
        };
    }

    /** Said here again, and otherwise than the machine says it. */
    private static boolean standsStill(RunState.Open state) {
        return switch (state) {
            case RunState.Acting s ->
                s.pause() != null
                        || s.held() != null
                        || s.actions().stream()
                                .filter(a -> !a.state().over())
                                .allMatch(a -> a.state() instanceof ActionState.AwaitingApproval);
            case RunState.Queued _, RunState.AwaitingAnswer _, RunState.Paused _, RunState.Held _, RunState.Closing _ ->
                true;
            case RunState.Planning _, RunState.BackingOff _, RunState.Delegating _ -> false;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName("RUN-27 after each look the next one lies in the future, or nothing is left to look for")
    void wakesLieAhead(long seed) {
        RandomLife life = new RandomLife(seed);
        for (int i = 0; i < STEPS; i++) {
            life.step();
            RunState state = life.given.state;
            if (state != null) {
                RunEvent look = new RunEvent.TimePassed(life.given.now);
                RunState after = RunMachine.decide(state, look).next();
                assertThat(after == null
                                || after.wakeAt()
                                        .filter(at -> !at.isAfter(look.at()))
                                        .isEmpty())
                        .as("a look at %s leaves %s, to be looked at again %s", state, after, look.at())
                        .isTrue();
            }
        }
    }

    private static void assertHonest(RunCommand.Conclude end, @Nullable RunState before, RunEvent event) {
        if (end.conclusion().outcome() == Outcome.RESOLVED) {
            assertThat(end.run().owed()).isEmpty();
        }
        if (end.conclusion().outcome() == Outcome.TIMED_OUT
                && before instanceof RunState.Open open
                && !(before instanceof RunState.Closing || before instanceof RunState.Delegating)) {
            Duration active =
                    open.run().passed(event.at(), before.atWork()).tally().active();
            assertThat(active).isGreaterThanOrEqualTo(open.run().spec().limits().activeTime());
        }
    }

    /** The step that a run ends in is kept with it, so what the executor has not answered would show there. */
    private static void assertNothingInFlight(RunCommand.Conclude end, Decision decision) {
        List<Action> actions = decision.commands().stream()
                .filter(RunCommand.KeepStep.class::isInstance)
                .flatMap(kept -> ((RunCommand.KeepStep) kept).turn().actions().stream())
                .toList();
        assertThat(Awaited.changes(actions))
                .as("a change in flight is forgotten")
                .isEmpty();
        actions.stream()
                .filter(a -> a.state() instanceof ActionState.Finished f
                        && f.allowed().effect().changes()
                        && f.report().status() == ToolResult.Status.UNKNOWN)
                .forEach(a -> assertThat(end.run().owed())
                        .as("a change whose end is not known is named as not verified")
                        .anyMatch(o -> o.actionId().equals(a.id())
                                || o.target().equals(a.proposal().target())));
    }

    private static void assertChangesRunAlone(String actionId, @Nullable RunState state) {
        if (state instanceof RunState.Acting acting) {
            List<Action> running = acting.actions().stream()
                    .filter(a -> a.state() instanceof ActionState.Called)
                    .toList();
            boolean dependent = running.stream().anyMatch(a -> a.id().equals(actionId) && !a.independent());
            if (dependent) {
                assertThat(running).hasSize(1);
            }
        }
    }

    @Test
    @DisplayName("RUN-1 the state diagram is drawn from the transitions that were seen")
    void diagramIsTrue() throws IOException {
        Set<String> edges = new TreeSet<>();
        for (long seed = 1; seed <= 8_000; seed++) {
            RandomLife life = new RandomLife(seed);
            for (int i = 0; i < STEPS; i++) {
                String from = name(life.given.state);
                RunEvent event = life.step();
                String to = name(life.given.state);
                if (!from.equals(to)) {
                    edges.add("    " + from + " --> " + to + ": "
                            + event.getClass().getSimpleName());
                }
            }
        }
        String drawn = "stateDiagram-v2\n" + String.join("\n", edges) + "\n";
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.createDirectories(DIAGRAM.getParent());
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(DIAGRAM)
                .as("stale: ./flyball check draws it anew")
                .exists()
                .content()
                .isEqualTo(drawn);
    }

    private static String name(@Nullable RunState state) {
        return state == null ? "[*]" : state.getClass().getSimpleName();
    }
}
