package io.flyball.toolexecutor.tools;

import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an action went. */
public sealed interface ToolOutcome {
    Output output();

    /**
     * As intended.
     *
     * @param change what it did to its target, where the tool knows
     */
    record Succeeded(
            Output output,
            @Nullable Integer exitCode,
            @Nullable Change change) implements ToolOutcome {
        public static Succeeded with(String text) {
            return new Succeeded(Output.of(text), null, null);
        }
    }

    /**
     * Not as intended.
     *
     * @param error what went wrong and what to do
     */
    record Failed(Output output, @Nullable Integer exitCode, String error, Failure kind) implements ToolOutcome {
        public static Failed because(String error, Failure kind) {
            return new Failed(Output.NONE, null, error, kind);
        }
    }

    /** It was ended from outside. */
    record Ended(Output output, EndCause cause) implements ToolOutcome {}

    /**
     * One of the above, and what was seen around it.
     *
     * @param change state of the target before and after; absent when nobody looked
     * @param collateral what changed besides what the action had declared
     */
    record Seen(ToolOutcome outcome, @Nullable Change change, List<String> collateral) implements ToolOutcome {
        public Seen {
            collateral = List.copyOf(collateral);
        }

        @Override
        public Output output() {
            return outcome.output();
        }
    }

    /** State of the target before and after. */
    record Change(String before, String after) {}
}
