package io.flyball.cli.doctor;

import io.flyball.cli.access.StackFile.Member;
import io.flyball.cli.status.Probe;
import io.flyball.localstack.transactions.OpenTransaction;
import io.flyball.schemas.TopicCatalogue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/**
 * Everything that the doctor looks at, in order; what cannot be looked at is said so.
 *
 * @param services the suite's own, as far as they are known here
 * @param kafka host and port; empty where nobody named one
 */
record Examination(
        List<Member> services, Optional<String> kafka, Optional<URI> registry, Optional<URI> redis, Duration patience) {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    /** What was found, and which of our transactions hang. */
    record Result(List<Finding> findings, List<OpenTransaction> hanging) {
        boolean wrong() {
            return findings.stream().anyMatch(finding -> finding.state() != Finding.State.OK);
        }
    }

    Result perform() throws InterruptedException {
        TopicCatalogue catalogue = TopicCatalogue.load();
        List<Finding> findings = new ArrayList<>();
        new Probe().services(services).forEach(part -> findings.add(Neighbourhood.part(part)));
        findings.add(redis.map(Neighbourhood::redis)
                .orElseGet(() ->
                        Finding.notSeen("emergency stop", "Redis is not known here; name it with FLYBALL_REDIS_URL")));
        findings.add(
                registry.isPresent()
                        ? Neighbourhood.registry(registry.get(), catalogue)
                        : Finding.notSeen("schemas", "the registry is not known here; name it with --registry"));
        List<OpenTransaction> hanging = new ArrayList<>();
        if (kafka.isPresent()) {
            ask(kafka.get(), catalogue, findings, hanging);
        } else {
            findings.add(Finding.notSeen("broker", "is not known here; name it with --kafka"));
        }
        return new Result(findings, hanging);
    }

    private void ask(String address, TopicCatalogue catalogue, List<Finding> findings, List<OpenTransaction> hanging)
            throws InterruptedException {
        try (Cluster cluster = new Cluster(address, catalogue)) {
            findings.add(cluster.brokers());
            findings.addAll(cluster.topics());
            findings.addAll(cluster.readers(BETWEEN));
            hanging.addAll(cluster.hanging(patience));
            findings.addAll(Hanging.findings(hanging));
        } catch (ExecutionException e) {
            findings.add(Finding.problem("broker", "at " + address + ": " + e.getCause()));
        } catch (KafkaException e) {
            findings.add(Finding.problem("broker", "at " + address + ": " + e));
        }
    }
}
