package io.flyball.planner.model;

import io.flyball.planner.plan.Delegated;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.OutsideText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of a call whose schema has been checked; what a model writes for people is shown without invisible characters. */
final class Fields {
    private Fields() {}

    static Optional<String> text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(OutsideText.visible(text).strip())
                : Optional.empty();
    }

    static String needed(Map<String, Object> fields, String name) {
        return text(fields, name).orElse("");
    }

    static List<String> texts(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof List<?> values
                ? values.stream().map(String::valueOf).map(OutsideText::visible).toList()
                : List.of();
    }

    /** The steps of a delegation. */
    static List<Delegated> delegated(Map<String, Object> fields) {
        return fields.get("steps") instanceof List<?> steps
                ? steps.stream()
                        .map(step -> object(Map.of("step", step), "step"))
                        .map(step -> new Delegated(
                                needed(step, "name"),
                                needed(step, "agent"),
                                needed(step, "goal"),
                                texts(step, "dependsOn")))
                        .toList()
                : List.of();
    }

    /** What a read must show. One that cannot be compared is left out: the read is then no evidence, and the model is told so. */
    static List<Expectation> expectations(Map<String, Object> fields) {
        if (!(fields.get("expects") instanceof List<?> all)) {
            return List.of();
        }
        List<Expectation> expectations = new ArrayList<>();
        for (Object one : all) {
            Map<String, Object> said = object(Map.of("one", one), "one");
            try {
                expectations.add(new Expectation(
                        Expectation.Kind.valueOf(needed(said, "kind")), String.valueOf(said.get("text"))));
            } catch (IllegalArgumentException _) {
                return List.of();
            }
        }
        return expectations;
    }

    static double fraction(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    static int wholeNumber(Map<String, Object> fields, String name, int otherwise) {
        return fields.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    static boolean flag(Map<String, Object> fields, String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    static Map<String, Object> object(Map<String, Object> fields, String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (fields.get(name) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return object;
    }
}
