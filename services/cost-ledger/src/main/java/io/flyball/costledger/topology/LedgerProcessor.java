package io.flyball.costledger.topology;

import io.flyball.contract.DeadLetter;
import io.flyball.contract.Usage;
import io.flyball.costledger.config.LedgerProperties;
import io.flyball.costledger.ledger.Decision;
import io.flyball.costledger.ledger.Ledger;
import io.flyball.costledger.ledger.UsageRecord;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition of the ledger: entry, totals and offset are one transaction. */
final class LedgerProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(LedgerProcessor.class);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    /** Few enough that a sweep holds up nothing. */
    private static final int MOST_DROPPED = 5_000;

    private final Ledger ledger;
    private final LedgerSpans spans;
    private final Refusals refusals;
    private final LedgerProperties properties;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Books books;

    LedgerProcessor(Ledger ledger, LedgerSpans spans, Refusals refusals, LedgerProperties properties) {
        this.ledger = ledger;
        this.spans = spans;
        this.refusals = refusals;
        this.properties = properties;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        books = new Books(processorContext.getStateStore(Books.SEEN), processorContext.getStateStore(Books.TOTALS));
        processorContext.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> sweep(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        if (message.value() instanceof Usage usage) {
            spans.around(usage, message.headers(), () -> decide(message, usage));
        }
    }

    private Decision decide(Record<String, SpecificRecord> message, Usage record) {
        UsageRecord usage = UsageMapper.usage(record, Instant.ofEpochMilli(message.timestamp()));
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        Decision decision = ledger.decide(books().memory(usage.id(), now), usage);
        switch (decision) {
            case Decision.Recorded recorded -> {
                recorded.buckets().forEach(bucket -> books().add(BucketKey.of(bucket), recorded.amount()));
                books().remember(usage.id(), now);
            }
            case Decision.Repeated repeated -> log.debug("{}: {}", usage.id(), repeated.why());
            case Decision.Refused refused -> refuse(message, record, refused);
        }
        return decision;
    }

    private void refuse(Record<String, SpecificRecord> message, Usage record, Decision.Refused refused) {
        log.warn("usage {} is not counted: {}", record.getId(), refused.why());
        DeadLetter letter = refusals.letter(context().recordMetadata().orElseThrow(), message, refused.why());
        context()
                .forward(
                        new Record<>(message.key(), letter, message.timestamp()),
                        StreamEnds.sinkName(Topics.DEAD_LETTERS));
    }

    private void sweep(Instant now) {
        int dropped = books().forget(now.minus(properties.keepHours()), now.minus(properties.keepRuns()), MOST_DROPPED);
        if (dropped > 0) {
            log.info("dropped {} totals that are past their time", dropped);
        }
    }

    private ProcessorContext<String, SpecificRecord> context() {
        return Objects.requireNonNull(context);
    }

    private Books books() {
        return Objects.requireNonNull(books);
    }
}
