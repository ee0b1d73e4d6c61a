package io.flyball.planner.runbookfiles;

import io.flyball.catalogue.InvalidCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Keys and values of a YAML file. */
record YamlSection(YamlValue whole, SequencedMap<String, YamlValue> values, SequencedMap<String, YamlValue> keys) {

    static YamlSection of(YamlValue whole, MappingNode mapping) {
        SequencedMap<String, YamlValue> values = new LinkedHashMap<>();
        SequencedMap<String, YamlValue> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue key = new YamlValue(whole.file(), tuple.getKeyNode());
            if (values.put(key.text(), new YamlValue(whole.file(), tuple.getValueNode())) != null) {
                throw key.wrong("the key " + key.text() + " stands twice");
            }
            keys.put(key.text(), key);
        }
        return new YamlSection(whole, values, keys);
    }

    /**
     * Allows no other keys than these.
     *
     * @throws InvalidCatalogue naming the first that is not among them
     */
    YamlSection only(List<String> known) {
        for (String key : keys.sequencedKeySet()) {
            if (!known.contains(key)) {
                throw key(key).wrong("unknown key " + key + "; known are " + String.join(", ", known));
            }
        }
        return this;
    }

    /** The key itself, for its line. */
    YamlValue key(String key) {
        return Optional.ofNullable(keys.get(key)).orElse(whole);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<YamlValue> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    YamlValue required(String key) {
        return optional(key).orElseThrow(() -> whole.wrong("the key " + key + " is missing"));
    }

    /** The values of a list that may be missing. */
    List<YamlValue> list(String key) {
        return optional(key).map(YamlValue::list).orElse(List.of());
    }

    /** One value, or several as a list. */
    List<YamlValue> oneOrMore(String key) {
        return optional(key)
                .map(value -> value.isList() ? value.list() : List.of(value))
                .orElse(List.of());
    }

    /** Which of these keys it has. */
    List<String> among(List<String> candidates) {
        List<String> found = new ArrayList<>(candidates);
        found.removeIf(key -> !has(key));
        return found;
    }
}
