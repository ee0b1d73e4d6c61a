package io.flyball.costledger;

import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import java.time.Instant;

/** Records of agent.usage for tests. */
public final class UsageRecords {
    private UsageRecords() {}

    /** A call of the model {@code small} of {@code acme}, which costs one micro-dollar per input token. */
    public static Usage.Builder modelCall(String id, String run, long inputTokens, Instant at) {
        return base(id, run, at)
                .setKind(UsageKind.MODEL_CALL)
                .setProvider("acme")
                .setModel("small")
                .setTokens(TokenCount.newBuilder().setInput(inputTokens).build());
    }

    public static Usage.Builder toolCall(String id, String run, String tool, Instant at) {
        return base(id, run, at)
                .setKind(UsageKind.TOOL_CALL)
                .setTool(tool)
                .setTokens(TokenCount.newBuilder().build());
    }

    private static Usage.Builder base(String id, String run, Instant at) {
        return Usage.newBuilder()
                .setId(id)
                .setRunId(run)
                .setTenant("default")
                .setPrincipal("ann")
                .setAgent("restorer")
                .setDurationMillis(7)
                .setUsedAt(at);
    }
}
