package io.flyball.governor.topology;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ApprovalDecision;
import io.flyball.governor.approval.ApprovalMachine;
import io.flyball.governor.approval.ApprovalRules;
import io.flyball.governor.policy.Judge;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import io.flyball.schemas.grant.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** Proposals and answers in; verdicts, requests, notifications and audit entries out. */
public final class GovernorTopology {
    private static final String GOVERN = "govern";
    private static final List<String> SINKS =
            List.of(Topics.ACTION_VERDICTS, Topics.APPROVAL_REQUESTS, Topics.NOTIFICATIONS, Topics.AUDIT_FACTS);

    private final Supplier<Judge> policy;
    private final StopGuard stop;
    private final StopOrders orders;
    private final SigningKey key;
    private final Clock clock;
    private final Telemetry telemetry;
    private final EventHeaders headers;

    public GovernorTopology(
            Supplier<Judge> policy,
            StopGuard stop,
            StopOrders orders,
            SigningKey key,
            Clock clock,
            Telemetry telemetry,
            EventHeaders headers) {
        this.policy = policy;
        this.stop = stop;
        this.orders = orders;
        this.key = key;
        this.clock = clock;
        this.telemetry = telemetry;
        this.headers = headers;
    }

    /**
     * The topology.
     *
     * @param rules how long people have to answer
     * @param lookEvery how often deadlines and the release of a stop are looked for
     * @param absentAfter after how long without a look the governor has been away
     */
    public Topology build(
            ApprovalRules rules, Duration lookEvery, Duration absentAfter, Wire wire, DeadLetters deadLetters) {
        Topology topology = new Topology();
        StreamEnds edges = new StreamEnds(topology, wire, deadLetters);
        String proposals = edges.source(Topics.ACTION_PROPOSALS, ActionProposal.class, GOVERN);
        String answers = edges.source(Topics.APPROVAL_DECISIONS, ApprovalDecision.class, GOVERN);
        edges.processor(GOVERN, () -> processor(rules, lookEvery, absentAfter), proposals, answers);
        topology.addStateStore(ActionStore.builder(), GOVERN);
        SINKS.forEach(topic -> edges.sink(topic, GOVERN));
        edges.deadLetterSink(proposals, answers);
        return topology;
    }

    private GovernorProcessor processor(ApprovalRules rules, Duration lookEvery, Duration absentAfter) {
        return new GovernorProcessor((store, out) -> governor(rules, store, out), headers, lookEvery, absentAfter);
    }

    private ActionGovernor governor(ApprovalRules rules, ActionStore store, ActionGovernor.Out out) {
        return new ActionGovernor(
                new ApprovalMachine(rules),
                new Judging(policy),
                new StopSightings(stop, orders, clock),
                new GovernSpans(telemetry),
                store,
                new Outputs(new Grants(key)),
                out);
    }
}
