package io.flyball.notifier;

import static io.flyball.notifier.Records.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import io.flyball.contract.NotificationKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class PoisonIT {

    @Test
    @DisplayName("RUN-25 a notification that cannot be kept is a dead letter; the next one is told")
    void goesOn(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        List<DeadLetter> letters = new CopyOnWriteArrayList<>();
        try (var notifier = new NotifierUnderTest(neighbours, folder);
                var wire = new RegistryWire(URI.create(neighbours.registryUrl()));
                var _ = NotifierApplication.start(notifier.settings("poison-it").toArray(String[]::new))) {
            notifier.slack.replies(200, "ok");
            var shelf = new Projection(neighbours.bootstrapServers(), "letters", wire)
                    .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add));
            shelf.start();
            notifier.send(
                    Topics.NOTIFICATIONS,
                    notification("poison:large", NotificationKind.BRIEFING, Instant.now())
                            .setBody("\u0000".repeat(900_000))
                            .build());
            notifier.send(
                    Topics.NOTIFICATIONS,
                    notification("poison:next", NotificationKind.BRIEFING, Instant.now())
                            .build());

            Await.that("the next one is told")
                    .until(() -> notifier.receiptsFor("poison:next").size() == 1);
            Await.that("a dead letter")
                    .until(() -> letters.stream()
                            .anyMatch(it -> it.getTopic().equals(Topics.NOTIFICATIONS)
                                    && it.getReason().contains("could be read, but not processed")));
            assertThat(notifier.receiptsFor("poison:large")).isEmpty();
            shelf.stop();
        }
    }
}
