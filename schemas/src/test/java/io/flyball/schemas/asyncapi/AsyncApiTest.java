package io.flyball.schemas.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.evolution.SchemaFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

@DisplayName("CON-5 the AsyncAPI document keeps the standard's structure")
class AsyncApiTest {
    /** What AsyncAPI's Kafka binding 0.5.0 allows; the broker has settings that it does not name. */
    private static final Set<String> KNOWN_TO_THE_BINDING =
            Set.of("cleanup.policy", "retention.ms", "retention.bytes", "delete.retention.ms", "max.message.bytes");

    private static final Map<String, Object> TREE = AsyncApi.of(Contract.read(Path.of("")));
    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(Yaml.write(TREE));

    static List<Topic> topics() {
        return TopicCatalogue.load().topics();
    }

    @Test
    void yamlHoldsExactlyTheTree() {
        JsonMapper json = new JsonMapper();

        assertThat(json.writeValueAsString(DOCUMENT).equals(json.writeValueAsString(TREE)))
                .isTrue();
    }

    @Test
    void requiredFieldsAreThere() {
        assertThat(DOCUMENT.at("/asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(DOCUMENT.at("/info/title").asString()).isNotBlank();
        assertThat(DOCUMENT.at("/info/version").isString()).isTrue();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = DOCUMENT.findValues("$ref");

        assertThat(references)
                .isNotEmpty()
                .noneMatch(reference -> follow(reference).isMissingNode());
    }

    @Test
    void everyOperationUsesAMessageOfItsChannel() {
        assertThat(DOCUMENT.at("/operations").values()).isNotEmpty().allSatisfy(operation -> {
            String channel = operation.at("/channel/$ref").asString();
            assertThat(operation.at("/action").asString()).isIn("send", "receive");
            assertThat(operation.at("/messages").values())
                    .extracting(message -> message.at("/$ref").asString())
                    .allMatch(message -> message.startsWith(channel + "/messages/"));
        });
    }

    @Test
    void namesOfComponentsAreOfTheAllowedCharacters() {
        assertThat(DOCUMENT.at("/components").values())
                .allSatisfy(kind -> assertThat(kind.propertyNames()).allMatch(name -> name.matches("[a-zA-Z0-9._-]+")));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicIsAChannelWithItsPartitions(Topic topic) {
        JsonNode channel = channel(topic);

        assertThat(channel.at("/address").asString()).isEqualTo(topic.name());
        assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(channel.at("/bindings/kafka/topicConfiguration").propertyNames())
                .containsExactlyInAnyOrderElementsOf(topic.config().keySet().stream()
                        .filter(KNOWN_TO_THE_BINDING::contains)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyPayloadIsTheRecordsSchema(Topic topic) {
        JsonNode payload = follow(channel(topic).at("/messages/" + topic.record() + "/$ref"))
                .at("/payload");
        Schema written =
                SchemaFiles.topicRecords(Path.of(""), TopicCatalogue.load()).get(topic.record());

        assertThat(payload.at("/schemaFormat").asString()).isEqualTo("application/vnd.apache.avro;version=1.9.0");
        assertThat(SchemaParser.parseSingle(payload.at("/schema").toString())).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyWriterSendsAndEveryReaderReceives(Topic topic) {
        assertThat(who("send", topic)).containsExactlyInAnyOrderElementsOf(topic.writtenBy());
        assertThat(who("receive", topic)).containsExactlyInAnyOrderElementsOf(topic.readBy());
    }

    @Test
    @DisplayName("CON-3 the headers carry the trace and CloudEvents' attributes")
    void headersAreTold() {
        assertThat(DOCUMENT.at("/components/schemas/Headers/properties").propertyNames())
                .contains(
                        "traceparent",
                        "tracestate",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_specversion",
                        "ce_time",
                        "ce_subject");
    }

    private static List<String> who(String action, Topic topic) {
        return DOCUMENT.at("/operations").values().stream()
                .filter(operation -> operation.at("/action").asString().equals(action))
                .filter(operation -> follow(operation.at("/channel/$ref")).equals(channel(topic)))
                .map(operation -> operation.at("/tags/0/name").asString())
                .toList();
    }

    private static JsonNode channel(Topic topic) {
        return DOCUMENT.at("/channels/" + Channels.id(topic));
    }

    private static JsonNode follow(JsonNode reference) {
        return DOCUMENT.at(reference.asString().substring(1));
    }
}
