package io.flyball.toolexecutor.claim;

/** How an action stands before anybody asks to start it. */
public sealed interface Standing {

    /** Nobody has begun it, or it may be begun again. */
    record Free() implements Standing {}

    /** That executor is at it and was heard of lately. */
    record Running(String executor) implements Standing {}

    /** It has ended with that result. */
    record Finished(String result) implements Standing {}

    /** It may have been begun; nobody knows how it went. */
    record Lost(String why) implements Standing {}
}
