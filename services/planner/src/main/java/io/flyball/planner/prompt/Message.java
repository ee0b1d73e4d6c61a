package io.flyball.planner.prompt;

import java.util.List;

/** One message of a conversation with a model. */
public sealed interface Message {

    /** We say something. */
    record Told(String text) implements Message {}

    /** The model said something without calling a tool. */
    record Said(String text) implements Message {}

    /** The model called tools. */
    record Called(List<Call> calls) implements Message {
        public Called {
            calls = List.copyOf(calls);
        }
    }

    /** What came of the calls; one for each, in their order. */
    record Returned(List<CallResult> results) implements Message {
        public Returned {
            results = List.copyOf(results);
        }
    }

    /**
     * A call by the model.
     *
     * @param id the provider's
     * @param argumentsJson as the model wrote it; it may be anything
     */
    record Call(String id, String name, String argumentsJson) {}

    /** What came of a call. */
    record CallResult(String id, String name, String text) {}
}
