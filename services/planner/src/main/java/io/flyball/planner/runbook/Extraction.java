package io.flyball.planner.runbook;

import java.util.List;
import java.util.Map;

/** Reads variables out of an output. */
public interface Extraction {

    /**
     * Each variable's value.
     *
     * @throws CannotGoOn if the output does not have them and there is no default
     */
    Map<String, String> from(String output);

    /** The variables that it sets. */
    List<String> variables();
}
