package io.flyball.orchestrator.run;

import static io.flyball.orchestrator.run.Given.anOpenRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A run that repeats itself. */
class LoopTest {
    private static final String SHOP = "service:shop";

    private static Given reads(Given run, String what) {
        return run.proposes(Given.read(0, what)).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
    }

    private static ProposedAction named(String argumentsJson) {
        return new ProposedAction(
                0,
                null,
                "run_command",
                argumentsJson,
                "t",
                "because",
                null,
                null,
                false,
                List.of(),
                null,
                List.of(),
                null,
                "hash-" + argumentsJson,
                null);
    }

    private static String hint(Given run) {
        return String.join(
                "\n", run.commands(RunCommand.RequestPlan.class).getLast().run().hints());
    }

    @Test
    @DisplayName("RUN-5 the same action a third time is told to the planner; once more ends the run as STUCK")
    void exact() {
        Given run = anOpenRun();
        reads(reads(run, "a"), "a");
        assertThat(run.facts(RunFact.LoopDetected.class)).isEmpty();
        reads(run, "a");
        assertThat(run.facts(RunFact.LoopDetected.class))
                .singleElement()
                .satisfies(loop -> assertThat(loop.kind()).isEqualTo(LoopDetector.Kind.EXACT));
        assertThat(hint(run)).contains("You repeat yourself");

        run.proposes(Given.read(0, "a"));

        RunCommand.Conclude end = run.commands(RunCommand.Conclude.class).getFirst();
        assertThat(end.conclusion().outcome()).isEqualTo(Outcome.STUCK);
        assertThat(end.conclusion().handOver()).isNotNull();
    }

    @Test
    @DisplayName("RUN-5 two actions in turn are detected, and the next turn of the wheel ends the run")
    void alternating() {
        Given run = anOpenRun();
        for (String what : List.of("deploy", "undo", "deploy")) {
            run.proposes(Given.change(0, what, SHOP)).allows(0, Effect.CHANGE).ends(0, ToolResult.Status.SUCCEEDED);
            assertThat(run.facts(RunFact.LoopDetected.class)).isEmpty();
        }
        run.proposes(Given.change(0, "undo", SHOP));
        assertThat(run.facts(RunFact.LoopDetected.class))
                .singleElement()
                .satisfies(loop -> assertThat(loop.kind()).isEqualTo(LoopDetector.Kind.ALTERNATING));
        run.denies(0, Effect.CHANGE).proposes(Given.change(0, "deploy", SHOP));

        assertThat(run.commands(RunCommand.Conclude.class)
                        .getFirst()
                        .conclusion()
                        .outcome())
                .isEqualTo(Outcome.STUCK);
    }

    @Test
    @DisplayName("RUN-5 deployments that differ in their version only are the same wheel: deploy, roll back, deploy")
    void alternatingByVerb() {
        Given run = anOpenRun();
        for (String argv : List.of("deploy\",\"v41", "rollback\",\"shop", "deploy\",\"v42")) {
            run.proposes(named("{\"argv\":[\"deployctl\",\"" + argv + "\"]}"))
                    .allows(0, Effect.CHANGE)
                    .ends(0, ToolResult.Status.SUCCEEDED);
        }
        assertThat(run.facts(RunFact.LoopDetected.class)).isEmpty();
        run.proposes(named("{\"argv\":[\"deployctl\",\"rollback\",\"shop\"]}"));
        assertThat(run.facts(RunFact.LoopDetected.class))
                .extracting(RunFact.LoopDetected::kind)
                .containsExactly(LoopDetector.Kind.ALTERNATING);
    }

    @Test
    @DisplayName("RUN-5 three actions that hardly differ are a near repeat")
    void near() {
        Given run = anOpenRun();
        for (String path : List.of("access.log.1", "access.log.2")) {
            run.proposes(named("{\"argv\":[\"tail\",\"-n100\",\"/var/log/shop/" + path + "\"]}"))
                    .allows(0, Effect.READ)
                    .ends(0, ToolResult.Status.SUCCEEDED);
        }
        assertThat(run.facts(RunFact.LoopDetected.class)).isEmpty();
        run.proposes(named("{\"argv\":[\"tail\",\"-n100\",\"/var/log/shop/access.log.3\"]}"));
        assertThat(run.facts(RunFact.LoopDetected.class))
                .extracting(RunFact.LoopDetected::kind)
                .containsExactly(LoopDetector.Kind.NEAR);
    }

    @Test
    @DisplayName("RUN-5 looking again after each change is no loop, and side by side reads are none")
    void lookingAgainIsNoLoop() {
        Given run = anOpenRun();
        for (String fix : List.of("restart", "raise-limit", "clear-cache")) {
            run.changes(fix, SHOP).verifies(SHOP);
        }
        run.proposes(Given.read(0, "log-1"), Given.read(1, "log-2"), Given.read(2, "log-3"));
        assertThat(run.facts(RunFact.LoopDetected.class)).isEmpty();
    }

    @Test
    @DisplayName("RUN-5 likeness is 1 for the same and falls with every difference")
    void similarity() {
        assertThat(Similarity.of("abc", "abc")).isEqualTo(1);
        assertThat(Similarity.of("abc", "xyz")).isZero();
        assertThat(Similarity.of("a", "abc")).isZero();
        assertThat(Similarity.of("restart shop-1", "restart shop-2")).isBetween(0.85, 0.99);
    }
}
