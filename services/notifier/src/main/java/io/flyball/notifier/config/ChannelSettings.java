package io.flyball.notifier.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One channel.
 *
 * @param type what speaks on the other side
 * @param url where to post; a secret, so that it is text here: a failed conversion would be reported with the value
 * @param secret what webhooks are signed with, at least 16 characters; absent for Slack
 */
public record ChannelSettings(
        Type type, String url, @Nullable String secret) {
    private static final int SHORTEST_SECRET = 16;

    /** What speaks on the other side. */
    public enum Type {
        SLACK,
        WEBHOOK
    }

    public ChannelSettings {
        if (!mayBePostedTo(url)) {
            throw new IllegalArgumentException("url must be an https address (http only on this machine)");
        }
        if (type == Type.WEBHOOK && (secret == null || secret.length() < SHORTEST_SECRET)) {
            throw new IllegalArgumentException("secret must have at least " + SHORTEST_SECRET + " characters");
        }
    }

    /** The secret of a webhook. */
    public String requiredSecret() {
        return Objects.requireNonNull(secret, "a webhook has a secret");
    }

    /** Neither the address nor the secret. */
    @Override
    public String toString() {
        return "ChannelSettings[type=" + type + "]";
    }

    private static boolean mayBePostedTo(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isHere(uri.getHost()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Only names that need no look-up: what a name server answers may change. */
    private static boolean isHere(String host) {
        try {
            return host.equals("localhost")
                    || host.matches("[0-9.]+|\\[.*]")
                            && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
