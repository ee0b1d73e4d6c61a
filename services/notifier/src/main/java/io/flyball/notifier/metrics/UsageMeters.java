package io.flyball.notifier.metrics;

import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;

/** What models were asked for, in the suite's own words and in those of OpenTelemetry's conventions for generative AI. */
@Component
final class UsageMeters {
    private static final String UNKNOWN = "unknown";
    private static final String AGENT = "agent_name";
    private static final String MODEL = "model";

    private final MeterRegistry registry;

    UsageMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void used(Usage usage) {
        if (usage.getKind() == UsageKind.MODEL_CALL) {
            TokenCount tokens = possible(usage);
            count(usage, "input", tokens.getInput());
            count(usage, "output", tokens.getOutput());
            count(usage, "cache_read", tokens.getCacheRead());
            count(usage, "cache_write", tokens.getCacheWrite());
            if (tokens.getCacheRead() > 0) {
                registry.counter("agent.cache.hits", "cache_type", "prompt").increment();
            }
            generative(usage);
        }
    }

    /** A counter would swallow a number below nothing, and nobody would hear of it. */
    private static TokenCount possible(Usage usage) {
        TokenCount tokens = usage.getTokens();
        long least = LongStream.of(tokens.getInput(), tokens.getOutput(), tokens.getCacheRead(), tokens.getCacheWrite())
                .min()
                .orElse(0);
        if (least < 0) {
            throw new IllegalArgumentException("usage " + usage.getId() + " has " + least + " tokens");
        }
        return tokens;
    }

    private void count(Usage usage, String type, long tokens) {
        registry.counter("agent.tokens", AGENT, usage.getAgent(), MODEL, model(usage), "type", type)
                .increment(tokens);
    }

    private void generative(Usage usage) {
        Timer.builder("gen_ai.client.operation.duration")
                .tags("gen_ai.operation.name", "chat")
                .tags("gen_ai.provider.name", Objects.requireNonNullElse(usage.getProvider(), UNKNOWN))
                .tags("gen_ai.request.model", model(usage))
                .register(registry)
                .record(Duration.ofMillis(usage.getDurationMillis()));
        tokens(usage, "input").record(usage.getTokens().getInput());
        tokens(usage, "output").record(usage.getTokens().getOutput());
    }

    private DistributionSummary tokens(Usage usage, String type) {
        return DistributionSummary.builder("gen_ai.client.token.usage")
                .tags("gen_ai.operation.name", "chat")
                .tags("gen_ai.provider.name", Objects.requireNonNullElse(usage.getProvider(), UNKNOWN))
                .tags("gen_ai.request.model", model(usage))
                .tags("gen_ai.token.type", type)
                .register(registry);
    }

    private static String model(Usage usage) {
        return Objects.requireNonNullElse(usage.getModel(), UNKNOWN);
    }
}
