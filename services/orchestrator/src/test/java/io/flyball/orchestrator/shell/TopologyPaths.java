package io.flyball.orchestrator.shell;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** Which topics a topology reads and writes, and which written topic can follow from which that is read. */
record TopologyPaths(Set<String> reads, Set<String> writes, Set<Path> paths) {
    /** A record of one topic may lead to a record of the other. */
    record Path(String from, String to) {}

    static TopologyPaths of(Topology topology) {
        TopologyDescription description = topology.describe();
        List<Source> sources = description.subtopologies().stream()
                .flatMap(sub -> sub.nodes().stream())
                .filter(Source.class::isInstance)
                .map(Source.class::cast)
                .toList();
        Set<Path> paths = sources.stream().flatMap(TopologyPaths::from).collect(Collectors.toSet());
        return new TopologyPaths(
                sources.stream().flatMap(source -> source.topicSet().stream()).collect(Collectors.toSet()),
                paths.stream().map(Path::to).collect(Collectors.toSet()),
                paths);
    }

    private static Stream<Path> from(Source source) {
        Set<Node> reached = new HashSet<>();
        reach(source.successors(), reached);
        return reached.stream()
                .filter(Sink.class::isInstance)
                .map(node -> ((Sink) node).topic())
                .flatMap(to -> source.topicSet().stream().map(topic -> new Path(topic, to)));
    }

    private static void reach(Collection<Node> from, Set<Node> reached) {
        for (Node node : from) {
            if (reached.add(node)) {
                reach(node.successors(), reached);
            }
        }
    }
}
