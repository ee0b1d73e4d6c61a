package io.flyball.bench.growth;

import io.flyball.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Takes away what earlier measurements have left, so that the number of past runs is what it is said to be. */
public final class Slate {
    /** Kafka deletes no records from these; a benchmark writes none. */
    private static final Set<String> COMPACTED = Set.of(Topics.CONTROL, Topics.MEMORY);

    private final String kafka;
    private final Path state;

    /**
     * The engine's past.
     *
     * @param state its state directory
     */
    public Slate(String kafka, Path state) {
        this.kafka = kafka;
        this.state = state;
    }

    /** Empties topics and changelogs; the engine must not run meanwhile. Where it went on reading stays. */
    public void wipe() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            List<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> !COMPACTED.contains(name) && !name.startsWith("__"))
                    .toList();
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get();
            List<NewTopic> changelogs = new ArrayList<>();
            List<TopicPartition> logs = new ArrayList<>();
            topics.forEach((name, topic) -> {
                if (name.endsWith(Traces.CHANGELOG)) {
                    changelogs.add(new NewTopic(name, topic.partitions().size(), (short) 1)
                            .configs(Map.of("cleanup.policy", "compact")));
                } else {
                    topic.partitions().forEach(p -> logs.add(new TopicPartition(name, p.partition())));
                }
            });
            empty(admin, logs);
            replace(admin, changelogs);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot empty the topics", e.getCause());
        }
        delete();
    }

    private static void empty(Admin admin, List<TopicPartition> logs) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        logs.forEach(log -> latest.put(log, OffsetSpec.latest()));
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((log, end) -> all.put(log, RecordsToDelete.beforeOffset(end.offset())));
        admin.deleteRecords(all).all().get();
    }

    private static void replace(Admin admin, List<NewTopic> changelogs)
            throws ExecutionException, InterruptedException {
        List<String> names = changelogs.stream().map(NewTopic::name).toList();
        admin.deleteTopics(names).all().get();
        while (names.stream().anyMatch(name -> exists(admin, name))) {
            Thread.sleep(50);
        }
        admin.createTopics(changelogs).all().get();
    }

    private static boolean exists(Admin admin, String topic) {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            return !(e.getCause() instanceof UnknownTopicOrPartitionException);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void delete() {
        if (!Files.exists(state)) {
            return;
        }
        try (var files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
