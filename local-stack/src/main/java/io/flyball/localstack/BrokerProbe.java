package io.flyball.localstack;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/** Asks a broker for its cluster and for the features that the suite is built on. */
final class BrokerProbe {

    /** Transactions whose late writes the broker itself refuses (KIP-890); work queues as share groups (KIP-932). */
    private static final Map<String, Short> NEEDED =
            Map.of("transaction.version", (short) 2, "share.version", (short) 1);

    private BrokerProbe() {}

    static Answer ask(String bootstrapServers) throws InterruptedException, ExecutionException {
        if (!Loopback.accepts(bootstrapServers)) {
            return new Answer.NotYet("nothing listens on " + bootstrapServers);
        }
        try (var admin = Admin.create(settings(bootstrapServers))) {
            if (admin.describeCluster().nodes().get().isEmpty()) {
                return new Answer.NotYet("the controller has not let the broker in");
            }
            return judge(admin.describeFeatures().featureMetadata().get().finalizedFeatures());
        }
    }

    static Answer judge(Map<String, FinalizedVersionRange> features) {
        for (var needed : NEEDED.entrySet()) {
            var found = features.get(needed.getKey());
            if (found == null || found.maxVersionLevel() < needed.getValue()) {
                return new Answer.Wrong(
                        "it has %s=%s, and %s is needed"
                                .formatted(
                                        needed.getKey(),
                                        found == null ? "none" : found.maxVersionLevel(),
                                        needed.getValue()),
                        "The data folder was made by an older broker: './flyball reset --yes' makes a new one.");
            }
        }
        return new Answer.Ready();
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "local-stack",
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG,
                20,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000);
    }
}
