package io.flyball.planner.provider;

import io.flyball.planner.prompt.Conversation;
import io.flyball.planner.prompt.Message;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;

/** Conversations in Spring AI's words. Text beside tool calls is lost there, which is why reasoning is an argument of each call. */
final class MessageMapper {
    private MessageMapper() {}

    static List<org.springframework.ai.chat.messages.Message> messages(Conversation conversation) {
        List<org.springframework.ai.chat.messages.Message> messages = new ArrayList<>();
        messages.add(new SystemMessage(conversation.system()));
        conversation.messages().forEach(message -> messages.add(message(message)));
        return messages;
    }

    private static org.springframework.ai.chat.messages.Message message(Message message) {
        return switch (message) {
            case Message.Told told -> new UserMessage(told.text());
            case Message.Said said -> new AssistantMessage(said.text());
            case Message.Called called ->
                AssistantMessage.builder()
                        .content("")
                        .toolCalls(
                                called.calls().stream().map(MessageMapper::call).toList())
                        .build();
            case Message.Returned returned ->
                ToolResponseMessage.builder()
                        .responses(returned.results().stream()
                                .map(result ->
                                        new ToolResponseMessage.ToolResponse(result.id(), result.name(), result.text()))
                                .toList())
                        .build();
        };
    }

    private static AssistantMessage.ToolCall call(Message.Call call) {
        return new AssistantMessage.ToolCall(call.id(), "function", call.name(), call.argumentsJson());
    }
}
