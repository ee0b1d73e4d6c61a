package io.flyball.governor.topology;

import io.flyball.governor.approval.ApprovalState;

/**
 * What the store keeps of an action.
 *
 * @param version of this shape; a later version reads the earlier ones
 * @param traceparent where the run's trace goes on when time, a release or a person's answer continues the action
 */
record StoredAction(int version, String traceparent, ApprovalState state) {
    static final int VERSION = 1;

    static StoredAction fresh(String traceparent) {
        return new StoredAction(VERSION, traceparent, new ApprovalState.NotProposed());
    }

    StoredAction in(ApprovalState next) {
        return new StoredAction(VERSION, traceparent, next);
    }
}
