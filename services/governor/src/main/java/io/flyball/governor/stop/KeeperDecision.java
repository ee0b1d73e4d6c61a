package io.flyball.governor.stop;

import java.util.List;

/**
 * The next state, what to do, and why.
 *
 * @param commands in order; empty when nothing is to be done
 * @param why says also why nothing happened
 */
record KeeperDecision(KeeperState next, List<KeeperCommand> commands, String why) {

    KeeperDecision {
        commands = List.copyOf(commands);
    }

    static KeeperDecision to(KeeperState next, String why, KeeperCommand... commands) {
        return new KeeperDecision(next, List.of(commands), why);
    }
}
