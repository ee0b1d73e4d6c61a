package io.flyball.planner.provider;

import io.flyball.planner.model.LanguageModel;
import io.flyball.planner.model.ModelAnswer;
import io.flyball.planner.prompt.Conversation;
import io.flyball.planner.prompt.OfferedTool;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.tool.ToolCallback;

/** A model behind Spring AI's {@link ChatModel}, which hands tool calls back and executes none. */
final class SpringAiModel implements LanguageModel {
    private final ChatModel chat;
    private final BiFunction<String, List<ToolCallback>, ChatOptions> options;
    private final AnswerMapper answers;
    private final WordlessAnswer wordless;

    SpringAiModel(
            ChatModel chat,
            BiFunction<String, List<ToolCallback>, ChatOptions> options,
            AnswerMapper answers,
            WordlessAnswer wordless) {
        this.chat = chat;
        this.options = options;
        this.answers = answers;
        this.wordless = wordless;
    }

    @Override
    public ModelAnswer ask(String model, Conversation conversation) {
        List<ToolCallback> tools = conversation.tools().stream()
                .<ToolCallback>map(SpringAiModel::offer)
                .toList();
        try {
            wordless.forget();
            ChatResponse response =
                    chat.call(new Prompt(MessageMapper.messages(conversation), options.apply(model, tools)));
            return response.getResults().isEmpty() ? wordless.answer() : answers.answer(response);
        } catch (RuntimeException e) {
            throw ProviderFailure.of(e);
        }
    }

    private static OfferedToolCallback offer(OfferedTool tool) {
        return new OfferedToolCallback(tool);
    }
}
