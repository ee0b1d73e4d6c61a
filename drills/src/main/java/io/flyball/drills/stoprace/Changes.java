package io.flyball.drills.stoprace;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ToolCall;
import io.flyball.schemas.ActionHash;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The changes of this drill, as the orchestrator would word them. */
final class Changes {
    static final String TREE = "run_command";

    private static final String ENVIRONMENT = "drill";
    private static final String TREE_ARGUMENTS =
            "{\"argv\":[\"sh\",\"-c\",\"sleep 600 & (setsid sleep 600 &); wait\"]}";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StopRaceSettings settings;
    private final URI effects;
    private final AtomicInteger number = new AtomicInteger();

    Changes(StopRaceSettings settings, URI effects) {
        this.settings = settings;
        this.effects = effects;
    }

    /** One effect that the effect server sees. */
    ActionProposal effect() {
        String run = settings.run(number.incrementAndGet());
        String url = effects + "/effects/" + run;
        return proposal(run, "http_request", "{\"method\":\"POST\",\"url\":\"%s\"}".formatted(url), "url:" + url);
    }

    /** Three processes, one of which has left its session, that only a stop ends. */
    ActionProposal tree() {
        String run = settings.run(number.incrementAndGet());
        return proposal(run, TREE, TREE_ARGUMENTS, "process:" + run);
    }

    private static ActionProposal proposal(String run, String tool, String arguments, String target) {
        return ActionProposal.newBuilder()
                .setActionId(run + ":1:0")
                .setRunId(run)
                .setTenant("default")
                .setPrincipal("drill")
                .setAgent("drill")
                .setEnvironment(ENVIRONMENT)
                .setStep(1)
                .setIndex(0)
                .setGoal("race against a stop")
                .setTool(tool)
                .setArgumentsJson(arguments)
                .setTarget(target)
                .setReasoning("a drill")
                .setActionHash(ActionHash.of(tool, arguments, target, ENVIRONMENT))
                .setRemainingMillis(PATIENCE.toMillis())
                .setProposedAt(Instant.now())
                .build();
    }

    static ToolCall call(ActionProposal proposal, ActionVerdict verdict, int dispatch) {
        Instant now = Instant.now();
        return ToolCall.newBuilder()
                .setActionId(proposal.getActionId())
                .setRunId(proposal.getRunId())
                .setTenant(proposal.getTenant())
                .setPrincipal(proposal.getPrincipal())
                .setAgent(proposal.getAgent())
                .setEnvironment(proposal.getEnvironment())
                .setStep(proposal.getStep())
                .setTool(proposal.getTool())
                .setArgumentsJson(proposal.getArgumentsJson())
                .setTarget(proposal.getTarget())
                .setEffect(verdict.getEffect())
                .setReversible(verdict.getReversible())
                .setReasoning(proposal.getReasoning())
                .setActionHash(proposal.getActionHash())
                .setVerdictId(verdict.getId())
                .setPolicyHash(verdict.getPolicyHash())
                .setDispatch(dispatch)
                .setRequestedAt(now)
                .setDeadline(now.plus(PATIENCE))
                .setGrant(verdict.getGrant())
                .build();
    }
}
