package io.flyball.notifier.metrics;

import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.wire.RegistryUnavailable;
import io.flyball.platform.wire.Unreadable;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** What a function cannot read or count goes to the suite's dead letters; while the registry is away it is tried again. */
@Configuration(proxyBeanMethods = false)
class FunctionErrors {
    private static final FixedBackOff AT_ONCE = new FixedBackOff(0, 0);

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> oneDeadLetterPath(DeadLetterOffice office) {
        return (container, _, _) -> container.setCommonErrorHandler(handler(office));
    }

    private static DefaultErrorHandler handler(DeadLetterOffice office) {
        var handler = new DefaultErrorHandler((record, failure) -> bury(office, record, failure), AT_ONCE);
        handler.setBackOffFunction((_, failure) -> isPassing(failure) ? forEver() : AT_ONCE);
        return handler;
    }

    /** Nothing but the registry is asked for while a function works. */
    private static boolean isPassing(Throwable failure) {
        return failure instanceof RegistryUnavailable || (failure.getCause() != null && isPassing(failure.getCause()));
    }

    private static ExponentialBackOff forEver() {
        var backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(10_000);
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        return backOff;
    }

    private static void bury(DeadLetterOffice office, ConsumerRecord<?, ?> record, Exception failure) {
        try {
            office.accept(bytes(record), cause(failure));
        } catch (Exception e) {
            throw new IllegalStateException("the dead letter could not be written; the record is read again", e);
        }
    }

    /** The binder reads keys and values as bytes. */
    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<?, ?> record) {
        return (ConsumerRecord<byte[], byte[]>) record;
    }

    /** Messages arrive wrapped several times; why it could not be read is what a reader of dead letters wants to know. */
    private static Throwable cause(Throwable failure) {
        Throwable inner = failure.getCause();
        return inner == null || inner instanceof Unreadable ? Objects.requireNonNullElse(inner, failure) : cause(inner);
    }
}
