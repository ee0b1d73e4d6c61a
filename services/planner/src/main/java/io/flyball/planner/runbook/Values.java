package io.flyball.planner.runbook;

/** What references stand for. */
@FunctionalInterface
interface Values {

    /**
     * The value.
     *
     * @throws CannotGoOn if there is none; a missing value is never an empty text
     */
    String of(Reference reference);
}
