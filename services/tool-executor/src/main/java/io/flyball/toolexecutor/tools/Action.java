package io.flyball.toolexecutor.tools;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.LateStart;
import io.flyball.toolexecutor.process.StartBy;
import java.io.IOException;

/** One act of a tool, ready to be performed once. */
public interface Action extends AutoCloseable {

    /**
     * Prepares everything that takes time and does not act yet.
     *
     * @throws IOException if it cannot be prepared
     */
    default void arm(Mark mark) throws IOException {}

    /**
     * Looks at what will be changed, which may take time and changes nothing.
     *
     * @return whether there was anything to look at
     */
    default boolean observe(Ending ending) {
        return false;
    }

    /** Acts, beginning at once, until it is done or told to end. */
    ToolOutcome perform(Ending ending);

    /**
     * The same, if it is not too late to begin.
     *
     * @throws LateStart if it is, and nothing was begun
     */
    default ToolOutcome perform(Ending ending, StartBy by) {
        if (by.isOver()) {
            throw new LateStart();
        }
        return perform(ending);
    }

    /** Takes away what was armed and not performed. */
    @Override
    default void close() {}
}
