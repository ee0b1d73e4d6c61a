package io.flyball.planner.provider;

import com.anthropic.errors.AnthropicServiceException;
import com.openai.errors.OpenAIServiceException;
import io.flyball.planner.model.ProviderBusy;
import io.flyball.planner.model.ProviderRefused;
import io.flyball.planner.plan.OutsideText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a provider that is busy from one that will never answer this. */
final class ProviderFailure {
    private static final int MESSAGE = 300;

    private ProviderFailure() {}

    static RuntimeException of(RuntimeException failure) {
        return switch (failure) {
            case ProviderBusy busy -> busy;
            case AnthropicServiceException e ->
                answered(e, e.statusCode(), e.headers().values("retry-after"));
            case OpenAIServiceException e ->
                answered(e, e.statusCode(), e.headers().values("retry-after"));
            // No connection, an interrupted one, or an answer that is not in the provider's format.
            default -> new ProviderBusy(message(failure), failure.getClass().getSimpleName(), null, failure);
        };
    }

    private static RuntimeException answered(RuntimeException failure, int status, List<String> retryAfter) {
        return isPassing(status)
                ? new ProviderBusy(message(failure), Integer.toString(status), duration(retryAfter), failure)
                : new ProviderRefused(message(failure), Integer.toString(status), failure);
    }

    /** 529 is Anthropic's word for overloaded. */
    private static boolean isPassing(int status) {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    /** Seconds, as both providers send them. */
    private static @Nullable Duration duration(List<String> retryAfter) {
        try {
            return retryAfter.isEmpty()
                    ? null
                    : Duration.ofMillis(
                            (long) (Double.parseDouble(retryAfter.getFirst().strip()) * 1_000));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static String message(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String told = failure.getCause() == null
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + root.getMessage();
        return OutsideText.excerpt(told.replace('\n', ' '), MESSAGE);
    }
}
