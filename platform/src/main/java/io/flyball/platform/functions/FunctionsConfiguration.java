package io.flyball.platform.functions;

import io.flyball.platform.publish.DeadLetterOffice;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** What a function says is {@link Unusable} goes to the suite's dead letters at once; after any other failure the record comes again, for as long as it takes. */
@AutoConfiguration
@ConditionalOnClass(ListenerContainerCustomizer.class)
@ConditionalOnProperty(FunctionsWhereWanted.WANTED)
class FunctionsConfiguration {
    private static final FixedBackOff AT_ONCE = new FixedBackOff(0, 0);

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> oneDeadLetterPath(DeadLetterOffice office) {
        return (container, _, _) -> container.setCommonErrorHandler(handler(office));
    }

    /** Without a pause of its own, Spring's handler would ask the function below for none, and try nothing again. */
    private static DefaultErrorHandler handler(DeadLetterOffice office) {
        var handler =
                new DefaultErrorHandler((record, failure) -> bury(office, record, Unusable.in(failure)), forEver());
        handler.setBackOffFunction((_, failure) -> Unusable.isIn(failure) ? AT_ONCE : forEver());
        return handler;
    }

    private static ExponentialBackOff forEver() {
        var backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(10_000);
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        return backOff;
    }

    private static void bury(DeadLetterOffice office, ConsumerRecord<?, ?> record, Throwable why) {
        try {
            office.accept(bytes(record), why);
        } catch (Exception e) {
            throw new IllegalStateException("the dead letter could not be written; the record is read again", e);
        }
    }

    /** The binder reads keys and values as bytes. */
    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<?, ?> record) {
        return (ConsumerRecord<byte[], byte[]>) record;
    }
}
