package io.flyball.planner.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model provider is asked, and how patiently.
 *
 * @param provider absent: the one whose key is given, Anthropic first
 * @param baseUrl absent: the provider's own; Anthropic's without {@code /v1}, OpenAI's with it
 * @param models by tier; tiers that are not named have the provider's default
 * @param anthropicApiKey from {@code ANTHROPIC_API_KEY} by default
 * @param openaiApiKey from {@code OPENAI_API_KEY} by default
 * @param apiKeyFile a file with the key, for mounted secrets; wins over the others
 * @param callTimeout how long one call may take
 * @param maxOutputTokens how long one answer may be
 * @param attempts how often a call is tried when the provider is busy or away
 * @param firstWait before the second attempt; doubled for each further one, with jitter
 * @param longestWait no wait is longer, also where the provider asks for more
 */
@ConfigurationProperties("flyball.planner")
public record ModelProperties(
        @Nullable Provider provider,
        @Nullable URI baseUrl,
        @DefaultValue Map<Tier, String> models,
        @DefaultValue("") ApiKey anthropicApiKey,
        @DefaultValue("") ApiKey openaiApiKey,
        @Nullable Path apiKeyFile,
        @DefaultValue("60s") Duration callTimeout,
        @DefaultValue("4096") int maxOutputTokens,
        @DefaultValue("4") int attempts,
        @DefaultValue("500ms") Duration firstWait,
        @DefaultValue("20s") Duration longestWait) {

    public ModelProperties {
        models = Map.copyOf(models);
        require(callTimeout.isPositive(), "call-timeout must be positive");
        require(maxOutputTokens > 0, "max-output-tokens must be positive");
        require(attempts > 0, "attempts must be positive");
        require(firstWait.isPositive(), "first-wait must be positive");
        require(longestWait.compareTo(firstWait) >= 0, "longest-wait must not be shorter than first-wait");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("flyball.planner." + rule);
        }
    }

    /** How a model can be reached; empty if none is configured. A key is not needed at an address of one's own. */
    public Optional<ModelAccess> access() {
        Provider chosen = chosen();
        if (chosen == Provider.NONE) {
            return Optional.empty();
        }
        ApiKey key = key(chosen);
        if (!key.isGiven() && !(chosen == Provider.OPENAI && baseUrl != null)) {
            return Optional.empty();
        }
        Map<Tier, String> all = new EnumMap<>(chosen.models());
        all.putAll(models);
        return Optional.of(new ModelAccess(chosen, baseUrl == null ? chosen.address() : baseUrl, key, all));
    }

    private Provider chosen() {
        if (provider != null) {
            return provider;
        }
        if (anthropicApiKey.isGiven()) {
            return Provider.ANTHROPIC;
        }
        return openaiApiKey.isGiven() ? Provider.OPENAI : Provider.NONE;
    }

    private ApiKey key(Provider chosen) {
        if (apiKeyFile != null) {
            try {
                return ApiKey.valueOf(Files.readString(apiKeyFile));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read flyball.planner.api-key-file " + apiKeyFile, e);
            }
        }
        return chosen == Provider.ANTHROPIC ? anthropicApiKey : openaiApiKey;
    }
}
