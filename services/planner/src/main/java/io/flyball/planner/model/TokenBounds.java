package io.flyball.planner.model;

import io.flyball.planner.prompt.Conversation;
import io.flyball.planner.prompt.Message;
import io.flyball.planner.prompt.OfferedTool;
import java.nio.charset.StandardCharsets;

/**
 * How many tokens a text can be at most. A token of any tokenizer that providers use stands for at least one byte; what they add around
 * messages and tools is counted with more than they document.
 */
final class TokenBounds {
    /** Providers document up to 700 tokens that tools add once. */
    private static final long AROUND_ALL = 1_000;

    private static final long AROUND_EACH = 20;

    private TokenBounds() {}

    /** Of a prompt. */
    static long prompt(Conversation conversation) {
        long messages = conversation.messages().stream()
                .mapToLong(message -> AROUND_EACH + message(message))
                .sum();
        long tools = conversation.tools().stream().mapToLong(TokenBounds::tool).sum();
        return AROUND_ALL + bytes(conversation.system()) + messages + tools;
    }

    /** Of what a model wrote. */
    static long answer(ModelAnswer answer) {
        return bytes(answer.text())
                + answer.calls().stream().mapToLong(TokenBounds::call).sum();
    }

    private static long message(Message message) {
        return switch (message) {
            case Message.Told told -> bytes(told.text());
            case Message.Said said -> bytes(said.text());
            case Message.Called called ->
                called.calls().stream().mapToLong(TokenBounds::call).sum();
            case Message.Returned returned ->
                returned.results().stream()
                        .mapToLong(result ->
                                AROUND_EACH + bytes(result.id()) + bytes(result.name()) + bytes(result.text()))
                        .sum();
        };
    }

    private static long call(Message.Call call) {
        return AROUND_EACH + bytes(call.id()) + bytes(call.name()) + bytes(call.argumentsJson());
    }

    /** A schema as text is a little longer than as JSON, or as long: every value has its name and a sign before it. */
    private static long tool(OfferedTool tool) {
        return AROUND_EACH
                + bytes(tool.name())
                + bytes(tool.description())
                + 2 * bytes(tool.schema().toString());
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
