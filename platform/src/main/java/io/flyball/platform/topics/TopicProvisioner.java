package io.flyball.platform.topics;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of the catalogue; the same code in every environment. Existing topics are left as they are. */
public final class TopicProvisioner {
    private final TopicCatalogue catalogue;
    private final short replication;
    private final int minInSync;

    /**
     * A provisioner for a cluster.
     *
     * @param replication copies of each partition
     * @param minInSync how many copies must have a record before it counts as acknowledged
     */
    public TopicProvisioner(TopicCatalogue catalogue, int replication, int minInSync) {
        this.catalogue = catalogue;
        this.replication = (short) replication;
        this.minInSync = minInSync;
    }

    /**
     * Makes what is missing and returns when it is there.
     *
     * @return the names of the topics that were made
     * @throws IllegalStateException if the cluster refuses or does not answer within 30 s
     */
    public List<String> provision(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing = catalogue.topics().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(this::describe)
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
            return missing.stream().map(NewTopic::name).toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return provision(bootstrapServers);
            }
            throw new IllegalStateException("cannot create topics: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer from Kafka at " + bootstrapServers + " within 30 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private NewTopic describe(Topic topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put("min.insync.replicas", Integer.toString(minInSync));
        return new NewTopic(topic.name(), topic.partitions(), replication).configs(config);
    }
}
