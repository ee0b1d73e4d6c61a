package io.flyball.schemas.asyncapi;

import static java.util.stream.Collectors.joining;

import io.flyball.schemas.Topic;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The topics as a page for people: one table of all, then each record field by field. */
final class TopicsPage {

    private static final String HEAD = """
            # Topics

            Drawn from `schemas/` by `mvn -q -pl schemas compile exec:exec@draw-docs`; edit there, not here.
            The same for machines: [asyncapi.yaml](../asyncapi.yaml).

            Values are Avro in Confluent's wire format (a zero byte, the schema's id as four bytes, Avro binary), keys are
            strings. In the registry a topic's schema is the subject `<topic>-value`. How to publish and subscribe without
            any code of ours: [examples](../examples/README.md).

            | Topic | Key | Record | Written by | Read by | Kept |
            |---|---|---|---|---|---|
            """;

    private static final String FIELDS = """
            | Field | Type | Default | Meaning |
            |---|---|---|---|
            """;

    private TopicsPage() {}

    static String of(Contract contract) {
        Map<String, Schema> parts = new TreeMap<>();
        contract.records().values().forEach(record -> collect(record, parts));
        parts.keySet().removeAll(contract.records().keySet());
        return HEAD
                + contract.topics().stream().map(TopicsPage::row).collect(joining())
                + "\n## Records\n"
                + contract.topics().stream()
                        .map(contract::recordOf)
                        .map(TopicsPage::section)
                        .collect(joining())
                + "\n## Parts of records\n"
                + parts.values().stream().map(TopicsPage::section).collect(joining());
    }

    private static String row(Topic topic) {
        String name = topic.isPublic() ? "**" + topic.name() + "** (public)" : topic.name();
        return "| %s | %s | [%s](#%s) | %s | %s | %s |\n"
                .formatted(
                        name,
                        topic.key(),
                        topic.record(),
                        TypeText.anchor(topic.record()),
                        String.join(", ", topic.writtenBy()),
                        String.join(", ", topic.readBy()),
                        topic.compacted() ? "newest of each key" : topic.retention());
    }

    private static String section(Schema schema) {
        String head = "\n### " + schema.getName() + "\n\n" + schema.getDoc() + "\n\n";
        return switch (schema.getType()) {
            case ENUM -> head + "One of " + schema.getEnumSymbols().stream().collect(joining("`, `", "`", "`.\n"));
            default ->
                head
                        + FIELDS
                        + schema.getFields().stream().map(TopicsPage::field).collect(joining());
        };
    }

    private static String field(Schema.Field field) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(field.name(), TypeText.of(field.schema()), TypeText.defaultOf(field), field.doc());
    }

    private static void collect(Schema schema, Map<String, Schema> parts) {
        switch (schema.getType()) {
            case RECORD -> {
                if (parts.put(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), parts));
                }
            }
            case ENUM -> parts.put(schema.getName(), schema);
            case ARRAY -> collect(schema.getElementType(), parts);
            case MAP -> collect(schema.getValueType(), parts);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, parts));
            default -> {}
        }
    }
}
