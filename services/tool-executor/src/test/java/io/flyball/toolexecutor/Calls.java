package io.flyball.toolexecutor;

import io.flyball.contract.Effect;
import io.flyball.contract.ToolCall;
import io.flyball.schemas.ActionHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Tool calls as the orchestrator sends them. */
final class Calls {
    private static final JsonMapper JSON = new JsonMapper();

    private Calls() {}

    static ToolCall command(Effect effect, String... argv) {
        return call("run_command", effect, Map.of("argv", List.of(argv))).build();
    }

    static ToolCall.Builder call(String tool, Effect effect, Map<String, Object> arguments) {
        String json = JSON.writeValueAsString(arguments);
        Instant now = Instant.now();
        return ToolCall.newBuilder()
                .setActionId(UUID.randomUUID().toString())
                .setRunId("run-" + UUID.randomUUID())
                .setTenant("default")
                .setPrincipal("kim")
                .setAgent("tester")
                .setEnvironment("production")
                .setStep(1)
                .setTool(tool)
                .setArgumentsJson(json)
                .setEffect(effect)
                .setReasoning("to see what happens")
                .setActionHash(ActionHash.of(tool, json, null, "production"))
                .setVerdictId("verdict-1")
                .setPolicyHash("policy-1")
                .setRequestedAt(now)
                .setDeadline(now.plusSeconds(120));
    }

    static ToolCall again(ToolCall call) {
        return ToolCall.newBuilder(call).build();
    }
}
