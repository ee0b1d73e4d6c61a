package io.flyball.cli.demo;

import io.flyball.cli.output.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The body of the webhook that Alertmanager would call for the broken shop. */
final class FiringAlert {
    private static final String GENERATOR = "http://127.0.0.1:9090/graph?g0.expr=probe_success+%3D%3D+0&g0.tab=1";

    private FiringAlert() {}

    static ObjectNode body(URI healthUrl, Instant since) {
        return body(healthUrl, since, "firing", "0001-01-01T00:00:00Z");
    }

    /** What Alertmanager sends once the alert's cause is gone. */
    static ObjectNode resolved(URI healthUrl, Instant since, Instant until) {
        return body(healthUrl, since, "resolved", until.toString());
    }

    private static ObjectNode body(URI healthUrl, Instant since, String status, String endsAt) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("alertname", "ServiceUnavailable");
        labels.put("service", Shop.NAME);
        labels.put("environment", "production");
        labels.put("severity", "critical");
        labels.put("job", "blackbox");
        labels.put("instance", healthUrl.getAuthority());
        labels.put("health_url", healthUrl.toString());
        ObjectNode annotations = Json.object()
                .put("summary", "shop does not serve")
                .put("description", healthUrl + " has answered 503 for a minute.");
        ObjectNode body = Json.object().put("receiver", "flyball").put("status", status);
        body.putArray("alerts").add(alert(labels, annotations, status, since, endsAt));
        body.set("groupLabels", Json.object().put("alertname", "ServiceUnavailable"));
        body.set("commonLabels", object(labels));
        body.set("commonAnnotations", annotations);
        return body.put("externalURL", "http://127.0.0.1:9093")
                .put("version", "4")
                .put("groupKey", "{}:{alertname=\"ServiceUnavailable\"}")
                .put("truncatedAlerts", 0);
    }

    private static ObjectNode alert(
            SortedMap<String, String> labels, ObjectNode annotations, String status, Instant since, String endsAt) {
        ObjectNode alert = Json.object().put("status", status);
        alert.set("labels", object(labels));
        alert.set("annotations", annotations);
        return alert.put("startsAt", since.toString())
                .put("endsAt", endsAt)
                .put("generatorURL", GENERATOR)
                .put("fingerprint", fingerprint(labels));
    }

    private static ObjectNode object(SortedMap<String, String> texts) {
        ObjectNode object = Json.object();
        texts.forEach(object::put);
        return object;
    }

    /** As Prometheus makes it: FNV-1a over the sorted names and values, each closed by a byte that no text has. */
    static String fingerprint(SortedMap<String, String> labels) {
        long hash = 0xcbf29ce484222325L;
        for (var label : labels.entrySet()) {
            hash = add(add(hash, label.getKey()), label.getValue());
        }
        return String.format("%016x", hash);
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            sum = (sum ^ (b & 0xff)) * 0x100000001b3L;
        }
        return (sum ^ 0xff) * 0x100000001b3L;
    }
}
