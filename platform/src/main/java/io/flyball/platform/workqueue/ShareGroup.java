package io.flyball.platform.workqueue;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The share group's settings, at the broker and at the client. */
final class ShareGroup {
    private static final String MOST_DELIVERIES = "group.share.max.delivery.count.limit";

    private ShareGroup() {}

    /**
     * Group settings live at the broker; every member sets the same, so the order does not matter.
     *
     * @return the number of the delivery after which the broker drops a record without a word
     */
    static int configure(String bootstrapServers, WorkQueueSettings settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            int last = Math.max(mostDeliveries(admin), settings.deliveryLimit() + 1);
            var group = new ConfigResource(ConfigResource.Type.GROUP, settings.group());
            admin.incrementalAlterConfigs(Map.of(
                            group,
                            List.of(
                                    // A record sent before the first worker came is work all the same.
                                    set("share.auto.offset.reset", "earliest"),
                                    // What an aborted transaction wrote was never said.
                                    set("share.isolation.level", "read_committed"),
                                    set(
                                            "share.record.lock.duration.ms",
                                            Long.toString(settings.lock().toMillis())),
                                    // Deliveries to the dead count as well, and the broker drops what reaches its
                                    // limit.
                                    set("share.delivery.count.limit", Integer.toString(last)))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            return last;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot configure share group " + settings.group() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int mostDeliveries(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        Node node = admin.describeCluster()
                .nodes()
                .get(30, TimeUnit.SECONDS)
                .iterator()
                .next();
        var broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(Set.of(broker)).all().get(30, TimeUnit.SECONDS);
        Config config = configs.values().iterator().next();
        return Integer.parseInt(config.get(MOST_DELIVERIES).value());
    }

    static KafkaShareConsumer<byte[], byte[]> consumer(
            String bootstrapServers, WorkQueueSettings settings, int worker) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("group.id", settings.group());
        properties.put("client.id", settings.group() + "-" + worker);
        properties.put("share.acknowledgement.mode", "explicit");
        // By default the broker hands a producer's whole batch to one consumer.
        properties.put("share.acquire.mode", "record_limit");
        properties.put("max.poll.records", 1);
        // A record is answered with at once; this is only how often is asked when there is none.
        properties.put("fetch.max.wait.ms", 1_000);
        // A worker that waits for its turn does not poll, and stays a member all the same.
        properties.put("max.poll.interval.ms", Integer.MAX_VALUE);
        var consumer = new KafkaShareConsumer<byte[], byte[]>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(settings.topic()));
        return consumer;
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
