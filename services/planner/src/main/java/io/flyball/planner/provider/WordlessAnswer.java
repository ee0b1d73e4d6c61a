package io.flyball.planner.provider;

import io.flyball.planner.model.ModelAnswer;
import io.flyball.planner.model.ProviderBusy;
import io.flyball.planner.model.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer without any content, as a refusal can be, comes out of Spring AI as nothing at all: no stop reason, no tokens.
 * This looks at Anthropic's answers as they pass, so that a refusal is known by its name and paid for.
 */
final class WordlessAnswer implements Interceptor {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MOST = 64 * 1024;

    private final ThreadLocal<@Nullable String> seen = new ThreadLocal<>();

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            // The body can be read once; this is a copy of its beginning.
            seen.set(response.peekBody(MOST).string());
        }
        return response;
    }

    void forget() {
        seen.remove();
    }

    /**
     * The answer that had no content.
     *
     * @throws ProviderBusy if nothing of it can be read
     */
    ModelAnswer answer() {
        try {
            JsonNode body = JSON.readTree(Objects.requireNonNullElse(seen.get(), "{}"));
            if (body.path("stop_reason").isString()) {
                return read(body);
            }
            throw empty(null);
        } catch (JacksonException e) {
            throw empty(e);
        } finally {
            seen.remove();
        }
    }

    private static ModelAnswer read(JsonNode body) {
        JsonNode usage = body.path("usage");
        return new ModelAnswer(
                body.path("id").asString(""),
                body.path("model").asString(""),
                "",
                List.of(),
                body.path("stop_reason").stringValue(),
                new Tokens(
                        usage.path("input_tokens").asLong(0),
                        usage.path("output_tokens").asLong(0),
                        usage.path("cache_read_input_tokens").asLong(0),
                        usage.path("cache_creation_input_tokens").asLong(0)));
    }

    private static ProviderBusy empty(@Nullable JacksonException cause) {
        return new ProviderBusy(
                "the provider's answer is empty",
                "empty_answer",
                null,
                cause == null ? new IOException("empty") : cause);
    }
}
