package io.flyball.console.ingress;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Fields;
import io.flyball.console.door.Json;
import io.flyball.contract.RunRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A wish for a run as JSON. */
final class RunRequestFormat {
    private static final int LONGEST_GOAL = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final Set<String> FIELDS =
            Set.of("goal", "agent", "environment", "inputs", "dryRun", "principal", "causedByRun", "causalDepth");

    private final LabelMapping mapping;
    private final Agents agents;
    private final int mostOfInputs;

    /** @param mostOfInputs characters of all names and values together */
    RunRequestFormat(LabelMapping mapping, Agents agents, int mostOfInputs) {
        this.mostOfInputs = mostOfInputs;
        this.mapping = mapping;
        this.agents = agents;
    }

    /**
     * The request in a body.
     *
     * @param caller who asks, unless they may name somebody else and do
     * @throws io.flyball.console.door.BadBody if it is not what was expected
     */
    Draft read(byte @Nullable [] body, Caller caller) {
        Fields fields = Fields.root(Json.read(body));
        fields.only(FIELDS);
        RunRequest.Builder request = RunRequest.newBuilder()
                .setGoal(fields.required("goal", LONGEST_GOAL))
                .setAgent(agent(fields))
                .setEnvironment(
                        bounded(fields, "environment").map(mapping::environment).orElse("production"))
                .setInputs(inputs(fields))
                .setDryRun(fields.flag("dryRun"))
                .setPrincipal(caller.by(bounded(fields, "principal")))
                .setCausedByRun(bounded(fields, "causedByRun").orElse(null))
                .setCausalDepth(fields.count("causalDepth"));
        fields.done();
        return new Draft(request);
    }

    private Map<String, String> inputs(Fields fields) {
        Map<String, String> inputs = fields.texts("inputs");
        int characters = inputs.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (characters > mostOfInputs) {
            fields.expected("inputs", "at most " + mostOfInputs + " characters together, and there are " + characters);
        }
        return inputs;
    }

    private static Optional<String> bounded(Fields fields, String name) {
        Optional<String> text = fields.text(name);
        text.filter(it -> it.length() > LONGEST_NAME)
                .ifPresent(_ -> fields.expected(name, "at most " + LONGEST_NAME + " characters"));
        return text;
    }

    private String agent(Fields fields) {
        String agent = fields.required("agent", LONGEST_NAME);
        if (!agent.isEmpty() && !agents.mayKnow(agent)) {
            fields.expected("agent", "one of the agents " + agents.names());
        }
        return agent;
    }

    /** A request that has no id yet. */
    record Draft(RunRequest.Builder fields) {

        RunRequest toRequest(String runId, @Nullable String idempotencyKey, Instant at) {
            return RunRequest.newBuilder(fields)
                    .setRunId(runId)
                    .setIdempotencyKey(idempotencyKey)
                    .setRequestedAt(at)
                    .build();
        }
    }
}
