package io.flyball.console.outbox;

import io.flyball.platform.publish.Publisher;
import io.flyball.secrets.SecretFilter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Component;

/** Sends without secrets, and returns once all in-sync replicas have what was sent. For threads that may wait. */
@Component
public final class Outbox {
    /** A little over what the producer itself allows. */
    private static final long PATIENCE_SECONDS = 20;

    private final Publisher publisher;
    private final WholeBatch batch;
    private final WithoutSecrets secrets;

    Outbox(Publisher publisher, WholeBatch batch, SecretFilter secrets) {
        this.publisher = publisher;
        this.batch = batch;
        this.secrets = new WithoutSecrets(secrets);
    }

    /**
     * Sends one record.
     *
     * @throws KafkaException if Kafka has not acknowledged it; whether it was written is then not known
     * @throws io.flyball.platform.wire.RegistryUnavailable if its schema's id cannot be asked
     */
    public void send(Message written) {
        Message message = secrets.of(written);
        await(publisher.send(message.topic(), message.key(), message.record()));
    }

    /**
     * Sends all of them or none, as readers of committed records see it.
     *
     * @throws KafkaException if Kafka has not acknowledged all of them
     * @throws io.flyball.platform.wire.RegistryUnavailable if a schema's id cannot be asked
     */
    public void sendAll(List<Message> messages) {
        if (messages.size() == 1) {
            send(messages.getFirst());
        } else {
            batch.send(messages.stream().map(secrets::of).toList());
        }
    }

    static void await(CompletableFuture<?> acknowledged) {
        try {
            acknowledged.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
