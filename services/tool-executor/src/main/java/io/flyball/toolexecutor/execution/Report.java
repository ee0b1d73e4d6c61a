package io.flyball.toolexecutor.execution;

import io.flyball.contract.AuditFact;
import io.flyball.platform.publish.Publisher;
import io.flyball.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what happens: for the audit, on agent.tool-results and on agent.usage. Saying it again does no harm. */
final class Report {
    private static final Logger log = LoggerFactory.getLogger(Report.class);

    /** An outage is waited for: what was done must not stay unsaid. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int SECONDS_TO_SEND = 20;

    private final Publisher publisher;
    private final AuditMapper mapper;
    private final LeakNotice leaks;
    private final Patience patience;
    private final Clock clock;

    Report(Publisher publisher, AuditMapper mapper, LeakNotice leaks, Clock clock) {
        this.leaks = leaks;
        this.publisher = publisher;
        this.mapper = mapper;
        this.patience = new Patience(clock);
        this.clock = clock;
    }

    /** Returns when the intent is recorded; without that nothing may start. */
    void intent(Call call) throws Exception {
        record(call, mapper.before(call, clock.instant()), call.deadline());
    }

    /** Says that it has started; completes when Kafka has it. */
    CompletableFuture<?> started(Call call, String executor, Instant at) {
        return publisher.send(Topics.TOOL_RESULTS, call.runId(), CallMapper.started(call, executor, at));
    }

    /** Says that it waits for what another one holds; it does no harm if that is lost. */
    void waiting(Call call, String executor, String holder) {
        publisher
                .send(Topics.TOOL_RESULTS, call.runId(), CallMapper.waiting(call, executor, holder))
                .exceptionally(e -> {
                    log.warn("could not say that {} waits: {}", call.actionId(), e.toString());
                    return null;
                });
    }

    /** Returns when everybody can know how it ended. */
    void ended(Call call, CallResult result) throws Exception {
        Instant deadline = clock.instant().plus(LONGEST);
        record(call, mapper.after(call, result), deadline);
        if (!result.secrets().isEmpty()) {
            record(call, mapper.leak(call, result), deadline);
            tell(call, result, deadline);
        }
        patience.until(deadline, () -> {
            var usage = publisher.send(Topics.USAGE, call.principal(), CallMapper.usage(call, result));
            var sent = publisher.send(Topics.TOOL_RESULTS, call.runId(), CallMapper.result(call, result));
            usage.get(SECONDS_TO_SEND, TimeUnit.SECONDS);
            return sent.get(SECONDS_TO_SEND, TimeUnit.SECONDS);
        });
    }

    private void tell(Call call, CallResult result, Instant deadline) throws Exception {
        patience.until(
                deadline,
                () -> publisher
                        .send(Topics.NOTIFICATIONS, call.runId(), leaks.of(call, result))
                        .get(SECONDS_TO_SEND, TimeUnit.SECONDS));
    }

    /** Told again, it is known by its id to whoever gives it its place in the run's chain. */
    private void record(Call call, AuditFact entry, Instant deadline) throws Exception {
        patience.until(deadline, () -> {
            publisher.send(Topics.AUDIT_FACTS, call.runId(), entry).get(SECONDS_TO_SEND, TimeUnit.SECONDS);
            return entry;
        });
    }
}
