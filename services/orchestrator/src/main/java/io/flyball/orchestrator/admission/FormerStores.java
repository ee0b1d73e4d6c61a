package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.admission.Fact.KnownFingerprint;
import io.flyball.orchestrator.admission.Fact.SeenRequest;
import io.flyball.orchestrator.run.Activity;
import io.flyball.orchestrator.run.RunIds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What version 0.1.0 kept, in two stores of its own: which run each fingerprint has, and which runs were requested. It is read at the start and
 * moved to the one store of now, so that an upgrade opens no second run for an alert that has one.
 */
final class FormerStores {
    private static final JsonMapper JSON = new JsonMapper();

    private final KeyValueStore<String, byte[]> fingerprints;
    private final KeyValueStore<String, byte[]> requests;
    private final Duration coolDown;

    FormerStores(
            KeyValueStore<String, byte[]> fingerprints, KeyValueStore<String, byte[]> requests, Duration coolDown) {
        this.fingerprints = fingerprints;
        this.requests = requests;
        this.coolDown = coolDown;
    }

    /** All that they say, in the words of now. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        try (var all = fingerprints.all()) {
            all.forEachRemaining(entry -> facts.addAll(alert(entry.key, JSON.readTree(entry.value))));
        }
        try (var all = requests.all()) {
            all.forEachRemaining(entry -> facts.add(
                    new SeenRequest(entry.key, Instant.parse(new String(entry.value, StandardCharsets.UTF_8)))));
        }
        return facts;
    }

    private List<Fact> alert(String key, JsonNode json) {
        String tenant = key.substring(0, key.indexOf('/'));
        String fingerprint = key.substring(key.indexOf('/') + 1);
        String runId = json.path("runId").asString();
        return List.of(run(tenant, runId, json), new KnownFingerprint(tenant, fingerprint, runId, true, null));
    }

    private KnownRun run(String tenant, String runId, JsonNode json) {
        AdmissionStanding standing = json.has("until")
                ? new AdmissionStanding.Closed(
                        false,
                        true,
                        Instant.parse(json.path("until").asString()).minus(coolDown))
                : new AdmissionStanding.Open();
        return new KnownRun(
                runId,
                tenant,
                json.path("agent").asString(),
                "production",
                null,
                null,
                null,
                null,
                List.of(),
                null,
                0,
                true,
                0,
                RunIds.time(runId),
                Activity.WORKING,
                standing);
    }

    /** Empties them. */
    void clear() {
        clear(fingerprints);
        clear(requests);
    }

    private static void clear(KeyValueStore<String, byte[]> store) {
        List<String> keys = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(store::delete);
    }
}
