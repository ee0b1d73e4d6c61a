package io.flyball.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CON-2 topics")
class TopicsTest {

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();

    static List<Topic> topics() {
        return CATALOGUE.topics();
    }

    @Test
    @DisplayName("CON-2 every topic that the suite promises is in the catalogue")
    void promisedTopicsAreThere() {
        assertThat(topics())
                .extracting(Topic::name)
                .contains(
                        "agent.alerts",
                        "agent.plan-requests",
                        "agent.plan-decisions",
                        "agent.action-proposals",
                        "agent.action-verdicts",
                        "agent.approval-requests",
                        "agent.approval-decisions",
                        "agent.tool-calls",
                        "agent.tool-results",
                        "agent.usage",
                        "agent.budget-events",
                        "agent.control",
                        "agent.run-events",
                        "agent.audit-facts",
                        "agent.audit",
                        "agent.notifications",
                        "agent.notification-receipts",
                        "agent.memory",
                        "agent.results",
                        "agent.dead-letters");
    }

    @Test
    @DisplayName(
            "CON-2 others publish alerts and subscribe to results, and control and memory keep the newest of each key")
    void publicAndCompactedTopicsAreThePromisedOnes() {
        assertThat(topics())
                .filteredOn(Topic::isPublic)
                .extracting(Topic::name)
                .containsExactly("agent.alerts", "agent.deployments", "agent.results");
        assertThat(topics())
                .filteredOn(Topic::compacted)
                .extracting(Topic::name)
                .containsExactly("agent.control", "agent.memory");
    }

    @Test
    @DisplayName("CON-5 the constants name the catalogue's topics, no more and no fewer")
    void constantsEqualTheCatalogue() {
        assertThat(constants())
                .containsExactlyElementsOf(topics().stream().map(Topic::name).toList());
    }

    @Test
    @DisplayName("CON-1 each topic has a record type of its own")
    void recordsAreDistinct() {
        assertThat(topics()).extracting(Topic::record).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("topics")
    @DisplayName("CON-1 each topic's record is a generated class")
    void recordIsGenerated(Topic topic) throws ClassNotFoundException {
        Class<?> generated = Class.forName(topic.schema().getFullName());

        assertThat(generated).isAssignableTo(SpecificRecord.class);
        assertThat(generated.getSimpleName()).isEqualTo(topic.record());
    }

    @ParameterizedTest
    @MethodSource("topics")
    @DisplayName("CON-2 each topic says who writes, who reads and what its key is")
    void entriesAreComplete(Topic topic) {
        assertThat(topic.name()).matches("agent\\.[a-z]+(-[a-z]+)*");
        assertThat(topic.key()).isNotBlank();
        assertThat(topic.visibility()).isIn("public", "internal");
        assertThat(topic.writtenBy()).isNotEmpty();
        assertThat(topic.readBy()).isNotEmpty();
    }

    @Test
    void unknownTopicIsNamed() {
        assertThatThrownBy(() -> CATALOGUE.topic("agent.gossip")).hasMessageContaining("agent.gossip");
    }

    private static List<String> constants() {
        return Stream.of(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(TopicsTest::value)
                .toList();
    }

    private static String value(java.lang.reflect.Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
