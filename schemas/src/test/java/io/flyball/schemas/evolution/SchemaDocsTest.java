package io.flyball.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CON-1 every field is documented: what it is, its unit, when it is absent")
class SchemaDocsTest {

    /** Whole numbers that count something their documentation names; all others are durations or money. */
    private static final Set<String> COUNTS = Set.of(
            "sequence",
            "epoch",
            "auditEntries",
            "fence",
            "outputLength",
            "used",
            "limit",
            "before",
            "offset",
            "tokens",
            "input",
            "output",
            "cacheRead",
            "cacheWrite");

    private static final Collection<Schema> TYPES =
            SchemaFiles.all(Path.of("src/main/avro")).values();

    static Stream<Schema> types() {
        return TYPES.stream();
    }

    static Stream<Arguments> fields() {
        return TYPES.stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .flatMap(type -> type.getFields().stream().map(field -> Arguments.of(type.getName(), field)));
    }

    static Stream<Arguments> nullableFields() {
        return fields().filter(field -> field(field).schema().isNullable());
    }

    static Stream<Arguments> timestamps() {
        return fields().filter(field -> value(field(field)).getLogicalType() instanceof LogicalTypes.TimestampMillis);
    }

    static Stream<Arguments> wholeNumbers() {
        return fields().filter(field -> value(field(field)).getType() == Schema.Type.LONG)
                .filter(field -> value(field(field)).getLogicalType() == null);
    }

    static List<Topic> topics() {
        return TopicCatalogue.load().topics();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsDocumented(Schema type) {
        assertThat(type.getDoc()).as(type.getName()).isNotBlank().endsWith(".");
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    void everyFieldIsDocumented(String type, Schema.Field field) {
        assertThat(field.doc()).isNotBlank().endsWith(".");
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("nullableFields")
    void everyNullableFieldSaysWhenItIsAbsentAndIsSoByDefault(String type, Schema.Field field) {
        assertThat(field.doc()).contains("absent");
        assertThat(field.hasDefaultValue()).isTrue();
        assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("timestamps")
    void everyTimestampNamesItsUnit(String type, Schema.Field field) {
        assertThat(field.doc()).contains("milliseconds since the epoch, UTC");
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("wholeNumbers")
    void everyDurationAndAmountNamesItsUnit(String type, Schema.Field field) {
        if (field.name().endsWith("Millis")) {
            assertThat(field.doc()).contains("milliseconds");
        } else if (field.name().endsWith("Micros")) {
            assertThat(field.doc()).contains("millionths of a US dollar");
        } else {
            assertThat(COUNTS)
                    .as("a duration ends with Millis, money with Micros")
                    .contains(field.name());
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    @DisplayName("CON-1 the generated class has the schema of the file")
    void generatedClassesFollowTheFiles(Topic topic) {
        Schema file =
                SchemaFiles.topicRecords(Path.of(""), TopicCatalogue.load()).get(topic.record());

        assertThat(SchemaNormalization.toParsingForm(topic.schema()))
                .isEqualTo(SchemaNormalization.toParsingForm(file));
    }

    private static Schema.Field field(Arguments arguments) {
        return (Schema.Field) arguments.get()[1];
    }

    private static Schema value(Schema.Field field) {
        return field.schema().getType() == Schema.Type.UNION && field.schema().isNullable()
                ? field.schema().getTypes().getLast()
                : field.schema();
    }
}
