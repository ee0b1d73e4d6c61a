package io.flyball.planner.model;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.prompt.Message;
import java.util.List;

/** What a model's answer comes to. */
sealed interface Reading {

    /** It is a decision, and all of it fits. */
    record Decided(Decision decision) implements Reading {}

    /**
     * It is none, but the model can be told why.
     *
     * @param kind of the first mistake, for counting
     * @param mistakes for people
     * @param correction how the conversation goes on
     */
    record Mistaken(String kind, List<String> mistakes, List<Message> correction) implements Reading {}

    /** It is none, and telling the model would not help. */
    record Useless(Fault fault) implements Reading {}
}
