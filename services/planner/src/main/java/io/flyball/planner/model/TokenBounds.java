package io.flyball.planner.model;

import io.flyball.planner.prompt.Conversation;
import io.flyball.planner.prompt.Message;
import io.flyball.planner.prompt.OfferedTool;

/**
 * How many tokens a text is at most, as far as tokenizers go that providers use: letters of English come in pairs or longer pieces, every
 * other sign is a token by itself, one of another script a token for each of its bytes. What providers add around messages and tools
 * is counted with more than they document.
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
        return AROUND_ALL + most(conversation.system()) + messages + tools;
    }

    /** Of what a model wrote. */
    static long answer(ModelAnswer answer) {
        return most(answer.text())
                + answer.calls().stream().mapToLong(TokenBounds::call).sum();
    }

    private static long message(Message message) {
        return switch (message) {
            case Message.Told told -> most(told.text());
            case Message.Said said -> most(said.text());
            case Message.Called called ->
                called.calls().stream().mapToLong(TokenBounds::call).sum();
            case Message.Returned returned ->
                returned.results().stream()
                        .mapToLong(
                                result -> AROUND_EACH + most(result.id()) + most(result.name()) + most(result.text()))
                        .sum();
        };
    }

    private static long call(Message.Call call) {
        return AROUND_EACH + most(call.id()) + most(call.name()) + most(call.argumentsJson());
    }

    /** A schema as text is a little longer than as JSON, or as long: every value has its name and a sign before it. */
    private static long tool(OfferedTool tool) {
        return AROUND_EACH
                + most(tool.name())
                + most(tool.description())
                + 2 * most(tool.schema().toString());
    }

    private static long most(String text) {
        long tokens = 0;
        int letters = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isLetter(c)) {
                letters++;
            } else {
                tokens += pairs(letters) + (isSpaceBetween(text, at) ? 0 : bytes(c));
                letters = 0;
            }
        }
        return tokens + pairs(letters);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static long pairs(int letters) {
        return (letters + 1) / 2;
    }

    /** One space before a word belongs to the word. */
    private static boolean isSpaceBetween(String text, int at) {
        return text.charAt(at) == ' ' && at + 1 < text.length() && isLetter(text.charAt(at + 1));
    }

    /** Half of a surrogate pair is two of its four bytes. */
    private static int bytes(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
