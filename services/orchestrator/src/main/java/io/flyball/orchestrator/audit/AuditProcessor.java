package io.flyball.orchestrator.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditFact;
import io.flyball.platform.publish.EventHeaders;
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

/** One task's chains: fact in, entry with its place out, both in one transaction, so that no place is given twice. */
public final class AuditProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Duration FORGET_EVERY = Duration.ofHours(6);

    private final EventHeaders headers;
    private final Checkpoints checkpoints;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable AuditChains chains;
    private @Nullable Unsigned unsigned;

    public AuditProcessor(EventHeaders headers, Checkpoints checkpoints) {
        this.headers = headers;
        this.checkpoints = checkpoints;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        AuditChains own = new AuditChains(processorContext.getStateStore(AuditChains.STORE));
        chains = own;
        // Nothing says what a process that stopped, however long ago, had not signed yet. So every end is signed anew.
        unsigned = new Unsigned(own.heads());
        processorContext.schedule(checkpoints.every(), PunctuationType.WALL_CLOCK_TIME, _ -> sign());
        processorContext.schedule(FORGET_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> own.forget(now()));
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        AuditFact fact = (AuditFact) message.value();
        String chain = Chaining.chain(fact);
        AuditChains own = Objects.requireNonNull(chains);
        if (Chaining.append(own.end(chain), fact, now())
                instanceof Chaining.Placed.Appended(AuditEntry entry, ChainEnd next)) {
            own.put(chain, next);
            Objects.requireNonNull(unsigned).add(chain, next.head());
            forward(chain, entry);
        }
    }

    private void forward(String chain, AuditEntry entry) {
        Instant at = now();
        var record = new Record<String, SpecificRecord>(chain, entry, at.toEpochMilli(), headers.of(chain, entry, at));
        Objects.requireNonNull(context).forward(record, StreamEnds.sinkName(Topics.AUDIT));
    }

    private void sign() {
        Objects.requireNonNull(unsigned).settled(heads -> checkpoints.write(heads, now()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(Objects.requireNonNull(context).currentSystemTimeMs());
    }
}
