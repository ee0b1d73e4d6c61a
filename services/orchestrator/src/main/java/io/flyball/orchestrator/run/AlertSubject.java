package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about, in words by which a read can name it.
 *
 * @param words the service, and where the alert happens; what else the labels say if they tell neither; in lower case
 */
public record AlertSubject(List<String> words) {
    /** Nothing is known. */
    public static final AlertSubject NONE = new AlertSubject(List.of());

    private static final int WORDS = 12;
    private static final int LONGEST = 200;

    private static final Set<String> PLACES = Set.of(
            "instance",
            "host",
            "hostname",
            "host.name",
            "node",
            "namespace",
            "pod",
            "container",
            "deployment",
            "statefulset",
            "daemonset",
            "cronjob",
            "job_name",
            "persistentvolumeclaim",
            "device",
            "mountpoint",
            "database",
            "datname",
            "queue",
            "topic",
            "url",
            "target",
            "health_url");

    /** Labels that tell of the rule, or of who looked, and not of what is ill. */
    private static final Set<String> BESIDES = Set.of(
            "alertname",
            "alert_name",
            "severity",
            "priority",
            "level",
            "environment",
            "env",
            "stage",
            "service",
            "job",
            "prometheus",
            "monitor",
            "receiver");

    public AlertSubject {
        words = List.copyOf(words);
    }

    /** The subject of an alert of that service with those labels. */
    public static AlertSubject of(@Nullable String service, Map<String, String> labels) {
        Map<String, String> sorted = new TreeMap<>(labels);
        List<String> places = Stream.concat(
                        Stream.ofNullable(service),
                        sorted.entrySet().stream()
                                .filter(label -> PLACES.contains(plain(label.getKey())))
                                .flatMap(label -> place(label.getKey(), label.getValue())))
                .toList();
        List<String> told = places.stream().anyMatch(AlertSubject::names)
                ? places
                : sorted.entrySet().stream()
                        .filter(label -> !BESIDES.contains(label.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        return new AlertSubject(told.stream()
                .filter(AlertSubject::names)
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(WORDS)
                .toList());
    }

    private static String plain(String label) {
        return label.startsWith("exported_") ? label.substring("exported_".length()) : label;
    }

    /** An instance is named with and without its port. */
    private static Stream<String> place(String label, String value) {
        int port = value.lastIndexOf(':');
        boolean both = plain(label).equals("instance") && port > 0 && value.indexOf(':') == port;
        return both ? Stream.of(value, value.substring(0, port)) : Stream.of(value);
    }

    /** One character names nothing, and a long text is a description. */
    private static boolean names(String word) {
        return word.strip().length() > 1 && word.length() <= LONGEST;
    }

    /** The words that none of the others has; all of them if there are none such. */
    AlertSubject apartFrom(Stream<AlertSubject> others) {
        List<String> own = new ArrayList<>(words);
        others.forEach(other -> own.removeAll(other.words));
        return own.isEmpty() ? this : new AlertSubject(own);
    }

    /** What an action names, in lower case: its target, its arguments, what it verifies. */
    static String namedBy(ProposedAction action) {
        return Stream.concat(
                        Stream.of(Objects.requireNonNullElse(action.target(), ""), action.argumentsJson()),
                        action.verifies().stream())
                .reduce("", (all, part) -> all + "\n" + part)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a text in lower case is about it. */
    boolean isNamedIn(String text) {
        return words.isEmpty() || words.stream().anyMatch(word -> stands(word, text));
    }

    /** As a word of its own: {@code store} does not stand in {@code store-2}. */
    private static boolean stands(String word, String text) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (isEdge(text, at - 1) && isEdge(text, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0
                || at >= text.length()
                || !(Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-' || text.charAt(at) == '_');
    }
}
