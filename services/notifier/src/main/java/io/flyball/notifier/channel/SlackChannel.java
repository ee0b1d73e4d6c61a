package io.flyball.notifier.channel;

import io.flyball.notifier.message.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** An incoming webhook of Slack. */
public final class SlackChannel implements Channel {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 2_900;

    private final URI webhook;
    private final HttpPost http = new HttpPost();

    public SlackChannel(URI webhook) {
        this.webhook = webhook;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Answer deliver(Message message) {
        return http.send(webhook, JSON.writeValueAsString(payload(message)), Map.of());
    }

    static Map<String, Object> payload(Message message) {
        String title = escape(message.title());
        List<Object> blocks = new ArrayList<>();
        blocks.add(section("*" + title + "*"));
        blocks.add(section(cut(escape(message.body()))));
        String fields = lines(message.fields(), "*%s:* %s");
        if (!fields.isEmpty()) {
            blocks.add(section(cut(fields)));
        }
        String links = lines(message.links(), "<%2$s|%1$s>");
        if (!links.isEmpty()) {
            blocks.add(section(cut(links)));
        }
        return Map.of("text", title, "blocks", blocks);
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text.isBlank() ? "-" : text));
    }

    private static String lines(Map<String, String> values, String format) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(values).forEach((name, value) -> lines.add(format.formatted(escape(name), escape(value))));
        return String.join("\n", lines);
    }

    /** Slack's three control characters; without them no text can mention a channel or forge a link. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ... (the rest is in the console)";
    }
}
