package io.flyball.drills.poison;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is sent, from the seed alone: sizes around every bound, depth, unicode, numbers, names, and whatever else JSON allows. */
final class Hostile {
    private static final List<Integer> LENGTHS =
            List.of(1, 499, 500, 501, 7_999, 8_000, 8_001, 31_999, 32_000, 32_001, 200_000, 600_000, 900_000, 990_000);
    private static final List<String> NAMES = List.of(
            "agent.alerts",
            "agent.dead-letters",
            "__consumer_offsets",
            "../../etc/passwd",
            "to-agent.dead-letters",
            "run-1/00001",
            "%1F",
            "\\u001f",
            "\\u0000",
            "\\ud800",
            "\\udc00\\ud800",
            "\\ud83d\\ude00",
            "\\u202e\\u200b",
            "flyball:emergency_stop",
            "{}",
            "null");
    private static final List<String> NUMBERS = List.of(
            "1e308",
            "-0.0",
            "0.1e-400",
            "1e-2147483648",
            "9223372036854775808",
            "123456789012345678901234567890.123456789012345678901234567890",
            "true");

    private final PoisonSettings settings;

    Hostile(PoisonSettings settings) {
        this.settings = settings;
    }

    /** The body of that number. */
    Body body(int number) {
        String name = settings.name("poison", number);
        List<IntFunction<Body>> kinds = List.of(
                turn -> text(name, turn),
                turn -> manyLabels(name, turn),
                turn -> longNames(name, turn),
                turn -> unicode(name, turn),
                turn -> numbers(name, turn),
                turn -> twice(name),
                turn -> deep(name, turn),
                turn -> names(name, turn),
                turn -> inputs(name, turn),
                turn -> goal(name, turn),
                turn -> manyAlerts(name, turn),
                turn -> deployment(name, turn),
                turn -> times(name, turn));
        int kind = number % kinds.size();
        return kinds.get(kind).apply(number / kinds.size() + start(kind));
    }

    /** Where a kind begins to walk through its values: each value has its turn before one comes again, whatever the seed. */
    private int start(int kind) {
        return new Random(settings.seed() * 31 + kind).nextInt(LENGTHS.size());
    }

    private static Body text(String name, int turn) {
        int length = pick(LENGTHS, turn);
        return alert("a text of " + length, name, "", "\"description\":\"" + "x".repeat(length) + "\"");
    }

    private static Body manyLabels(String name, int turn) {
        int count = pick(List.of(199, 200, 201, 5_000), turn);
        String labels = IntStream.range(0, count)
                .mapToObj(i -> "\"label" + i + "\":\"value " + i + "\"")
                .collect(Collectors.joining(","));
        return alert(count + " labels", name, labels, "");
    }

    private static Body longNames(String name, int turn) {
        int length = pick(LENGTHS, turn);
        return alert("a label's name of " + length, name, "\"" + "n".repeat(length) + "\":\"v\"", "");
    }

    private static Body unicode(String name, int turn) {
        int length = pick(List.of(1, 100, 5_000, 40_000), turn);
        return alert(
                "lone surrogates and NUL, " + length,
                name,
                "\"odd\":\"" + "\\u0000\\ud800\\udc00\\udfff".repeat(length) + "\"",
                "\"odd\\u0000\":\"\\ud800\"");
    }

    private static Body numbers(String name, int turn) {
        String number = pick(NUMBERS, turn);
        return alert("the number " + number, name, "\"number\":" + number, "\"number\":" + number);
    }

    private static Body twice(String name) {
        return alert("keys twice", name, "\"twice\":\"a\",\"twice\":\"b\"", "\"twice\":\"a\",\"twice\":\"b\"");
    }

    private static Body deep(String name, int turn) {
        int depth = pick(List.of(2, 400, 499, 1_000, 100_000), turn);
        return alert("nested " + depth + " deep", name, "\"deep\":" + "[".repeat(depth) + "]".repeat(depth), "");
    }

    private static Body names(String name, int turn) {
        String odd = pick(NAMES, turn);
        return own(
                "the name " + odd,
                "{\"name\":\"" + odd + " \",\"source\":\"drill\",\"fingerprint\":\"" + name + odd + "\",\"service\":\""
                        + name + odd + "\",\"environment\":\"drill\",\"labels\":{\"key\":\"" + name + "\"}}");
    }

    private static Body inputs(String name, int turn) {
        int length = pick(LENGTHS, turn);
        return run("inputs of " + length, name, "", "\"text\":\"" + "x".repeat(length) + "\"");
    }

    private static Body goal(String name, int turn) {
        int length = pick(List.of(3_000, 3_999, 4_000, 4_001, 900_000), turn);
        return run("a goal of " + length, name, "g".repeat(length), "");
    }

    private static Body manyAlerts(String name, int turn) {
        int count = pick(List.of(2, 50, 1_001), turn);
        String alerts = IntStream.range(0, count)
                .mapToObj(i -> one(name + "-" + i, name, "\"number\":\"" + i + "\"", ""))
                .collect(Collectors.joining(","));
        return own(count + " alerts", "[" + alerts + "]");
    }

    private static Body deployment(String name, int turn) {
        int length = pick(List.of(1_999, 2_000, 2_001, 900_000), turn);
        return new Body(
                "a deployment with " + length,
                "/deployments",
                "{\"service\":\"" + name + "\",\"description\":\"" + "d".repeat(length) + "\"}",
                false);
    }

    private static Body times(String name, int turn) {
        String time = pick(
                List.of(
                        "1970-01-21T10:54:28Z",
                        "+58000-01-01T00:00:00Z",
                        "2999-01-01T00:00:00Z",
                        "0001-01-01T00:00:00Z"),
                turn);
        return own("the time " + time, one(name, name, "", "").replaceFirst("\\{", "{\"startsAt\":\"" + time + "\","));
    }

    private static Body alert(String what, String name, String labels, String annotations) {
        return own(what, one(name, name, labels, annotations));
    }

    private static String one(String fingerprint, String service, String labels, String annotations) {
        return "{\"name\":\"FlyballDrill\",\"source\":\"drill\",\"fingerprint\":\"" + fingerprint + "\",\"service\":\""
                + service + "\",\"environment\":\"drill\",\"labels\":{\"key\":\"" + service + "\""
                + (labels.isEmpty() ? "" : "," + labels) + "},\"annotations\":{" + annotations + "}}";
    }

    private static Body own(String what, String json) {
        return new Body(what, "/alerts", json, true);
    }

    private static Body run(String what, String name, String goal, String inputs) {
        return new Body(
                what,
                "/runs",
                "{\"goal\":\"" + (goal.isEmpty() ? "go" : goal) + "\",\"agent\":\"drill\",\"environment\":\"drill\","
                        + "\"inputs\":{\"key\":\"" + name + "\"" + (inputs.isEmpty() ? "" : "," + inputs) + "}}",
                true);
    }

    private static <T> T pick(List<T> all, int turn) {
        return all.get(turn % all.size());
    }
}
