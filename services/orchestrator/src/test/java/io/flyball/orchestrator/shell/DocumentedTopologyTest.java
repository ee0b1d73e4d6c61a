package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.shell.TopologyPaths.Path;
import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the pages and the topic catalogue say of the orchestrator is what its topology does. */
class DocumentedTopologyTest extends TopologyHarness {
    private static final String SERVICE = "orchestrator";

    /** From: | 3 | agent.admission-inputs | orchestrator: admission | agent.run-admissions | ... | */
    private static final Pattern HOP =
            Pattern.compile("^\\| \\d+ \\| (\\S+) \\| ([a-z -]+?)(?:: [^|]*)? \\| (\\S+) \\|", Pattern.MULTILINE);

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();

    /** Signs and receipts come from the platform's part in each worker, not from its topology. */
    private static final Set<String> BY_EVERY_WORKER = Set.of(Topics.WORKERS, Topics.HALT_RECEIPTS);

    private record Hop(String reads, String who, String writes) {}

    @Test
    @DisplayName(
            "CON-5 the topic catalogue names the orchestrator as reader of what its topology reads, and of nothing else")
    void reads() {
        assertThat(paths().reads()).isEqualTo(named(Topic::readBy));
    }

    @Test
    @DisplayName(
            "CON-5 the topic catalogue names the orchestrator as writer of what its topology writes, and of nothing else")
    void writes() {
        Set<String> written = named(Topic::writtenBy);
        written.removeAll(BY_EVERY_WORKER);
        assertThat(paths().writes()).isEqualTo(written);
    }

    @Test
    @DisplayName("CON-2 the alert that architecture.md follows goes where the topology and the catalogue say")
    void hops() throws IOException {
        List<Hop> hops = hops(Files.readString(java.nio.file.Path.of("../../docs/architecture.md")));

        assertThat(hops).hasSizeGreaterThan(8);
        assertThat(hops.stream().filter(hop -> hop.who().equals(SERVICE)))
                .isNotEmpty()
                .allSatisfy(hop -> assertThat(paths().paths()).contains(new Path(hop.reads(), hop.writes())));
        assertThat(hops.stream().filter(hop -> !hop.who().equals(SERVICE)))
                .isNotEmpty()
                .allSatisfy(DocumentedTopologyTest::isInCatalogue);
        assertThat(hops.stream().map(Hop::reads))
                .as("every hop reads what was written before")
                .isSubsetOf(hops.stream()
                        .flatMap(hop -> List.of(hop.reads(), hop.writes()).stream())
                        .toList());
    }

    @Test
    @DisplayName("CON-2 the README names every topic that the topology reads or writes")
    void readme() throws IOException {
        String readme = Files.readString(java.nio.file.Path.of("README.md"));

        assertThat(paths().reads()).allSatisfy(topic -> assertThat(readme).contains(topic));
        assertThat(paths().writes()).allSatisfy(topic -> assertThat(readme).contains(topic));
    }

    private TopologyPaths paths() {
        return TopologyPaths.of(topology());
    }

    private static Set<String> named(Function<Topic, List<String>> names) {
        return CATALOGUE.topics().stream()
                .filter(topic -> names.apply(topic).contains(SERVICE)
                        || names.apply(topic).contains("all"))
                .map(Topic::name)
                .collect(Collectors.toSet());
    }

    private static List<Hop> hops(String page) {
        return HOP.matcher(page)
                .results()
                .map(row -> new Hop(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    private static void isInCatalogue(Hop hop) {
        if (!hop.reads().equals("HTTP")) {
            assertThat(CATALOGUE.topic(hop.reads()).readBy()).containsAnyOf(hop.who(), "all");
        }
        assertThat(CATALOGUE.topic(hop.writes()).writtenBy())
                .containsAnyOf(hop.who(), "all", "every service that acts");
    }
}
