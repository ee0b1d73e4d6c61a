package io.flyball.toolexecutor.tools;

import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.process.Ending;
import java.io.IOException;

/**
 * A tool that only reads, inside the executor's own process. What it finds, also when that is bad news, is its success; it fails where it
 * could not look.
 *
 * @param <W> its arguments, a record
 */
public abstract class ReadingTool<W> implements Tool {
    private final String name;
    private final Class<W> arguments;

    protected ReadingTool(String name, Class<W> arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    @Override
    public final String name() {
        return name;
    }

    /**
     * Looks nothing up and opens nothing.
     *
     * @throws NotAllowed if the agent may not, or nobody could
     */
    protected abstract void check(W wanted, Permissions permissions) throws NotAllowed;

    /** What it would do, after the word "would". */
    protected abstract String told(W wanted);

    /**
     * What it found.
     *
     * @throws NotAllowed if it turns out that the agent may not
     * @throws IOException if it could not look
     */
    protected abstract ToolOutcome look(W wanted, ToolRequest request, Ending ending)
            throws NotAllowed, IOException, InterruptedException;

    @Override
    public final Plan plan(ToolRequest request) {
        try {
            W wanted = Arguments.read(request.argumentsJson(), arguments);
            check(wanted, request.permissions());
            return new Plan.Ready(
                    ToolEffect.READ,
                    "would " + told(wanted),
                    ending -> Interruptible.perform(ending, () -> outcome(wanted, request, ending)));
        } catch (Arguments.Bad | NotAllowed e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private ToolOutcome outcome(W wanted, ToolRequest request, Ending ending) {
        try {
            return look(wanted, request, ending);
        } catch (NotAllowed e) {
            return ToolOutcome.Failed.because(String.valueOf(e.getMessage()), Failure.CONFIG);
        } catch (IOException e) {
            return ToolOutcome.Failed.because(name + " could not look: " + Words.of(e), Failure.EXTERNAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ToolOutcome.Failed.because("interrupted", Failure.TRANSIENT);
        }
    }
}
