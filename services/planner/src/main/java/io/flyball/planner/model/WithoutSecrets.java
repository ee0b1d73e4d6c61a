package io.flyball.planner.model;

import io.flyball.planner.prompt.Conversation;
import io.flyball.planner.prompt.Message;
import io.flyball.secrets.Filtered;
import io.flyball.secrets.SecretFilter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The last door before a provider: no secret that the filter knows leaves in a prompt, wherever it came from (an alert's
 * annotation, a goal, a person's answer). All texts of a conversation are seen together, so that what is recognised in one is
 * gone in all.
 */
final class WithoutSecrets {
    private final SecretFilter filter;

    WithoutSecrets(SecretFilter filter) {
        this.filter = filter;
    }

    /** The conversation as it may leave; the same secret of a run has the same placeholder in every call. */
    Conversation of(Conversation conversation, String runId) {
        Iterator<String> clean = filter.filter(runId, texts(conversation)).stream()
                .map(Filtered::text)
                .iterator();
        String system = clean.next();
        List<Message> messages = conversation.messages().stream()
                .map(message -> filled(message, clean))
                .toList();
        return new Conversation(system, messages, conversation.tools());
    }

    private static List<String> texts(Conversation conversation) {
        List<String> texts = new ArrayList<>();
        texts.add(conversation.system());
        for (Message message : conversation.messages()) {
            switch (message) {
                case Message.Told told -> texts.add(told.text());
                case Message.Said said -> texts.add(said.text());
                case Message.Called called -> called.calls().forEach(call -> texts.add(call.argumentsJson()));
                case Message.Returned returned -> returned.results().forEach(result -> texts.add(result.text()));
            }
        }
        return texts;
    }

    /** In the order in which the texts were taken. */
    private static Message filled(Message message, Iterator<String> clean) {
        return switch (message) {
            case Message.Told _ -> new Message.Told(clean.next());
            case Message.Said _ -> new Message.Said(clean.next());
            case Message.Called called ->
                new Message.Called(called.calls().stream()
                        .map(call -> new Message.Call(call.id(), call.name(), clean.next()))
                        .toList());
            case Message.Returned returned ->
                new Message.Returned(returned.results().stream()
                        .map(result -> new Message.CallResult(result.id(), result.name(), clean.next()))
                        .toList());
        };
    }
}
