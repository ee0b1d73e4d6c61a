package io.flyball.notifier.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels and how long they are tried.
 *
 * @param slackWebhook Slack's incoming webhook, a secret; absent means no Slack
 * @param webhookUrl address of the signed webhook; absent means none
 * @param webhookSecret what the webhook's bodies are signed with; required with an address
 * @param retryFor how long a channel that does not answer is tried before the next one is
 * @param consoleUrl where people answer; absent means that messages carry no link to it
 */
@ConfigurationProperties("flyball.notifier")
public record NotifierProperties(
        @Nullable URI slackWebhook,
        @Nullable URI webhookUrl,
        @Nullable String webhookSecret,
        @DefaultValue("24h") Duration retryFor,
        @Nullable URI consoleUrl) {

    public NotifierProperties {
        if (webhookUrl != null && (webhookSecret == null || webhookSecret.isBlank())) {
            throw new IllegalArgumentException("flyball.notifier.webhook-secret is required with a webhook-url");
        }
        if (!retryFor.isPositive()) {
            throw new IllegalArgumentException("flyball.notifier.retry-for must be positive");
        }
    }
}
