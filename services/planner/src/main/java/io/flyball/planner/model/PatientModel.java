package io.flyball.planner.model;

import io.flyball.planner.prompt.Conversation;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks until there is an answer, the attempts are used up or the deadline is near. Each attempt first passes the stop gate and
 * has a span of its own.
 */
final class PatientModel implements AutoCloseable {
    /** With less than this left, an answer could not be used any more. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private final LanguageModel model;
    private final ModelProperties properties;
    private final StopGate gate;
    private final ChatSpan span;
    private final Clock clock;
    private final IntervalFunction backOff;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PatientModel(LanguageModel model, ModelProperties properties, StopGate gate, ChatSpan span, Clock clock) {
        this.model = model;
        this.properties = properties;
        this.gate = gate;
        this.span = span;
        this.clock = clock;
        this.backOff =
                IntervalFunction.ofExponentialRandomBackoff(properties.firstWait(), 2.0, 0.5, properties.longestWait());
    }

    /** The answer, and the attempt that is still to be paid. */
    record Answered(ModelAnswer answer, PaidCall.Attempt attempt) {}

    /**
     * The answer.
     *
     * @throws BudgetExhausted if a budget has no room
     * @throws ProviderBusy if the provider stays busy or away
     * @throws ProviderRefused if the provider will not answer this
     * @throws NoTimeLeft if a stop or earlier attempts take all the time that there is
     */
    Answered ask(String name, Conversation conversation, Asker asker, Instant deadline, PaidCall paid) {
        RetryConfig config = RetryConfig.<Answered>custom()
                .maxAttempts(properties.attempts())
                .retryOnException(failure -> failure instanceof ProviderBusy busy && fits(busy, deadline))
                .intervalBiFunction(this::waiting)
                .build();
        try {
            return Retry.of("model", config).executeCallable(() -> attempt(name, conversation, asker, deadline, paid));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean fits(ProviderBusy busy, Instant deadline) {
        Duration asked = busy.retryAfter() == null ? Duration.ZERO : busy.retryAfter();
        return asked.compareTo(properties.longestWait()) <= 0
                && clock.instant().plus(asked).plus(LEAST).isBefore(deadline);
    }

    /** Milliseconds before the next attempt: at least as long as the provider asks for. */
    private Long waiting(int attempt, Either<Throwable, Answered> outcome) {
        Duration asked = outcome.getLeft() instanceof ProviderBusy busy && busy.retryAfter() != null
                ? busy.retryAfter()
                : Duration.ZERO;
        return Math.max(asked.toMillis(), backOff.apply(attempt));
    }

    private Answered attempt(String name, Conversation conversation, Asker asker, Instant deadline, PaidCall paid)
            throws Exception {
        gate.pass(asker.switches(), deadline);
        Duration left = Duration.between(clock.instant(), deadline);
        if (left.compareTo(LEAST) < 0) {
            throw new NoTimeLeft("the deadline is reached before a model could be asked");
        }
        PaidCall.Attempt attempt = paid.begin();
        try (StopGate.UnderWay _ = gate.begin(asker.switches())) {
            return new Answered(span.around(name, asker.agent(), () -> within(left, name, conversation)), attempt);
        } catch (RuntimeException | InterruptedException e) {
            attempt.failed(e instanceof RuntimeException failure ? failure : new IllegalStateException(e));
            throw e;
        }
    }

    private ModelAnswer within(Duration left, String name, Conversation conversation) throws InterruptedException {
        Future<ModelAnswer> call = threads.submit(Context.current().wrap(() -> model.ask(name, conversation)));
        try {
            return call.get(Math.min(left.toMillis(), properties.callTimeout().toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new ProviderBusy("no answer within the time for one call", "timeout", null, e);
        } finally {
            call.cancel(true);
        }
    }

    @Override
    public void close() {
        // What still runs is handed to another planner; nobody waits for its answer.
        threads.shutdownNow();
    }
}
