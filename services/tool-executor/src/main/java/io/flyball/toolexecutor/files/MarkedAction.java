package io.flyball.toolexecutor.files;

import io.flyball.files.trash.Manifest;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Acts within the executor's own process, and knows for whom. */
final class MarkedAction implements Action {
    private final Function<Mark, ToolOutcome> act;
    private @Nullable Mark mark;

    MarkedAction(Function<Mark, ToolOutcome> act) {
        this.act = act;
    }

    @Override
    public void arm(Mark whose) {
        mark = whose;
    }

    @Override
    public ToolOutcome perform(Ending ending) {
        Mark whose = Objects.requireNonNull(mark, "not armed");
        return Interruptible.perform(ending, () -> act.apply(whose));
    }

    /** As the trash remembers it. */
    static Manifest.By by(Mark mark, String tool) {
        return new Manifest.By(mark.runId(), mark.actionId(), mark.agent(), tool);
    }
}
