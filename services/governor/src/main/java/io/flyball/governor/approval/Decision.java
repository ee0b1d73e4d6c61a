package io.flyball.governor.approval;

import java.util.List;

/**
 * The next state, what to do, and why.
 *
 * @param commands in order; empty when nothing is to be done
 * @param why for the log; says also why nothing happened
 */
public record Decision(ApprovalState next, List<ApprovalCommand> commands, String why) {

    public Decision {
        commands = List.copyOf(commands);
    }

    static Decision to(ApprovalState next, String why, ApprovalCommand... commands) {
        return new Decision(next, List.of(commands), why);
    }

    static Decision stay(ApprovalState state, String why) {
        return new Decision(state, List.of(), why);
    }
}
