package io.flyball.toolexecutor.services;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.StartBy;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The restart between two looks. The first look is made before leave to start is asked for, as for any observed command. */
final class RestartAction implements Action {
    private final Action restart;
    private final Supplier<Plan> look;
    private final ServiceManager manager;
    private @Nullable Mark mark;
    private @Nullable String before;

    RestartAction(Action restart, Supplier<Plan> look, ServiceManager manager) {
        this.restart = restart;
        this.look = look;
        this.manager = manager;
    }

    @Override
    public void arm(Mark by) throws IOException {
        mark = by;
        restart.arm(by);
    }

    @Override
    public boolean observe(Ending ending) {
        before = seen(ending);
        return true;
    }

    @Override
    public ToolOutcome perform(Ending ending) {
        return perform(ending, StartBy.ANY_TIME);
    }

    @Override
    public ToolOutcome perform(Ending ending, StartBy by) {
        ToolOutcome outcome = restart.perform(ending, by);
        String was = Objects.requireNonNullElse(before, "unknown");
        return ending.cause().isPresent()
                ? outcome
                : new ToolOutcome.Seen(outcome, new ToolOutcome.Change(was, seen(ending)), collateral(outcome));
    }

    private static List<String> collateral(ToolOutcome outcome) {
        return outcome instanceof ToolOutcome.Seen seen ? seen.collateral() : List.of();
    }

    private String seen(Ending ending) {
        return switch (look.get()) {
            case Plan.Refused refused -> "unknown: " + refused.reason();
            case Plan.Ready ready -> seen(ready.action(), ending);
        };
    }

    private String seen(Action status, Ending ending) {
        try (status) {
            status.arm(Objects.requireNonNull(mark, "not armed"));
            return manager.read(status.perform(ending).output().head())
                    .findings()
                    .text();
        } catch (IOException e) {
            return "unknown: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        restart.close();
    }
}
