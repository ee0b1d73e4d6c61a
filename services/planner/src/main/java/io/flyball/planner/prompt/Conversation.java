package io.flyball.planner.prompt;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a model is asked.
 *
 * @param system what goes before the conversation
 * @param tools what it may call; nothing is ever called on its word alone
 */
public record Conversation(String system, List<Message> messages, List<OfferedTool> tools) {

    public Conversation {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** The same conversation, gone on. */
    public Conversation and(List<Message> more) {
        return new Conversation(
                system, Stream.concat(messages.stream(), more.stream()).toList(), tools);
    }
}
