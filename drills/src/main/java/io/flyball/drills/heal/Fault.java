package io.flyball.drills.heal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fault, as its file says it.
 *
 * @param name that of its folder
 * @param expects what a diagnosis must say: one cause, or each of several
 * @param alert what an alerting system says of it; absent where the folder has an alert.json
 * @param only {@code person} where nothing but handing over is right
 * @param needs what a machine must have for it: {@code root}, {@code postgres}
 * @param allows what healing may change beside what the fault did, as patterns with {@code *} over the snapshot's names
 */
record Fault(
        @JsonProperty(required = true) String name,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @JsonProperty(required = true)
        List<Kind> expects,

        @Nullable Told alert,
        @Nullable String only,
        @Nullable List<String> needs,
        @Nullable List<String> allows) {
    private static final String PERSON = "person";
    private static final String NOTHING_WRONG = "nothing-wrong";

    Fault {
        if (expects == null || expects.isEmpty() || expects.contains(null)) {
            throw new IllegalArgumentException("expects names no component and kind");
        }
        expects = List.copyOf(expects);
        if (only != null && !only.equals(PERSON)) {
            throw new IllegalArgumentException("only can be person, not " + only);
        }
        needs = needs == null ? List.of() : List.copyOf(needs);
        allows = allows == null ? List.of() : List.copyOf(allows);
    }

    /** A component and a kind of the published list. */
    record Kind(
            @JsonProperty(required = true) String component,
            @JsonProperty(required = true) String kind) {
        Kind {
            if (component == null || component.isBlank() || kind == null || kind.isBlank()) {
                throw new IllegalArgumentException("expects names no component and kind");
            }
        }

        @Override
        public String toString() {
            return component + "/" + kind;
        }
    }

    /** An alert in short. */
    record Told(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String service,
            @JsonProperty(required = true) String summary,
            @Nullable Map<String, String> labels) {
        Told {
            labels = labels == null ? Map.of() : Map.copyOf(labels);
        }
    }

    /** The causes that a diagnosis must name, and no other. */
    Set<String> causes() {
        return expects.stream().map(Kind::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    String expected() {
        return String.join(" ", causes());
    }

    boolean isForPerson() {
        return only != null;
    }

    /** Whether nothing is broken, so that the check is content all the time. */
    boolean isFalseAlarm() {
        return expects.stream().allMatch(each -> each.kind().equals(NOTHING_WRONG));
    }

    boolean allows(String thing) {
        return Objects.requireNonNull(allows).stream().anyMatch(pattern -> fits(pattern, thing));
    }

    private static boolean fits(String pattern, String thing) {
        StringBuilder form = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            form.append(form.isEmpty() ? "" : ".*").append(java.util.regex.Pattern.quote(part));
        }
        return thing.matches(form.toString());
    }
}
