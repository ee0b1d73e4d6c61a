package io.flyball.platform.workqueue;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The share group's settings, at the broker and at the client. */
final class ShareGroup {
    private ShareGroup() {}

    /** Group settings live at the broker; every member sets the same, so the order does not matter. */
    static void configure(String bootstrapServers, WorkQueueSettings settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
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
                                    // One more than ours: at its own limit the broker drops a record without a word.
                                    set("share.delivery.count.limit", Integer.toString(settings.deliveryLimit() + 1)))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot configure share group " + settings.group() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
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
        properties.put("fetch.max.wait.ms", 500);
        var consumer = new KafkaShareConsumer<byte[], byte[]>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(settings.topic()));
        return consumer;
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
