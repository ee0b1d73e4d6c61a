package io.flyball.diagnosis;

import java.util.List;

/** Reads facts of one name from an output. */
public interface Extraction {

    /**
     * A fact that has no id yet.
     *
     * @param excerpt the piece of the output that says so
     */
    record Draft(String key, FactValue value, String excerpt) {}

    /** Name of the facts. */
    String fact();

    /** Unit of amounts; empty without. */
    String unit();

    /** All that the output says; none when it says nothing of the kind. What cannot be read is left out. */
    List<Draft> from(Output output);
}
