package io.flyball.costledger.budgets;

import io.flyball.contract.Usage;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import io.flyball.spending.RedisCounters;
import io.lettuce.core.RedisException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what calls may have cost whose planner died: as usage, estimated and marked, under the id that the planner would have
 * used, so that it counts once whoever tells it.
 */
final class AbandonedCalls implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(AbandonedCalls.class);
    private static final int AT_ONCE = 100;
    private static final int ACKNOWLEDGED_WITHIN_SECONDS = 20;

    private final RedisCounters counters;
    private final Publisher publisher;
    private final Wire wire;

    AbandonedCalls(RedisCounters counters, Publisher publisher, Wire wire) {
        this.counters = counters;
        this.publisher = publisher;
        this.wire = wire;
    }

    /** What cannot be done now is done at a later look. */
    @Override
    public void run() {
        try {
            for (String record : counters.abandoned(AT_ONCE)) {
                tell(record);
                counters.told(record);
            }
        } catch (RedisException e) {
            log.debug("abandoned calls are told later: {}", e.toString());
        } catch (RuntimeException e) {
            log.warn("abandoned calls cannot be told now, and are told later", e);
        }
    }

    private void tell(String record) {
        try {
            Usage usage = wire.decode(Topics.USAGE, Base64.getDecoder().decode(record), Usage.class);
            publisher
                    .send(Topics.USAGE, usage.getPrincipal(), usage)
                    .orTimeout(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join();
            log.warn("{} was abandoned; it counts with its most", usage.getId());
        } catch (Unreadable e) {
            log.error("an abandoned call cannot be read, and counts nowhere: {}; it was {}", e.toString(), record);
        }
    }
}
