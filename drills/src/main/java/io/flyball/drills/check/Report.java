package io.flyball.drills.check;

/** What a drill prints at its end. */
public interface Report {

    /** Whether every invariant holds. */
    boolean good();

    /** As people read it. */
    String text();
}
