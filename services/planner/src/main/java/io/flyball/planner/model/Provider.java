package io.flyball.planner.model;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who answers. */
public enum Provider {
    /** Nobody; runbooks decide. */
    NONE(null, Map.of()),
    ANTHROPIC(
            "https://api.anthropic.com",
            Map.of(
                    Tier.SIMPLE, "claude-haiku-4-5",
                    Tier.MODERATE, "claude-sonnet-4-6",
                    Tier.COMPLEX, "claude-opus-4-8",
                    Tier.CRITICAL, "claude-opus-4-8")),
    /** OpenAI, or whoever speaks the same. */
    OPENAI(
            "https://api.openai.com/v1",
            Map.of(
                    Tier.SIMPLE, "gpt-5-mini",
                    Tier.MODERATE, "gpt-5.4-mini",
                    Tier.COMPLEX, "gpt-5.4",
                    Tier.CRITICAL, "gpt-5.4"));

    private final @Nullable String address;
    private final Map<Tier, String> models;

    Provider(@Nullable String address, Map<Tier, String> models) {
        this.address = address;
        this.models = models;
    }

    /** Where it is unless configured. */
    URI address() {
        if (address == null) {
            throw new IllegalStateException("nobody has no address");
        }
        return URI.create(address);
    }

    /** The model of each tier unless configured. */
    Map<Tier, String> models() {
        return models;
    }

    /** As price book and spans name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
