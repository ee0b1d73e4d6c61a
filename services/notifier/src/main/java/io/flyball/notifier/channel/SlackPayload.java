package io.flyball.notifier.channel;

import io.flyball.notifier.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A message in Slack's Block Kit: header, text, facts, links. Limits are Slack's. */
final class SlackPayload {
    private static final int HEADER = 150;
    private static final int SECTION = 3_000;
    private static final int FIELDS = 10;
    private static final int FIELD = 2_000;

    private SlackPayload() {}

    static Map<String, Object> of(Message message) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Map.of("type", "header", "text", plain(start(title(message), HEADER))));
        if (!message.body().isBlank()) {
            blocks.add(Map.of("type", "section", "text", markup(SlackBody.of(message, SECTION))));
        }
        if (!message.fields().isEmpty()) {
            blocks.add(Map.of("type", "section", "fields", fields(message)));
        }
        if (!message.links().isEmpty()) {
            blocks.add(Map.of("type", "context", "elements", List.of(markup(links(message)))));
        }
        return Map.of("text", SlackText.escape(title(message)), "blocks", blocks);
    }

    private static String title(Message message) {
        return mark(message.severity()) + message.title();
    }

    /** Severity is a word too, so that nobody has to tell colours apart. */
    private static String mark(String severity) {
        return switch (severity) {
            case "critical" -> "\uD83D\uDD34 CRITICAL: ";
            case "warning" -> "\uD83D\uDFE1 ";
            default -> "";
        };
    }

    private static List<Map<String, Object>> fields(Message message) {
        return message.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(FIELDS)
                .map(field -> markup(SlackText.start(
                        "*" + SlackText.escape(field.getKey()) + "*\n" + SlackText.escape(field.getValue()), FIELD)))
                .toList();
    }

    private static String links(Message message) {
        return message.links().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(link -> SlackText.link(link.getKey(), link.getValue()))
                .collect(Collectors.joining("  \u00b7  "));
    }

    private static Map<String, Object> plain(String text) {
        return Map.of("type", "plain_text", "text", text);
    }

    private static Map<String, Object> markup(String text) {
        return Map.of("type", "mrkdwn", "text", text);
    }

    private static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 4)) ? most - 4 : most - 3;
        return text.substring(0, end) + "...";
    }
}
