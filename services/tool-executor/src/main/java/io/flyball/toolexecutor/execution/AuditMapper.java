package io.flyball.toolexecutor.execution;

import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.secrets.Filtered;
import io.flyball.secrets.SecretFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of a call; the details pass the secret filter. */
final class AuditMapper {
    private static final JsonMapper JSON = new JsonMapper();

    private final SecretFilter filter;

    AuditMapper(SecretFilter filter) {
        this.filter = filter;
    }

    /** The intent, before anything is started. */
    AuditFact before(Call call, Instant at) {
        Map<String, Object> details = new TreeMap<>();
        List<Filtered> texts = filter.filter(call.runId(), List.of(call.argumentsJson(), call.reasoning()));
        details.put("arguments", texts.getFirst().text());
        details.put("reasoning", texts.getLast().text());
        details.put("effect", call.effect());
        details.put("environment", call.environment());
        details.put("principal", call.principal());
        details.put("verdict", call.verdictId());
        details.put("policy", call.policyHash());
        details.put("dispatch", call.dispatch());
        put(details, "approvedBy", call.approvedBy());
        return entry(call, "before", AuditKind.ACTION_BEFORE, details, at);
    }

    /** How it went. */
    AuditFact after(Call call, CallResult result) {
        Map<String, Object> details = new TreeMap<>();
        details.put("status", result.status());
        details.put("durationMillis", result.duration().toMillis());
        details.put("outputLength", result.outputLength());
        details.put("executor", result.executor());
        details.put("dispatch", call.dispatch());
        put(details, "exitCode", result.exitCode());
        put(details, "error", result.error());
        put(details, "before", result.before());
        put(details, "after", result.after());
        put(details, "fence", result.fence());
        if (!result.collateral().isEmpty()) {
            details.put("collateral", result.collateral());
        }
        return entry(call, "after", AuditKind.ACTION_AFTER, details, result.finishedAt());
    }

    /** That its output held secrets, and of which kinds. */
    AuditFact leak(Call call, CallResult result) {
        Map<String, Object> details = new TreeMap<>();
        details.put("kinds", result.secrets());
        details.put("source", call.target() == null ? call.tool() : call.target());
        return entry(call, "leak", AuditKind.SECRET_LEAK, details, result.finishedAt());
    }

    private AuditFact entry(Call call, String what, AuditKind kind, Map<String, Object> details, Instant at) {
        return AuditFact.newBuilder()
                .setId(call.actionId() + "/" + call.dispatch() + "/" + what)
                .setRunId(call.runId())
                .setTenant(call.tenant())
                .setService("tool-executor")
                .setKind(kind)
                .setActor(call.agent())
                .setAgent(call.agent())
                .setActionId(call.actionId())
                .setTool(call.tool())
                .setTarget(call.target() == null ? null : filtered(call, call.target()))
                .setReversible(call.reversible())
                .setDetailJson(JSON.writeValueAsString(details))
                .setAt(at)
                .build();
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private String filtered(Call call, String text) {
        return filter.filter(call.runId(), text).text();
    }
}
