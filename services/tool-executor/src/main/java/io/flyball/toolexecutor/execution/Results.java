package io.flyball.toolexecutor.execution;

import io.flyball.catalogue.ToolEffect;
import io.flyball.platform.stop.StopState;
import io.flyball.secrets.Filtered;
import io.flyball.secrets.SecretFilter;
import io.flyball.toolexecutor.execution.CallResult.Status;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what happened into results; every text passes the secret filter here. */
final class Results {
    /** Characters of a target's state before or after. */
    private static final int SHOWN_OF_STATE = 4_000;

    private final SecretFilter filter;
    private final SecretStore given;
    private final String executor;

    /** @param given what was given to tools, which may come back in what they say */
    Results(SecretFilter filter, SecretStore given, String executor) {
        this.filter = filter;
        this.given = given;
        this.executor = executor;
    }

    /** It ran. */
    CallResult of(Call call, ToolOutcome outcome, int outputLimit, Instant startedAt, Instant finishedAt) {
        Draft draft = new Draft(call, outcome.output(), outputLimit, startedAt, finishedAt);
        if (outcome instanceof ToolOutcome.Seen seen) {
            draft.seen = seen;
            return of(draft, seen.outcome());
        }
        return of(draft, outcome);
    }

    private static CallResult of(Draft draft, ToolOutcome outcome) {
        return switch (outcome) {
            case ToolOutcome.Succeeded succeeded ->
                draft.result(Status.SUCCEEDED, succeeded.exitCode(), null, null, succeeded.change());
            case ToolOutcome.Failed failed ->
                draft.result(Status.FAILED, failed.exitCode(), failed.error(), failed.kind(), null);
            case ToolOutcome.Ended ended -> ended(draft, ended.cause());
            case ToolOutcome.Seen seen -> of(draft, seen.outcome());
        };
    }

    private static CallResult ended(Draft draft, EndCause cause) {
        return switch (cause) {
            case TIMED_OUT ->
                draft.result(Status.TIMED_OUT, null, "its time was up, so it was ended", Failure.TRANSIENT, null);
            case STOPPED ->
                draft.result(Status.STOPPED, null, "a stop came on while it ran, so it was ended", null, null);
            case CANCELLED ->
                draft.result(Status.CANCELLED, null, "it was cancelled while it ran, so it was ended", null, null);
            case LOCK_LOST ->
                draft.result(
                        Status.FAILED,
                        null,
                        "it lost its lock while it ran, so it was ended; another run may have changed the same",
                        Failure.EXTERNAL,
                        null);
        };
    }

    /** It never started, and why. */
    CallResult neverStarted(Call call, Status status, String error, @Nullable Failure failure, Instant at) {
        return new Draft(call, Output.NONE, 0, null, at).result(status, null, error, failure, null);
    }

    CallResult stopped(Call call, StopState stop, Instant at) {
        return neverStarted(call, Status.STOPPED, stop.explain(), null, at);
    }

    /** Nothing was done; this is what would have been. */
    CallResult described(Call call, String description, Instant at) {
        return new Draft(call, Output.of(description), description.length(), null, at)
                .result(Status.DRY_RUN, null, null, null, null);
    }

    /** Texts of one result and what the filter found in them; what it recognises in one is gone in all. */
    private final class Draft {
        private final List<String> secrets = new ArrayList<>();
        private final Map<String, String> clean = new HashMap<>();
        private final Call call;
        private final Output output;
        private final int outputLimit;
        private final @Nullable Instant startedAt;
        private final Instant finishedAt;
        private ToolOutcome.@Nullable Seen seen;

        Draft(Call call, Output output, int outputLimit, @Nullable Instant startedAt, Instant finishedAt) {
            this.call = call;
            this.output = output;
            this.outputLimit = outputLimit;
            this.startedAt = startedAt;
            this.finishedAt = finishedAt;
        }

        CallResult result(
                Status status,
                @Nullable Integer exitCode,
                @Nullable String error,
                @Nullable Failure failure,
                ToolOutcome.@Nullable Change own) {
            ToolOutcome.Change change = own == null && seen != null ? seen.change() : own;
            List<String> collateral = seen == null ? List.of() : seen.collateral();
            filter(error, change, collateral);
            Optional<String> unmet = status == Status.SUCCEEDED ? unmet() : Optional.empty();
            return new CallResult(
                    unmet.isPresent() ? Status.FAILED : status,
                    output.shown(outputLimit, this::filtered),
                    output.length(),
                    exitCode,
                    unmet.orElse(error == null ? null : filtered(error)),
                    unmet.isPresent() ? Failure.EXTERNAL : failure,
                    secrets,
                    change == null ? null : state(change.before()),
                    change == null ? null : state(change.after()),
                    executor,
                    startedAt,
                    finishedAt,
                    null,
                    collateral.stream().map(this::filtered).toList());
        }

        private Optional<String> unmet() {
            return call.effect() == ToolEffect.READ
                    ? Expectation.unmet(
                            call.expects(),
                            output.parts().stream().map(this::filtered).toList())
                    : Optional.empty();
        }

        private String state(String text) {
            return Output.of(filtered(text)).shown(SHOWN_OF_STATE, shown -> shown);
        }

        private void filter(@Nullable String error, ToolOutcome.@Nullable Change change, List<String> collateral) {
            List<String> texts = new ArrayList<>(output.parts());
            Stream.ofNullable(error).forEach(texts::add);
            Stream.ofNullable(change)
                    .flatMap(seen -> Stream.of(seen.before(), seen.after()))
                    .forEach(texts::add);
            texts.addAll(collateral);
            List<Filtered> filtered = filter.filter(call.runId(), texts, given.given());
            for (int i = 0; i < texts.size(); i++) {
                secrets.addAll(filtered.get(i).kinds());
                clean.put(texts.get(i), filtered.get(i).text());
            }
        }

        private String filtered(String text) {
            return Objects.requireNonNull(clean.get(text), "a text that the filter has not seen");
        }
    }
}
