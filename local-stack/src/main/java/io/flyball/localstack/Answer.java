package io.flyball.localstack;

/** What a process that was just started says for itself. */
sealed interface Answer {

    record Ready() implements Answer {}

    /** Ask again. */
    record NotYet(String why) implements Answer {}

    /** Waiting will not help. */
    record Wrong(String why, String whatToDo) implements Answer {}
}
