package io.flyball.planner.provider;

import com.anthropic.models.messages.ToolChoice;
import com.anthropic.models.messages.ToolChoiceAuto;
import io.flyball.planner.model.LanguageModel;
import io.flyball.planner.model.ModelAccess;
import io.flyball.planner.model.ModelProperties;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/** Makes the model of the configured provider. Retrying is left to us: the libraries know no deadline and no stop. */
public final class Providers {
    private Providers() {}

    /** The model behind that access. */
    public static LanguageModel model(ModelAccess access, ModelProperties properties) {
        return switch (access.provider()) {
            case ANTHROPIC -> anthropic(access, properties);
            case OPENAI -> openai(access, properties);
            case NONE -> throw new IllegalArgumentException("nobody cannot be asked");
        };
    }

    private static LanguageModel anthropic(ModelAccess access, ModelProperties properties) {
        AnthropicChatOptions connection = AnthropicChatOptions.builder()
                .baseUrl(access.baseUrl().toString())
                .apiKey(access.key().value())
                .timeout(properties.callTimeout())
                .maxRetries(0)
                .build();
        WordlessAnswer wordless = new WordlessAnswer();
        AnthropicChatModel chat = AnthropicChatModel.builder()
                .options(connection)
                .httpClientBuilderCustomizer(http -> http.interceptor(wordless))
                .build();
        return new SpringAiModel(
                chat,
                (model, tools) -> AnthropicChatOptions.builder()
                        .model(model)
                        .maxTokens(properties.maxOutputTokens())
                        .toolCallbacks(tools)
                        .toolChoice(ToolChoice.ofAuto(ToolChoiceAuto.builder().build()))
                        .build(),
                new AnswerMapper(false),
                wordless);
    }

    private static LanguageModel openai(ModelAccess access, ModelProperties properties) {
        OpenAiChatOptions connection = OpenAiChatOptions.builder()
                .baseUrl(access.baseUrl().toString())
                // An empty key means that none is sent.
                .apiKey(access.key().value())
                .timeout(properties.callTimeout())
                .maxRetries(0)
                .build();
        return new SpringAiModel(
                OpenAiChatModel.builder().options(connection).build(),
                (model, tools) -> OpenAiChatOptions.builder()
                        .model(model)
                        .maxCompletionTokens(properties.maxOutputTokens())
                        .toolCallbacks(tools)
                        .build(),
                new AnswerMapper(true),
                new WordlessAnswer());
    }
}
