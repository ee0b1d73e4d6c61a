package io.flyball.planner.provider;

import io.flyball.planner.model.ModelAnswer;
import io.flyball.planner.model.Tokens;
import io.flyball.planner.prompt.Message.Call;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/**
 * Answers in our words.
 *
 * @param inputIncludesCached whether the provider counts what it read from its cache as input too
 */
record AnswerMapper(boolean inputIncludesCached) {

    ModelAnswer answer(ChatResponse response) {
        // What the model thought comes first, what it answers last.
        Generation last = response.getResults().getLast();
        AssistantMessage message = last.getOutput();
        return new ModelAnswer(
                response.getMetadata().getId(),
                response.getMetadata().getModel(),
                Objects.requireNonNullElse(message.getText(), ""),
                calls(message),
                stopReason(last),
                tokens(response.getMetadata().getUsage()));
    }

    private static List<Call> calls(AssistantMessage message) {
        return message.getToolCalls().stream()
                .map(call -> new Call(call.id(), call.name(), call.arguments()))
                .toList();
    }

    /** OpenAI says refusal beside the reason, which then is just stop. */
    private static String stopReason(Generation generation) {
        Object refusal = generation.getOutput().getMetadata().get("refusal");
        if (refusal instanceof String text && !text.isBlank()) {
            return "refusal";
        }
        String reason = generation.getMetadata().getFinishReason();
        return reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    }

    private Tokens tokens(Usage usage) {
        long read = orNone(usage.getCacheReadInputTokens());
        long input = orNone(usage.getPromptTokens());
        return new Tokens(
                inputIncludesCached ? Math.max(0, input - read) : input,
                orNone(usage.getCompletionTokens()),
                read,
                orNone(usage.getCacheWriteInputTokens()));
    }

    private static long orNone(@Nullable Number count) {
        return count == null ? 0 : count.longValue();
    }
}
