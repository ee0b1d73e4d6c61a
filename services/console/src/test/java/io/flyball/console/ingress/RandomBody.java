package io.flyball.console.ingress;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies made of the words that sources use, put together wrongly, and of what is no JSON at all. */
public final class RandomBody {
    private static final List<String> WORDS = List.of(
            "alerts",
            "labels",
            "alertname",
            "status",
            "state",
            "event",
            "event_type",
            "data",
            "id",
            "incident",
            "messages",
            "Type",
            "Message",
            "TopicArn",
            "AlarmName",
            "NewStateValue",
            "Records",
            "Sns",
            "SigningCertURL",
            "SubscribeURL",
            "action",
            "alert",
            "alias",
            "alertId",
            "issue",
            "metric_alert",
            "title",
            "alert_id",
            "alert_scope",
            "alert_transition",
            "tags",
            "specversion",
            "source",
            "type",
            "ruleName",
            "ruleId",
            "evalMatches",
            "check_id",
            "current_state",
            "heartbeat",
            "fields",
            "key",
            "value",
            "startsAt",
            "endsAt",
            "truncatedAlerts",
            "project");
    private static final List<String> VALUES = List.of(
            "\"firing\"",
            "\"resolved\"",
            "\"incident.triggered\"",
            "\"Notification\"",
            "\"Create\"",
            "\"created\"",
            "\"ALARM\"",
            "\"1.0\"",
            "\"a:b,c:d,:,x:\"",
            "\"[Triggered on {host:a}] [\"",
            "\"\\ud800\"",
            "\"\"",
            "\"{\"",
            "null",
            "true",
            "-1",
            "1e308",
            "99999999999999999999999",
            "0.1",
            "[]",
            "{}",
            "[[[[1]]]]",
            "\"0001-01-01T00:00:00Z\"",
            "\"2026-13-41T99:00:00Z\"",
            "9223372036854775807",
            "\"" + "x".repeat(20_000) + "\"");
    private static final List<String> BROKEN = List.of(
            "",
            "{",
            "[",
            "nonsense",
            "\"text\"",
            "7",
            "null",
            "[null]",
            "[[]]",
            "{\"a\":}",
            "\u0000",
            "[".repeat(5_000));

    private RandomBody() {}

    /** One of them. */
    public static String of(Random random) {
        return random.nextInt(12) == 0 ? pick(BROKEN, random) : value(random, 4);
    }

    private static String value(Random random, int depth) {
        if (depth == 0 || depth < 4 && random.nextInt(3) == 0) {
            return pick(VALUES, random);
        }
        return random.nextInt(6) == 0 ? array(random, depth) : object(random, depth);
    }

    private static String object(Random random, int depth) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> "\"" + pick(WORDS, random) + "\": " + value(random, depth - 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String array(Random random, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> value(random, depth - 1))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
