package io.flyball.planner.runbookfiles;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.planner.runbook.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file that knows its line. */
record YamlValue(Path file, Node node) {

    /** The whole file as one value. */
    static YamlValue read(Path file) {
        try {
            return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                    .composeString(Files.readString(file))
                    .map(node -> new YamlValue(file, node))
                    .orElseThrow(() -> new InvalidCatalogue(file + ":1: is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new InvalidCatalogue(file + ":" + line + ": " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new InvalidCatalogue(file + ":1: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    Place place() {
        return new Place(file.toString(), node.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }

    InvalidCatalogue wrong(String why) {
        return new InvalidCatalogue(place() + ": " + why);
    }

    /** What the value means; a complaint about it is told with its place. */
    <T> T as(Function<String, T> meaning) {
        try {
            return meaning.apply(text());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    YamlSection section() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys and values");
        }
        return YamlSection.of(this, mapping);
    }

    List<YamlValue> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        return sequence.getValue().stream()
                .map(each -> new YamlValue(file, each))
                .toList();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            throw wrong("expected a text");
        }
        return scalar.getValue();
    }

    /** A number, a truth value or, where it is neither, the text. */
    Object scalar() {
        String text = text();
        if (node.getTag().equals(Tag.INT)) {
            return as(Long::parseLong);
        }
        if (node.getTag().equals(Tag.FLOAT)) {
            return as(Double::parseDouble);
        }
        return node.getTag().equals(Tag.BOOL) ? Boolean.valueOf(text) : text;
    }

    boolean flag() {
        return switch (scalar()) {
            case Boolean flag -> flag;
            default -> throw wrong("expected true or false");
        };
    }

    int wholeNumber(int least, int most) {
        if (!(scalar() instanceof Long number) || number < least || number > most) {
            throw wrong("expected a whole number from " + least + " to " + most);
        }
        return number.intValue();
    }

    double fraction() {
        if (!(scalar() instanceof Number number) || !(number.doubleValue() >= 0 && number.doubleValue() <= 1)) {
            throw wrong("expected a number from 0 to 1");
        }
        return number.doubleValue();
    }
}
