package io.flyball.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.output.Json;
import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditKind;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.AuditJson;
import io.flyball.schemas.audit.AuditSeal;
import io.flyball.schemas.audit.EntryHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("AUD-2 flyball audit verify")
class VerifyAuditTest {
    @TempDir
    private Path folder;

    private KeyPair key;
    private final List<AuditEntry> entries = new ArrayList<>();

    @BeforeEach
    void record() throws NoSuchAlgorithmException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        entries.addAll(chain("run-a", 4, "agent"));
        entries.addAll(chain("run-b", 2, "agent"));
    }

    @Test
    @DisplayName("AUD-2 what nobody touched is whole, and says by which key")
    void whole() throws IOException {
        var result = verify(write(export()), "--key", publicKey(key));

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("Whole: 6 entries of 2 runs, 0 findings; seal: genuine");
    }

    @Test
    @DisplayName("AUD-2 flipped, dropped, swapped, truncated, rewritten and forged entries are found and named")
    void damage() throws IOException {
        List<String> lines = export();
        assertFound(with(lines, 1, lines.get(1).replace("\"agent\"", "\"eve\"")), "CHANGED", "run-a", 2);
        assertFound(without(lines, 2), "MISSING", "run-a", 3);
        assertFound(swapped(lines, 0, 1), "SWAPPED", "run-a", 2);
        assertFound(without(lines, 5), "TRUNCATED", "run-b", 2);
        assertFound(lines.subList(0, 5), "TRUNCATED", "", 0);
        assertFound(
                with(lines, 3, line(sealed(AuditEntry.newBuilder(entries.get(3)).setActor("eve")))),
                "REWRITTEN",
                "run-a",
                4);
        List<String> added = new ArrayList<>(lines);
        added.add(6, line(chain("run-c", 1, "eve").getFirst()));
        assertFound(added, "FORGED", "run-c", 1);
        assertFound(with(lines, 4, "{\"no\":\"entry\"}"), "UNREADABLE", "", 0);
        assertFound(with(lines, 4, "no json"), "UNREADABLE", "", 0);
        assertFound(with(lines, 4, AuditJson.unreadable("record 7").toString()), "UNREADABLE", "", 0);
        assertFound(with(lines, 6, lines.get(6).replace("run-b", "run-x")), "FORGED", "", 0);
    }

    @Test
    @DisplayName("AUD-2 whoever writes everything anew, the seal too, does not have the key")
    void foreignKey() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String ours = publicKey(key);
        key = other;
        entries.clear();
        entries.addAll(chain("run-a", 4, "eve"));

        var result = verify(write(export()), "--key", ours, "-o", "json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(Json.parse(result.out()).path("seal").asString()).isEqualTo("signed by another key");
    }

    @Test
    @DisplayName(
            "AUD-2 the suite is held against an earlier export: what came later is no fault, what is gone is named")
    void againstAnEarlierExport() throws IOException {
        Path earlier = write(export());
        entries.addAll(chain("run-later", 1, "agent"));
        try (var console = new ConsoleStandIn().on("GET /api/audit/export", String.join("\n", export()))) {
            assertThat(verifyLive(console, earlier).exitCode()).isZero();
        }
        entries.removeIf(entry -> entry.getId().equals("run-a-4"));
        try (var console = new ConsoleStandIn().on("GET /api/audit/export", String.join("\n", export()))) {
            var result = verifyLive(console, earlier);
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).contains("TRUNCATED  run-a, entry 4");
        }
    }

    @Test
    @DisplayName("CLI-3 no file, an empty one and one that is no text are named; exit code 2")
    void nothingToRead() throws IOException {
        assertThat(verify(folder.resolve("gone")).exitCode()).isEqualTo(2);
        assertThat(verify(write(List.of())).exitCode()).isEqualTo(2);
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});
        assertThat(verify(binary).exitCode()).isEqualTo(2);
    }

    private void assertFound(List<String> lines, String kind, String chain, int sequence) throws IOException {
        var result = verify(write(lines), "-o", "json");
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(1);
        JsonNode report = Json.parse(result.out());
        assertThat(report.path("findings").valueStream())
                .as(result.out())
                .anySatisfy(found -> assertThat(List.of(
                                found.path("kind").asString(),
                                found.path("chain").asString(),
                                found.path("sequence").asInt()))
                        .isEqualTo(List.of(kind, chain, sequence)));
    }

    private List<String> export() {
        AuditCheck check = new AuditCheck();
        entries.forEach(check::add);
        List<String> lines =
                new ArrayList<>(entries.stream().map(VerifyAuditTest::line).toList());
        lines.add(AuditSeal.line(Instant.parse("2026-11-27T12:00:00Z"), check.heads(), key)
                .toString());
        return lines;
    }

    private Path write(List<String> lines) throws IOException {
        return Files.write(Files.createTempFile(folder, "audit", ".jsonl"), lines);
    }

    private static CommandLineUnderTest.Result verify(Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("audit", "verify", file.toString()));
        words.addAll(List.of(more));
        return new CommandLineUnderTest().run(words.toArray(String[]::new));
    }

    private static CommandLineUnderTest.Result verifyLive(ConsoleStandIn console, Path earlier) {
        return new CommandLineUnderTest()
                .run("--url", console.url().toString(), "audit", "verify", "--against", earlier.toString());
    }

    private static List<String> with(List<String> lines, int at, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, line);
        return changed;
    }

    private static List<String> without(List<String> lines, int at) {
        List<String> changed = new ArrayList<>(lines);
        changed.remove(at);
        return changed;
    }

    private static List<String> swapped(List<String> lines, int one, int other) {
        List<String> changed = new ArrayList<>(lines);
        Collections.swap(changed, one, other);
        return changed;
    }

    private static String publicKey(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String line(AuditEntry entry) {
        return AuditJson.of(entry).toString();
    }

    private static List<AuditEntry> chain(String run, int length, String actor) {
        List<AuditEntry> chain = new ArrayList<>();
        String previous = "";
        for (int i = 1; i <= length; i++) {
            chain.add(sealed(AuditEntry.newBuilder()
                    .setId(run + "-" + i)
                    .setRunId(run)
                    .setTenant("default")
                    .setService("tool-executor")
                    .setKind(AuditKind.ACTION_BEFORE)
                    .setActor(actor)
                    .setDetailJson("{}")
                    .setSequence(i)
                    .setPreviousHash(previous)
                    .setHash("")
                    .setAt(Instant.ofEpochMilli(i))));
            previous = chain.getLast().getHash();
        }
        return chain;
    }

    private static AuditEntry sealed(AuditEntry.Builder entry) {
        return AuditEntry.newBuilder(entry.build())
                .setHash(EntryHash.of(entry.build()))
                .build();
    }
}
