package io.flyball.toolexecutor.execution;

import io.flyball.catalogue.ToolEffect;
import io.flyball.platform.lock.LockRequest;
import java.util.List;
import java.util.Optional;

/** What a call must have to itself while it runs; the environment that it claims plays no part, so that two claims share one lock. */
final class LockScope {
    private LockScope() {}

    /** Empty for reads, and for changes of nothing that has a name. */
    static Optional<LockRequest> of(Call call) {
        List<String> names = named(call);
        if (call.effect() == ToolEffect.READ || names.isEmpty()) {
            return Optional.empty();
        }
        List<String> resources =
                names.stream().map(name -> call.tenant() + "/" + name).toList();
        return Optional.of(
                new LockRequest(resources, call.actionId(), "run " + call.runId() + " (agent " + call.agent() + ")"));
    }

    /** What it says that it changes. */
    static List<String> named(Call call) {
        if (!call.resources().isEmpty()) {
            return call.resources();
        }
        String target = call.target();
        return target == null ? List.of() : List.of(target);
    }
}
