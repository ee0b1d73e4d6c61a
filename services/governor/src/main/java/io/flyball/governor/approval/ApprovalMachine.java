package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import java.time.Duration;

/** Every transition of an action under government. The same state and event always give the same decision. */
public final class ApprovalMachine {
    private final Governing governing;
    private final Awaiting awaiting;
    private final Stopped stopped;
    private final Settled settled;

    public ApprovalMachine(ApprovalRules rules) {
        this.governing = new Governing(rules);
        this.awaiting = new Awaiting(governing);
        this.stopped = new Stopped(governing);
        this.settled = new Settled(governing);
    }

    /** How long people have to answer. */
    public Duration timeout() {
        return governing.rules().timeout();
    }

    /** What follows. */
    public Decision decide(ApprovalState state, ApprovalEvent event) {
        return switch (state) {
            case NotProposed s -> governing.decide(s, event);
            case AwaitingApproval s -> awaiting.decide(s, event);
            case HeldByStop s -> stopped.decide(s, event);
            case Answered s -> settled.decide(s, event);
        };
    }
}
