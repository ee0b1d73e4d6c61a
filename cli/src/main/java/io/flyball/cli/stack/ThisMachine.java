package io.flyball.cli.stack;

import io.flyball.cli.access.Access;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;

/** These commands are about processes, so they reach no further than this machine. */
final class ThisMachine {
    private ThisMachine() {}

    static StackFolder folder(Access access) {
        if (access.remote().isPresent()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "This command is about the stack on this machine.",
                    "Leave --url out and unset FLYBALL_URL.");
        }
        return new StackFolder(access.dataFolder());
    }

    static StackRecord stack(StackFolder folder) {
        return folder.record()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.UNREACHABLE, "The stack is not up.", "Start it with: flyball up -d"));
    }
}
