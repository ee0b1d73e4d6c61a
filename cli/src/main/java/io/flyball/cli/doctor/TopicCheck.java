package io.flyball.cli.doctor;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;

/** Whether the topics of a cluster are as the catalogue says; pure. */
final class TopicCheck {
    /** Older versions made three partitions for these; the orchestrator takes what comes from each. */
    private static final Set<String> MORE_ARE_FINE = Set.of(Topics.ALERTS, Topics.RUN_REQUESTS, Topics.DEPLOYMENTS);

    private TopicCheck() {}

    /**
     * One finding for all topics that are right, one for each that is not.
     *
     * @param described the cluster's topics by name; others than the suite's do not matter
     * @param configs their settings by name
     */
    static List<Finding> findings(
            TopicCatalogue catalogue, Map<String, TopicDescription> described, Map<String, Config> configs) {
        List<Finding> wrong = new ArrayList<>();
        for (Topic topic : catalogue.topics()) {
            TopicDescription found = described.get(topic.name());
            if (found == null) {
                wrong.add(Finding.problem("topic " + topic.name(), "is missing; flyball up makes it"));
            } else {
                differences(topic, found, configs.get(topic.name()))
                        .forEach(text -> wrong.add(Finding.problem("topic " + topic.name(), text)));
            }
        }
        return wrong.isEmpty()
                ? List.of(Finding.ok("topics", catalogue.topics().size() + " topics are as the catalogue says"))
                : wrong;
    }

    private static List<String> differences(Topic topic, TopicDescription found, @Nullable Config config) {
        List<String> texts = new ArrayList<>();
        int partitions = found.partitions().size();
        if (partitions < topic.partitions()
                || partitions > topic.partitions() && !MORE_ARE_FINE.contains(topic.name())) {
            texts.add("has " + partitions + " partitions, and must have " + topic.partitions());
        }
        topic.config().forEach((name, wanted) -> {
            var entry = config == null ? null : config.get(name);
            String has = entry == null ? "nothing" : Objects.requireNonNullElse(entry.value(), "nothing");
            if (!parts(has).equals(parts(wanted))) {
                texts.add("has " + name + "=" + has + ", and should have " + wanted
                        + ": kafka-configs.sh --alter --topic " + topic.name() + " --add-config " + name + "="
                        + wanted);
            }
        });
        return texts;
    }

    private static Set<String> parts(String list) {
        return Set.of(list.split(",")).stream().map(String::strip).collect(Collectors.toSet());
    }
}
