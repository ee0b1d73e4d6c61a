package io.flyball.governor.policyfiles;

import io.flyball.governor.policy.ArgvPattern;
import io.flyball.governor.policy.Condition;
import io.flyball.governor.policy.OperationPattern;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Values that are checked where they stand in the file, so that a mistake is told with its own line. */
final class Checked {
    private Checked() {}

    /** An expression over an action. */
    static final class When extends ValueDeserializer<Condition> {
        @Override
        public Condition deserialize(JsonParser parser, DeserializationContext context) {
            return check(parser, Condition.class, parser.getValueAsString(""), Condition::of);
        }
    }

    /** The name of an operation. */
    static final class Operation extends ValueDeserializer<OperationPattern> {
        @Override
        public OperationPattern deserialize(JsonParser parser, DeserializationContext context) {
            return check(parser, OperationPattern.class, parser.getValueAsString(""), OperationPattern::of);
        }
    }

    /** The words of a command. */
    static final class Argv extends ValueDeserializer<ArgvPattern> {
        @Override
        public ArgvPattern deserialize(JsonParser parser, DeserializationContext context) {
            List<String> words = List.of(context.readValue(parser, String[].class));
            return check(parser, ArgvPattern.class, words, ArgvPattern::of);
        }
    }

    private static <V, T> T check(JsonParser parser, Class<T> type, V value, Function<V, T> reading) {
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException e) {
            throw MismatchedInputException.from(parser, type, e.getMessage());
        }
    }
}
