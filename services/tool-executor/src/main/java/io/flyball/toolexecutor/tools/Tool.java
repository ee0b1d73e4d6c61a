package io.flyball.toolexecutor.tools;

/** Something that agents may ask for. */
public interface Tool {

    /** As the catalogue names it. */
    String name();

    /** Checks everything that can be checked without acting: the arguments and the agent's permissions. */
    Plan plan(ToolRequest request);
}
