package io.flyball.toolexecutor.execution;

import io.flyball.catalogue.ToolEffect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allowed action, to be executed at most once.
 *
 * @param effect its effect, as the verdict saw it
 * @param actionHash what was allowed
 * @param dispatch how often it was sent
 * @param requestedAt when it was sent
 * @param deadline when its run stops waiting, unless an absence has given it more time
 * @param resources what it changes; empty means its target
 * @param expects what a read must show; empty means nothing in particular
 * @param grant what the governor signed; absent if it came without
 */
record Call(
        String actionId,
        String runId,
        String tenant,
        String principal,
        String agent,
        String environment,
        int step,
        String tool,
        String argumentsJson,
        @Nullable String target,
        ToolEffect effect,
        boolean reversible,
        String reasoning,
        boolean dryRun,
        String actionHash,
        String verdictId,
        String policyHash,
        @Nullable String approvedBy,
        int dispatch,
        Instant requestedAt,
        Instant deadline,
        List<String> resources,
        List<Expectation> expects,
        @Nullable String grant) {}
