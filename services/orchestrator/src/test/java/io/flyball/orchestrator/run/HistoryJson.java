package io.flyball.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Histories as lines that a person can read: each event with what the machine made of it. */
final class HistoryJson {
    private static final JsonMapper JSON = mapper();

    private HistoryJson() {}

    /**
     * One line.
     *
     * @param state the state after the event; "none" once it is forgotten
     * @param commands what was decided, by name; a fact is told by its own name
     */
    record Line(RunEvent event, String why, String state, List<String> commands) {
        static Line of(RunEvent event, Decision decision) {
            RunState next = decision.next();
            return new Line(
                    event,
                    decision.why(),
                    next == null ? "none" : next.getClass().getSimpleName(),
                    decision.commands().stream().map(Line::name).toList());
        }

        /** Recorded histories are never written again, so what was renamed since keeps the name that they know. */
        private static String name(RunCommand command) {
            return switch (command) {
                case RunCommand.Tell tell -> "Tell " + tell.fact().getClass().getSimpleName();
                case RunCommand.KeepStep _ -> "KeepTurn";
                default -> command.getClass().getSimpleName();
            };
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        for (Class<?> sealed : List.of(RunEvent.class, Plan.Wants.class)) {
            builder.addMixIn(sealed, Named.class);
            leaves(sealed).forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName())));
        }
        return builder.build();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(HistoryJson::leaves);
    }

    static String write(Line line) {
        return JSON.writeValueAsString(line);
    }

    static Line read(String line) {
        return JSON.readValue(line, Line.class);
    }
}
