package io.flyball.toolexecutor.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import io.flyball.schemas.ActionHash;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private final Preflight preflight = new Preflight(
            PreflightTest::catalogue, List.of(tool("look", ToolEffect.READ), tool("change", ToolEffect.CHANGE)), _ -> {
                throw new IllegalStateException("there is no MCP server here");
            });

    @Test
    @DisplayName("SBX-5 what the agent may do is done")
    void goes() {
        assertThat(decide("look", ToolEffect.READ, false)).isInstanceOf(Preflight.Decision.Go.class);
        assertThat(decide("change", ToolEffect.CHANGE, false)).isInstanceOf(Preflight.Decision.Go.class);
        assertThat(decide("change", ToolEffect.DESTRUCTIVE, false)).isInstanceOf(Preflight.Decision.Go.class);
    }

    @Test
    @DisplayName("SBX-5 what was allowed as a read does not change anything")
    void effectIsHeldTo() {
        assertThat(reason(decide("change", ToolEffect.READ, false))).isEqualTo("it was allowed as READ and is CHANGE");
    }

    @Test
    @DisplayName("RUN-11 in a dry run changes are described and reads are done")
    void dryRun() {
        assertThat(decide("change", ToolEffect.CHANGE, true))
                .isEqualTo(new Preflight.Decision.Describe("would change"));
        assertThat(decide("look", ToolEffect.READ, true)).isInstanceOf(Preflight.Decision.Go.class);
    }

    @Test
    @DisplayName("SBX-5 unknown tools, unknown agents and tools of other agents are refused")
    void unknown() {
        assertThat(reason(decide("nothing", ToolEffect.READ, false))).contains("no tool");
        assertThat(reason(decide("forbidden", ToolEffect.READ, false))).contains("no tool");
        assertThat(reason(preflight.decide(call("stranger", "look", ToolEffect.READ, false, "{}"), NOW)))
                .contains("stranger");
    }

    @Test
    @DisplayName("APR-2 another action than the one that was allowed is refused")
    void hash() {
        assertThat(reason(preflight.decide(call("tester", "look", ToolEffect.READ, false, "{\"x\":1}"), NOW)))
                .contains("not the action that was allowed");
        assertThat(reason(preflight.decide(call("tester", "look", ToolEffect.READ, false, "no json"), NOW)))
                .contains("not JSON");
    }

    @Test
    @DisplayName(
            "TOOL-6 RUN-24 what is read after its deadline is not started, and that is nobody's fault: it may be sent again")
    void deadline() {
        Call call = call("tester", "look", ToolEffect.READ, false, "{}");

        assertThat(preflight.decide(call, call.deadline()))
                .isInstanceOfSatisfying(
                        Preflight.Decision.TooLate.class,
                        late -> assertThat(late.reason()).contains("deadline"));
    }

    private Preflight.Decision decide(String tool, ToolEffect effect, boolean dryRun) {
        return preflight.decide(call("tester", tool, effect, dryRun, "{}"), NOW);
    }

    private static String reason(Preflight.Decision decision) {
        return ((Preflight.Decision.Refuse) decision).reason();
    }

    /** The hash is always that of empty arguments. */
    private static Call call(String agent, String tool, ToolEffect effect, boolean dryRun, String arguments) {
        return new Call(
                "action",
                "run",
                "default",
                "kim",
                agent,
                "production",
                1,
                tool,
                arguments,
                null,
                effect,
                true,
                "why",
                dryRun,
                ActionHash.of(tool, "{}", null, "production"),
                "verdict",
                "policy",
                null,
                1,
                NOW,
                NOW.plusSeconds(60),
                List.of(),
                List.of(),
                null);
    }

    private static Tool tool(String name, ToolEffect effect) {
        return new Tool() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Plan plan(ToolRequest request) {
                return new Plan.Ready(effect, "would " + name, _ -> ToolOutcome.Succeeded.with("done"));
            }
        };
    }

    private static Catalogue catalogue() {
        AgentDefinition tester = new AgentDefinition(
                "tester",
                "Tries.",
                null,
                null,
                null,
                List.of("look", "change"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Catalogue(
                Path.of("."),
                List.of(tester),
                List.of(
                        definition("look", ToolEffect.READ),
                        definition("change", ToolEffect.CHANGE),
                        definition("forbidden", ToolEffect.READ)));
    }

    private static ToolDefinition definition(String name, ToolEffect effect) {
        return new ToolDefinition(name, name, Map.of(), name, effect, true, null, null, 0, null, null, false);
    }
}
