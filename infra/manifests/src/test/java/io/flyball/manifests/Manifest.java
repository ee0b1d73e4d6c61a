package io.flyball.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One object of Kubernetes, as YAML gives it. */
record Manifest(Map<String, Object> fields) {
    String kind() {
        return String.valueOf(fields.get("kind"));
    }

    String apiVersion() {
        return String.valueOf(fields.get("apiVersion"));
    }

    String name() {
        return String.valueOf(at("metadata", "name"));
    }

    /** The value at that path; null if something on the way is not there. */
    Object at(String... path) {
        Object value = fields;
        for (String step : path) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    /** The pod that a workload makes; empty for what makes none. */
    Map<?, ?> pod() {
        return at("spec", "template", "spec") instanceof Map<?, ?> pod
                        && !apiVersion().contains("strimzi")
                ? pod
                : Map.of();
    }

    List<Map<?, ?>> containers() {
        return maps(pod().get("containers")).toList();
    }

    /** Every map below a value, at whatever depth. */
    static Stream<Map<?, ?>> everyMap(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                Stream.concat(Stream.of(map), map.values().stream().flatMap(Manifest::everyMap));
            case List<?> list -> list.stream().flatMap(Manifest::everyMap);
            case null, default -> Stream.of();
        };
    }

    static Stream<Map<?, ?>> maps(Object list) {
        return list instanceof List<?> all ? all.stream().map(each -> (Map<?, ?>) each) : Stream.of();
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
