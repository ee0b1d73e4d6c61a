package io.flyball.planner.runbook;

import io.flyball.planner.plan.PastAction;

/** What has become of a step's call. */
sealed interface Result {

    /** It was not called yet, or nothing came of it and it can be called again. */
    record NotYet() implements Result {}

    /** It did what it should. */
    record Done(PastAction action) implements Result {}

    /** The governor or a person said no. */
    record Denied(PastAction action) implements Result {}

    /** It was called, or should have been, and did not do what it should. */
    record Failed(PastAction action) implements Result {}

    /** Nobody knows whether it took effect. */
    record Unclear(PastAction action) implements Result {}
}
