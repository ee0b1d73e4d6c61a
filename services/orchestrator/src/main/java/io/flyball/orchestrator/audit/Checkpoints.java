package io.flyball.orchestrator.audit;

import io.flyball.schemas.audit.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Where signed heads of chains are kept, outside Kafka. */
public interface Checkpoints {

    /** How often the heads that changed are written. */
    Duration every();

    /** Whether these heads are kept, signed, now. */
    boolean write(Map<String, Head> heads, Instant at);
}
