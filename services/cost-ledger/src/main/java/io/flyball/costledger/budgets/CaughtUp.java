package io.flyball.costledger.budgets;

import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a ledger has read all usage that there was when it is asked. */
final class CaughtUp implements BooleanSupplier {
    private static final Logger log = LoggerFactory.getLogger(CaughtUp.class);
    private static final int SECONDS = 10;
    private static final int PARTITIONS =
            TopicCatalogue.load().topic(Topics.USAGE).partitions();

    private final String kafka;
    private final String group;

    CaughtUp(String kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    @Override
    public boolean getAsBoolean() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, OffsetSpec.latest());
            Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(admin, OffsetSpec.earliest());
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(SECONDS, TimeUnit.SECONDS);
            return ends.entrySet().stream()
                    .allMatch(end -> isRead(end.getValue(), begins.get(end.getKey()), read.get(end.getKey())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("whether the ledger has read everything is not known: {}", e.toString());
            return false;
        }
    }

    private static boolean isRead(
            ListOffsetsResultInfo end, @Nullable ListOffsetsResultInfo begin, @Nullable OffsetAndMetadata here) {
        boolean nothingIsThere = begin != null && end.offset() == begin.offset();
        return nothingIsThere || here != null && here.offset() >= end.offset();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(Admin admin, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.USAGE, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> which));
        return admin.listOffsets(asked).all().get(SECONDS, TimeUnit.SECONDS);
    }
}
