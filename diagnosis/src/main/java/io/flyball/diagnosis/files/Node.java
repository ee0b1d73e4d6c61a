package io.flyball.diagnosis.files;

import io.flyball.diagnosis.InvalidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file that knows its line. */
record Node(Path file, org.snakeyaml.engine.v2.nodes.Node node) {

    /** Every document of that file. */
    static List<Node> read(Path file) {
        try {
            List<Node> documents = new ArrayList<>();
            new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                    .composeAllFromString(Files.readString(file))
                    .forEach(node -> documents.add(new Node(file, node)));
            return documents;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new InvalidFile(file + ":" + line + ": " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new InvalidFile(file + ":1: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    String place() {
        return file + ":" + (node.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }

    InvalidFile wrong(String why) {
        return new InvalidFile(place() + ": " + why);
    }

    /** What the value means; a complaint about it is told with its place. */
    <T> T as(Function<String, T> meaning) {
        try {
            return meaning.apply(text());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Its keys and values; no others than these are allowed. */
    SequencedMap<String, Node> keys(List<String> known) {
        SequencedMap<String, Node> keys = keys();
        keys.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw java.util.Objects.requireNonNull(keys.get(key))
                    .wrong("unknown key " + key + "; known are " + String.join(", ", known));
        });
        return keys;
    }

    SequencedMap<String, Node> keys() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys and values");
        }
        SequencedMap<String, Node> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new Node(file, tuple.getKeyNode()).text();
            if (keys.put(key, new Node(file, tuple.getValueNode())) != null) {
                throw wrong("the key " + key + " stands twice");
            }
        }
        return keys;
    }

    Node required(String key) {
        return Optional.ofNullable(keys().get(key)).orElseThrow(() -> wrong("the key " + key + " is missing"));
    }

    Optional<Node> optional(String key) {
        return Optional.ofNullable(keys().get(key));
    }

    /** The values of a list that may be missing. */
    List<Node> list(String key) {
        return optional(key).map(Node::list).orElse(List.of());
    }

    List<Node> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        return sequence.getValue().stream().map(each -> new Node(file, each)).toList();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            throw wrong("expected a text");
        }
        return scalar.getValue();
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("expected true or false");
        };
    }

    boolean isNumber() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT);
    }

    int number() {
        return as(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("expected a whole number, not " + text, e);
            }
        });
    }
}
