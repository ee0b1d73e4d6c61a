package io.flyball.orchestrator.run;

/** A service that answers what a run asks. */
public enum Answerer {
    PLANNER("planner"),
    GOVERNOR("governor"),
    EXECUTOR("tool executor");

    private final String word;

    Answerer(String word) {
        this.word = word;
    }

    /** Its name for people. */
    public String word() {
        return word;
    }
}
