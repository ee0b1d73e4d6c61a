package io.flyball.planner.runbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A value among a tool's arguments; its texts are templates. */
public sealed interface Argument {

    /** A text; always stays a text, whatever its references stand for. */
    record Text(Template template) implements Argument {}

    /** One argument of a program. */
    record ProgramArgument(Template template) implements Argument {}

    /** A number or a truth value. */
    record Fixed(Object value) implements Argument {}

    /** Several, in order. */
    record Several(List<Argument> values) implements Argument {
        public Several {
            values = List.copyOf(values);
        }
    }

    /** Several, by name. */
    record Named(Map<String, Argument> values) implements Argument {
        public Named {
            values = new LinkedHashMap<>(values);
        }

        Map<String, Object> renderAll(Values from) {
            Map<String, Object> rendered = new LinkedHashMap<>();
            values.forEach((name, value) -> rendered.put(name, value.render(from)));
            return rendered;
        }
    }

    /** The JSON value. */
    private Object render(Values from) {
        return switch (this) {
            case Text text -> text.template().exact(from);
            case ProgramArgument argument -> argument.template().argument(from);
            case Fixed fixed -> fixed.value();
            case Several several ->
                several.values().stream().map(value -> value.render(from)).toList();
            case Named named -> named.renderAll(from);
        };
    }

    /** Every template in it. */
    default Stream<Template> templates() {
        return switch (this) {
            case Text text -> Stream.of(text.template());
            case ProgramArgument argument -> Stream.of(argument.template());
            case Fixed _ -> Stream.empty();
            case Several several -> several.values().stream().flatMap(Argument::templates);
            case Named named -> named.values().values().stream().flatMap(Argument::templates);
        };
    }
}
