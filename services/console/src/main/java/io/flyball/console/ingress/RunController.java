package io.flyball.console.ingress;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Refusal;
import io.flyball.console.door.Role;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.readmodel.Runs;
import io.flyball.console.trace.TraceOfRequest;
import io.flyball.contract.RunRequest;
import io.flyball.schemas.Topics;
import io.lettuce.core.RedisException;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Opens runs by hand. With an idempotency key the same request gives the same run, also after a crash in the middle. */
@RestController
final class RunController {
    private static final Logger log = LoggerFactory.getLogger(RunController.class);
    private static final int LONGEST_KEY = 200;

    private final RunRequestFormat format;
    private final IdempotencyKeys keys;
    private final SourceRates rates;
    private final Outbox outbox;
    private final Runs runs;
    private final TimeOrderedIds ids;
    private final Clock clock;

    RunController(
            IngressProperties properties,
            Agents agents,
            IdempotencyKeys keys,
            SourceRates rates,
            Outbox outbox,
            Runs runs,
            TimeOrderedIds ids,
            Clock clock) {
        this.format = new RunRequestFormat(
                new LabelMapping(properties), agents, properties.bounds().inputs());
        this.keys = keys;
        this.rates = rates;
        this.outbox = outbox;
        this.runs = runs;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/runs")
    ResponseEntity<?> open(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace,
            ServerHttpRequest request) {
        rates.count(request);
        RunRequestFormat.Draft draft = format.read(body, caller);
        caller.require(Role.OPERATOR, draft.fields().getEnvironment());
        try (Scope _ = trace.makeCurrent()) {
            String runId = key == null ? publish(draft, ids.next(), null) : onceFor(key, draft);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/runs/" + runId))
                    .body(Map.of("id", runId));
        }
    }

    private String onceFor(String key, RunRequestFormat.Draft draft) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.unprocessable("Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
        }
        String hash = Fingerprint.of(
                "run",
                Map.of("request", draft.toRequest("", null, Instant.EPOCH).toString()));
        Claim claim = keys.claim(key, ids.next(), hash);
        if (!claim.bodyHash().equals(hash)) {
            throw Refusal.unprocessable(
                    "Idempotency-Key " + key + " has come with another body; it stands for run " + claim.runId() + ".");
        }
        if (!claim.published()) {
            // Perhaps again, if the first time was cut off: admission takes one run id once.
            publish(draft, claim.runId(), key);
            note(key, claim);
        }
        return claim.runId();
    }

    private String publish(RunRequestFormat.Draft draft, String runId, @Nullable String key) {
        RunRequest request = draft.toRequest(runId, key, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        outbox.send(new Message(Topics.RUN_REQUESTS, runId, request));
        runs.accept(request);
        return runId;
    }

    /** The run is on its way; without the note a repeat is only published once more. */
    private void note(String key, Claim claim) {
        try {
            keys.published(key, claim);
        } catch (RedisException e) {
            log.warn("could not note that run {} is requested: {}", claim.runId(), e.toString());
        }
    }
}
