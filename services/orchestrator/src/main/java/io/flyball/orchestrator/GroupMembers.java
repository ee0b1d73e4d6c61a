package io.flyball.orchestrator;

import io.flyball.orchestrator.config.AttendanceProperties;
import io.flyball.orchestrator.run.Answerer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The members of the services' groups, as the broker names them. */
final class GroupMembers implements GroupWatch.Members, AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Admin admin;
    private final AttendanceProperties groups;

    GroupMembers(String bootstrapServers, AttendanceProperties groups) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers, "client.id", "orchestrator-groups"));
        this.groups = groups;
    }

    @Override
    public Optional<Boolean> present(Answerer who) throws Exception {
        return switch (who) {
            case PLANNER -> ofShareGroup(groups.planner());
            case EXECUTOR -> ofShareGroup(groups.executor());
            case GOVERNOR -> ofConsumerGroup(groups.governor());
        };
    }

    private Optional<Boolean> ofShareGroup(String group) throws Exception {
        var described = admin.describeShareGroups(List.of(group)).all();
        return any(described.thenApply(
                all -> all.values().stream().anyMatch(it -> !it.members().isEmpty())));
    }

    private Optional<Boolean> ofConsumerGroup(String group) throws Exception {
        var described = admin.describeConsumerGroups(List.of(group)).all();
        return any(described.thenApply(
                all -> all.values().stream().anyMatch(it -> !it.members().isEmpty())));
    }

    private static Optional<Boolean> any(KafkaFuture<Boolean> members) throws Exception {
        try {
            return Optional.of(members.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
