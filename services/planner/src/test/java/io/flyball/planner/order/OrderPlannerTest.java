package io.flyball.planner.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.DecisionKind;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Risk;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.Verdict;
import io.flyball.planner.tools.AgentTools;
import io.flyball.planner.tools.ArgumentCheck;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderPlannerTest {
    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../../catalogue"));
    private static final AgentTools RESTORER =
            new AgentTools(CATALOGUE, CATALOGUE.agent("service-restorer").orElseThrow());
    private static final String RESTART = "{\"argv\":[\"deployctl\",\"restart\",\"shop\"]}";

    private static Situation situation(String tool, String arguments, List<PastTurn> turns) {
        return new Situation(
                "r1:p1.1",
                "r1",
                "service-restorer",
                "development",
                turns.size() + 1,
                "Asked over MCP",
                Map.of(OrderPlanner.TOOL, tool, OrderPlanner.ARGUMENTS, arguments),
                false,
                null,
                turns,
                List.of(),
                new Remaining(10, 10, 20, 1, 1, 1),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }

    private static Decision decide(String tool, String arguments, PastTurn... turns) {
        Situation situation = situation(tool, arguments, List.of(turns));
        assertThat(OrderPlanner.isFor(situation)).isTrue();
        return OrderPlanner.decide(situation, RESTORER, new ArgumentCheck());
    }

    private static PastTurn after(Effect effect, @Nullable CallStatus status) {
        PastAction action = new PastAction(
                "r1:1:1",
                "ordered",
                "run_command",
                Map.of(),
                null,
                effect,
                Verdict.DENY,
                "too late",
                status,
                "",
                0,
                0,
                "no");
        return new PastTurn(1, DecisionKind.ACT, "", List.of(action), null);
    }

    @Test
    @DisplayName("TOOL-3 an ordered read is proposed word for word")
    void read() {
        assertThat(decide("read_file", "{\"path\":\"/var/log/a.log\"}"))
                .isInstanceOfSatisfying(
                        Decision.Act.class,
                        act -> assertThat(act.actions()).singleElement().satisfies(action -> {
                            assertThat(action.tool()).isEqualTo("read_file");
                            assertThat(action.arguments()).isEqualTo(Map.of("path", "/var/log/a.log"));
                            assertThat(action.risk()).isNull();
                        }));
    }

    @Test
    @DisplayName(
            "TOOL-3 GOV-10 an ordered change is called critical, so that a person approves it whatever the profile says")
    void change() {
        assertThat(decide("run_command", RESTART))
                .isInstanceOfSatisfying(
                        Decision.Act.class,
                        act -> assertThat(act.actions().getFirst().risk()).isEqualTo(Risk.CRITICAL));
    }

    @Test
    @DisplayName("TOOL-3 an order that does not fit is handed over with the reason, and nothing is proposed")
    void doesNotFit() {
        for (Decision decision : List.of(
                decide("read_file", "{\"nothing\":1}"),
                decide("read_file", "no json"),
                decide("safe_delete", "{\"path\":\"/srv/a\"}"))) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Escalate.class,
                            escalate -> assertThat(escalate.fault()).isNotNull());
        }
    }

    @Test
    @DisplayName("TOOL-3 the run of an order ends with what came of it, and never proposes it twice")
    void ends() {
        assertThat(decide("run_command", RESTART, after(Effect.READ, CallStatus.SUCCEEDED)))
                .isInstanceOfSatisfying(
                        Decision.Finish.class,
                        finish -> assertThat(finish.outcome()).isEqualTo(FinishOutcome.RESOLVED));
        assertThat(reason(after(Effect.CHANGE, CallStatus.SUCCEEDED))).contains("Nobody has looked yet");
        assertThat(reason(after(Effect.CHANGE, CallStatus.FAILED))).contains("FAILED: no");
        assertThat(reason(after(Effect.CHANGE, null))).contains("not allowed: too late");
        assertThat(reason(new PastTurn(1, DecisionKind.ACT, "", List.of(), "a limit")))
                .contains("a limit");
    }

    private static String reason(PastTurn turn) {
        return ((Decision.Escalate) decide("run_command", RESTART, turn)).reason();
    }
}
