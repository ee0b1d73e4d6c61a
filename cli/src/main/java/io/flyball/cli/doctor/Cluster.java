package io.flyball.cli.doctor;

import io.flyball.cli.doctor.LagCheck.Position;
import io.flyball.localstack.transactions.OpenTransaction;
import io.flyball.localstack.transactions.OpenTransactions;
import io.flyball.localstack.transactions.Sightings;
import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** One Kafka cluster, asked through its Admin. */
final class Cluster implements AutoCloseable {
    private static final int ONE_ANSWER_MILLIS = 5_000;
    /** Changelogs of the services that keep stores, unless somebody named the applications otherwise. */
    private static final Pattern CHANGELOG =
            Pattern.compile("(orchestrator|governor|cost-ledger|notifier)-.*-changelog");

    private final Admin admin;
    private final TopicCatalogue catalogue;

    Cluster(String kafka, TopicCatalogue catalogue) {
        this.catalogue = catalogue;
        admin = Admin.create(Map.of(
                "bootstrap.servers", kafka,
                "client.id", "flyball-doctor",
                "default.api.timeout.ms", ONE_ANSWER_MILLIS,
                "request.timeout.ms", ONE_ANSWER_MILLIS));
    }

    Finding brokers() throws ExecutionException, InterruptedException {
        int nodes = admin.describeCluster().nodes().get().size();
        return Finding.ok("broker", nodes + (nodes == 1 ? " broker answers" : " brokers answer"));
    }

    List<Finding> topics() throws ExecutionException, InterruptedException {
        Set<String> ours = existing();
        Map<ConfigResource, Config> configs = admin.describeConfigs(ours.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get();
        return TopicCheck.findings(
                catalogue,
                admin.describeTopics(ours).allTopicNames().get(),
                configs.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
    }

    private Set<String> existing() throws ExecutionException, InterruptedException {
        Set<String> all = admin.listTopics().names().get();
        return catalogue.topics().stream()
                .map(Topic::name)
                .filter(all::contains)
                .collect(Collectors.toSet());
    }

    /** Two looks at how far the readers of our topics have got, with that much time between them. */
    List<Finding> readers(Duration between) throws ExecutionException, InterruptedException {
        List<Position> first = positions();
        Map<TopicPartition, Long> ends = ends(first.stream()
                .flatMap(position -> position.read().keySet().stream())
                .collect(Collectors.toSet()));
        Thread.sleep(between);
        return LagCheck.findings(first, positions(), ends);
    }

    private List<Position> positions() throws ExecutionException, InterruptedException {
        Set<String> ours = existing();
        Map<String, ListConsumerGroupOffsetsSpec> groups =
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                        .filter(group ->
                                group.type().filter(GroupType.SHARE::equals).isEmpty())
                        .map(GroupListing::groupId)
                        .collect(Collectors.toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec()));
        List<Position> positions = new ArrayList<>();
        admin.listConsumerGroupOffsets(groups).all().get().forEach((group, offsets) -> {
            Map<TopicPartition, Long> read = offsets.entrySet().stream()
                    .filter(entry -> entry.getValue() != null
                            && ours.contains(entry.getKey().topic()))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
            if (!read.isEmpty()) {
                positions.add(new Position(group, read));
            }
        });
        return positions;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /**
     * What hangs on our topics: open at both of two looks, and unknown to every coordinator.
     *
     * @param patience between the looks; longer than any commit takes
     */
    List<OpenTransaction> hanging(Duration patience) throws ExecutionException, InterruptedException {
        OpenTransactions transactions = new OpenTransactions(admin);
        Clock clock = Clock.systemUTC();
        Sightings first = Sightings.none().after(transactions.look(), clock.instant());
        if (first.since().isEmpty()) {
            return List.of();
        }
        Thread.sleep(patience);
        Sightings second = first.after(transactions.look(), clock.instant());
        return Hanging.ours(transactions.hanging(second.suspects(patience, clock.instant())), this::isOurs);
    }

    private boolean isOurs(String topic) {
        return CHANGELOG.matcher(topic).matches()
                || catalogue.topics().stream().anyMatch(each -> each.name().equals(topic));
    }

    void abort(OpenTransaction transaction) throws ExecutionException, InterruptedException {
        new OpenTransactions(admin).abort(transaction);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
