package io.flyball.platform.streams;

import io.flyball.platform.log.LogFields;
import io.flyball.platform.wire.Wire;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A processor whose work on one record counts as a whole or not at all. What it writes is taken back if any of it is impossible: state that
 * has moved on while its records are lost would never be noticed. The failure then goes to {@link ToDeadLetters}.
 */
final class AllOrNothing implements Processor<String, SpecificRecord, String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(AllOrNothing.class);

    private final Function<Attempts, Processor<String, SpecificRecord, String, SpecificRecord>> inner;
    private final Wire wire;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable Work work;
    private @Nullable WorkContext workContext;
    private @Nullable Processor<String, SpecificRecord, String, SpecificRecord> processor;

    AllOrNothing(Function<Attempts, Processor<String, SpecificRecord, String, SpecificRecord>> inner, Wire wire) {
        this.inner = inner;
        this.wire = wire;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        work = new Work(processorContext, wire, ToDeadLetters.sizes(processorContext.appConfigs()));
        begin();
        work.finish();
    }

    private void begin() {
        var fresh = new WorkContext(Objects.requireNonNull(context), work(), this::punctuate);
        var made = inner.apply(work());
        made.init(fresh);
        workContext = fresh;
        processor = made;
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        try (LogFields _ = LogFields.of(message.value())) {
            run(() -> Objects.requireNonNull(processor).process(message)).ifPresent(why -> {
                throw why;
            });
        }
    }

    /** There is no record that could go to the dead letters; the next time comes by itself. */
    private void punctuate(Punctuator punctuator, long now) {
        run(() -> punctuator.punctuate(now))
                .ifPresent(why -> log.error("what time has brought could not be done, and is tried again", why));
    }

    private Optional<RuntimeException> run(Runnable step) {
        boolean[] begun = {false};
        Optional<RuntimeException> failure = work().attempt(() -> {
            try {
                step.run();
            } catch (Unprocessable e) {
                work().finish();
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                begun[0] = work().isBegun();
                throw e;
            }
        });
        work().finish();
        if (begun[0]) {
            beginAnew();
        }
        return failure;
    }

    /** Its memory may be ahead of its stores, so it has to read them again. */
    private void beginAnew() {
        Objects.requireNonNull(workContext).cancelSchedules();
        Objects.requireNonNull(processor).close();
        begin();
    }

    private Work work() {
        return Objects.requireNonNull(work);
    }

    @Override
    public void close() {
        if (processor != null) {
            processor.close();
        }
    }
}
