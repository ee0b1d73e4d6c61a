package io.flyball.governor.topology;

import io.flyball.governor.approval.Answer;
import io.flyball.governor.approval.ApprovalCommand;
import io.flyball.governor.approval.ApprovalCommand.KeepRunApproval;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalEvent;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.GovernorBack;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalMachine;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.Decision;
import io.flyball.governor.approval.RunApproval;
import io.flyball.governor.approval.StopSight;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.topology.Outputs.Output;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.schemas.grant.StopEpoch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what a decision needs, has it made, keeps the state and hands out the records, each inside the run's trace. */
final class ActionGovernor {
    private static final Logger log = LoggerFactory.getLogger(ActionGovernor.class);
    /** What is done at one look, so that a release of ten thousand actions does not outlast a transaction. */
    private static final int MOST = 500;

    private static final StopSight NOTHING_HELD =
            new StopSight(false, "nothing is held under that approval", StopEpoch.NONE);

    private final ApprovalMachine machine;
    private final Judging judging;
    private final StopSightings stop;
    private final GovernSpans spans;
    private final ActionStore store;
    private final Outputs outputs;
    private final Out out;
    private final Unheard unheard = new Unheard();

    ActionGovernor(
            ApprovalMachine machine,
            Judging judging,
            StopSightings stop,
            GovernSpans spans,
            ActionStore store,
            Outputs outputs,
            Out out) {
        this.machine = machine;
        this.judging = judging;
        this.stop = stop;
        this.spans = spans;
        this.store = store;
        this.outputs = outputs;
        this.out = out;
    }

    /** Takes what goes out, in the current trace. */
    @FunctionalInterface
    interface Out {
        void send(String runId, Output output, Instant at);
    }

    void proposed(Proposal proposal, Headers incoming, Instant now) {
        spans.govern(incoming, proposal, () -> {
            StoredAction stored =
                    store.find(proposal.actionId()).orElseGet(() -> StoredAction.fresh(Telemetry.currentTraceparent()));
            Judgement judgement = judging.judge(proposal);
            StopSight sight = stop.of(switches(proposal));
            apply(
                    proposal,
                    stored,
                    new ActionProposed(proposal, judgement, sight, runApproval(proposal, judgement), now));
        });
    }

    void answered(Answer answer, Headers incoming, Instant now) {
        hear(answer.approvalId());
        StoredAction stored = store.find(answer.approvalId()).orElseGet(() -> StoredAction.fresh(""));
        Optional<Proposal> held =
                stored.state() instanceof AwaitingApproval waiting ? Optional.of(waiting.proposal()) : Optional.empty();
        spans.answer(incoming, stored.traceparent(), answer.approvalId(), () -> {
            StopSight sight = held.map(proposal -> stop.of(switches(proposal))).orElse(NOTHING_HELD);
            var event = new AnswerGiven(answer, held.map(judging::judge), sight, now);
            apply(answer.approvalId(), answer.runId(), stored, event);
        });
    }

    /** Whoever waits for people hears that they could not be heard. */
    void back(GovernorBack back) {
        unheard.add(store.agenda(back.at().plus(machine.timeout().dividedBy(2))), back);
    }

    /**
     * Whatever time and the release of a stop bring.
     *
     * @param hasRead whether all answers are heard that had been given at that time
     */
    void look(Instant now, Predicate<Instant> hasRead) {
        unheard.first(MOST).forEach(this::hear);
        if (unheard.isEmpty()
                && store.firstDue()
                        .filter(at -> !at.isAfter(now))
                        .filter(hasRead)
                        .isPresent()) {
            for (String actionId : store.due(now, MOST)) {
                store.find(actionId).ifPresent(stored -> timePassed(actionId, stored, new TimePassed(now)));
            }
        }
        Map<Set<KillSwitch>, StopSight> sights = new HashMap<>();
        for (String actionId : store.stopped(MOST)) {
            store.find(actionId).ifPresent(stored -> lift(stored, sights, now));
        }
    }

    private void hear(String actionId) {
        unheard.take(actionId)
                .ifPresent(back -> store.find(actionId)
                        .filter(stored -> stored.state() instanceof AwaitingApproval)
                        .ifPresent(stored -> timePassed(actionId, stored, back)));
    }

    /** What is only forgotten leaves no span in a trace that ended long ago. */
    private void timePassed(String actionId, StoredAction stored, ApprovalEvent event) {
        if (stored.state() instanceof AwaitingApproval waiting) {
            spans.resume("time", stored.traceparent(), actionId, () -> apply(waiting.proposal(), stored, event));
        } else {
            apply(actionId, "", stored, event);
        }
    }

    private void lift(StoredAction stored, Map<Set<KillSwitch>, StopSight> sights, Instant now) {
        if (!(stored.state() instanceof HeldByStop held)) {
            return;
        }
        Proposal proposal = held.proposal();
        StopSight sight = sights.computeIfAbsent(switches(proposal), stop::of);
        if (sight.mayAct()) {
            spans.resume("release", stored.traceparent(), proposal.actionId(), () -> {
                Judgement judgement = judging.judge(proposal);
                apply(proposal, stored, new StopLifted(judgement, sight, runApproval(proposal, judgement), now));
            });
        }
    }

    /** Whatever can stop that action alone: its agent's switch, its tenant's and its tool's. */
    private static Set<KillSwitch> switches(Proposal proposal) {
        return Set.of(
                KillSwitch.agent(proposal.run().agent()),
                KillSwitch.tenant(proposal.run().tenant()),
                KillSwitch.tool(proposal.tool()));
    }

    private void apply(Proposal proposal, StoredAction stored, ApprovalEvent event) {
        apply(proposal.actionId(), proposal.run().runId(), stored, event);
    }

    private void apply(String actionId, String runId, StoredAction stored, ApprovalEvent event) {
        Decision decision = machine.decide(stored.state(), event);
        log.debug("{}: {}: {}", actionId, event.getClass().getSimpleName(), decision.why());
        if (!decision.next().equals(stored.state())) {
            store.put(actionId, stored.state(), stored.in(decision.next()));
        }
        decision.commands().forEach(command -> perform(runId, command, event.at()));
    }

    private void perform(String runId, ApprovalCommand command, Instant at) {
        GovernSpans.note(command);
        if (command instanceof KeepRunApproval keep) {
            store.put(keep.runApproval());
        } else if (command instanceof RefuseAnswer refusal) {
            log.warn("{}: an answer is refused: {}", runId, refusal.why());
        }
        outputs.of(command).forEach(output -> out.send(runId, output, at));
    }

    private Optional<RunApproval> runApproval(Proposal proposal, Judgement judgement) {
        return store.runApproval(RunApproval.Scope.of(proposal, judgement));
    }
}
