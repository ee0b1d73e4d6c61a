package io.flyball.planner.model;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Who answers. */
public enum Provider {
    /** Nobody; runbooks decide. */
    NONE,
    ANTHROPIC,
    /** OpenAI, or whoever speaks the same. */
    OPENAI;

    /** Where it is unless configured. */
    URI address() {
        return switch (this) {
            case ANTHROPIC -> URI.create("https://api.anthropic.com");
            case OPENAI -> URI.create("https://api.openai.com/v1");
            case NONE -> throw new IllegalStateException("nobody has no address");
        };
    }

    /** The model of each tier unless configured. */
    Map<Tier, String> models() {
        return switch (this) {
            case ANTHROPIC -> models("claude-haiku-4-5", "claude-sonnet-4-6", "claude-opus-4-8");
            case OPENAI -> models("gpt-5-mini", "gpt-5.4-mini", "gpt-5.4");
            case NONE -> Map.of();
        };
    }

    /** What is critical gets the best there is, too. */
    private static Map<Tier, String> models(String simple, String moderate, String best) {
        return Map.of(Tier.SIMPLE, simple, Tier.MODERATE, moderate, Tier.COMPLEX, best, Tier.CRITICAL, best);
    }

    /** As price book and spans name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
