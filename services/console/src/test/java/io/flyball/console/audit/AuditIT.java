package io.flyball.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Teller;
import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.AuditJson;
import io.flyball.schemas.audit.AuditSeal;
import io.flyball.schemas.audit.EntryHash;
import io.flyball.schemas.audit.Period;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class AuditIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RUN = "audited-" + UUID.randomUUID();

    @TempDir
    static Path folder;

    private static RunningConsole console;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        console = RunningConsole.start(neighbours, "--flyball.console.audit.key-file=" + folder.resolve("keys/audit"));
        http = console.http();
        try (Teller teller = new Teller(neighbours)) {
            chain(RUN, 3).forEach(entry -> teller.tell(Topics.AUDIT, RUN, entry));
            chain(RUN + "-other", 1).forEach(entry -> teller.tell(Topics.AUDIT, RUN + "-other", entry));
        }
    }

    @AfterAll
    static void end() {
        console.close();
    }

    @Test
    @DisplayName(
            "AUD-2 AUD-3 an export of a run holds its entries as they were written, and a seal that fits, by one key")
    void export() throws Exception {
        List<JsonNode> lines = lines(http.get("/api/audit/export?run=" + RUN));

        AuditCheck check = new AuditCheck();
        lines.subList(0, 3).forEach(line -> check.add(AuditJson.entry(line)));
        AuditSeal seal = AuditSeal.of(lines.getLast());
        assertThat(lines).hasSize(4);
        assertThat(check.findings()).isEmpty();
        assertThat(check.against(seal.heads(), Period.ALWAYS)).isEmpty();
        assertThat(seal.genuine()).isTrue();

        AuditSeal everything = AuditSeal.of(lines(http.get("/api/audit/export")).getLast());
        assertThat(everything.publicKey()).isEqualTo(seal.publicKey());
        assertThat(everything.heads().chains()).containsKeys(RUN, RUN + "-other");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/audit"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("AUD-2 AUD-3 a record that nobody can read is told in the export and ends nothing")
    void unreadable(SharedNeighbours neighbours) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", neighbours.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.AUDIT, new byte[] {7, 7, 7}))
                    .get(120, TimeUnit.SECONDS);
        }
        List<JsonNode> lines = lines(http.get("/api/audit/export"));

        assertThat(lines)
                .anySatisfy(line -> assertThat(line.path("unreadable").asString())
                        .contains("of " + Topics.AUDIT + " cannot be read"));
        assertThat(AuditSeal.of(lines.getLast()).heads().chains()).containsKeys(RUN, RUN + "-other");
        assertThat(lines(http.get("/api/audit?run=" + RUN))).hasSize(3);
    }

    @Test
    @DisplayName("AUD-3 entries are found by run, tool, target, principal and time")
    void search() {
        assertThat(lines(http.get("/api/audit?run=" + RUN + "&tool=run_command")))
                .hasSize(3);
        assertThat(lines(http.get("/api/audit?run=" + RUN + "&target=service:2")))
                .hasSize(1);
        assertThat(lines(http.get("/api/audit?run=" + RUN + "&by=nobody"))).isEmpty();
        assertThat(lines(http.get("/api/audit?run=" + RUN + "&since=1970-01-01T00:00:02Z")))
                .hasSize(2);
        assertThat(lines(http.get("/api/audit?run=" + RUN + "&since=1970-01-01T00:00:02Z&until=1970-01-01T00:00:03Z")))
                .hasSize(1);
    }

    @Test
    @DisplayName("AUD-3 a filter that is not known, a time that is none and a seal over parts of chains are refused")
    void refused() {
        assertThat(http.get("/api/audit?colour=red").status()).isEqualTo(422);
        assertThat(http.get("/api/audit?since=yesterday").json().path("detail").asString())
                .contains("2026-11-27T03:00:00Z");
        assertThat(http.get("/api/audit/export?tool=run_command").status()).isEqualTo(422);
        assertThat(http.anonymous().get("/api/audit").status()).isEqualTo(401);
    }

    private static List<JsonNode> lines(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().lines().map(JSON::readTree).toList();
    }

    private static List<AuditEntry> chain(String run, int length) {
        List<AuditEntry> chain = new ArrayList<>();
        String previous = "";
        for (int i = 1; i <= length; i++) {
            AuditEntry entry = AuditEntry.newBuilder()
                    .setId(run + "-" + i)
                    .setRunId(run)
                    .setTenant("default")
                    .setService("tool-executor")
                    .setKind(AuditKind.ACTION_BEFORE)
                    .setActor("ann")
                    .setTool("run_command")
                    .setTarget("service:" + i)
                    .setDetailJson("{\"argv\":[\"df\"]}")
                    .setSequence(i)
                    .setPreviousHash(previous)
                    .setHash("")
                    .setAt(Instant.ofEpochSecond(i))
                    .build();
            previous = EntryHash.of(entry);
            chain.add(AuditEntry.newBuilder(entry).setHash(previous).build());
        }
        return chain;
    }
}
