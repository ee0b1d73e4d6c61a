package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two versions can share the work only if they split it alike: Kafka Streams gives out tasks by number and input topics, as its leader's
 * topology has them.
 */
class ReleasedTopologyTest extends TopologyHarness {
    private static final Path SHAPES = Path.of("src/test/resources/topologies");
    private static final Path PAGE = Path.of("../../docs/how-to/upgrade.md");

    static Stream<String> released() throws IOException {
        return Files.readAllLines(Path.of("../../drills/released.txt")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, 8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("released")
    @DisplayName(
            "RUN-23 from each released version either both may run side by side, or the page on upgrades says that all stop first")
    void sideBySideOrStopped(String release) throws IOException {
        Path recorded = SHAPES.resolve(release + ".txt");
        boolean alike = Files.exists(recorded) && Files.readString(recorded).equals(shape());
        boolean stopped = Files.readString(PAGE).contains("| " + release + " | stop all orchestrators first |");

        assertThat(stopped)
                .as("%s splits the work %s today's version:%n%s", release, alike ? "as" : "otherwise than", shape())
                .isNotEqualTo(alike);
    }

    private String shape() {
        return topology().describe().subtopologies().stream()
                .map(ReleasedTopologyTest::lines)
                .collect(Collectors.joining());
    }

    private static String lines(Subtopology part) {
        return "%d%n  reads %s%n  keeps %s%n".formatted(part.id(), topics(part), stores(part));
    }

    private static List<String> topics(Subtopology part) {
        return part.nodes().stream()
                .filter(Source.class::isInstance)
                .flatMap(node -> ((Source) node).topicSet().stream())
                .sorted()
                .toList();
    }

    private static List<String> stores(Subtopology part) {
        return part.nodes().stream()
                .filter(Processor.class::isInstance)
                .flatMap(node -> ((Processor) node).stores().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
