package io.flyball.platform.publish;

import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.platform.streams.Crier;
import io.flyball.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Tells people, through the notifications, that a service's threads keep dying and that it does not get on. */
public final class DeathNotice implements Crier {
    private final Publisher publisher;
    private final Clock clock;

    public DeathNotice(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<?> threadsKeepDying(String application, Instant since, String complaint) {
        return publisher.send(Topics.NOTIFICATIONS, application, notice(application, since, complaint));
    }

    private Notification notice(String application, Instant since, String complaint) {
        String id = application + ":threads-keep-dying:" + since.toEpochMilli();
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant("default")
                .setSubject(application)
                .setKind(NotificationKind.ESCALATION)
                .setSeverity("critical")
                .setTitle("The " + application + " does not get on: its threads keep dying")
                .setBody(complaint
                        + "\n\nIt starts again by itself, with pauses of up to a minute. Look at its log, and at the dead letters"
                        + " (flyball dead-letters).")
                .setFields(Map.of("service", application, "since", since.toString()))
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
