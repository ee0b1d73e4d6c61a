package io.flyball.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditKind;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.AuditJson;
import io.flyball.schemas.audit.AuditSeal;
import io.flyball.schemas.audit.CheckpointLines;
import io.flyball.schemas.audit.EntryHash;
import io.flyball.schemas.audit.Heads;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Takes an export apart at random places and asks what is said of it. */
class AuditTamperingTest {
    private static final int TRIES = 300;
    private static final Instant START = Instant.parse("2026-11-27T03:00:00Z");

    private KeyPair key;

    /** What somebody may do who can write to Kafka, and what must be said then. */
    enum Way {
        CHANGED,
        MISSING,
        SWAPPED,
        TRUNCATED,
        REWRITTEN,
        FORGED
    }

    /** A place in an export. */
    private record Place(String run, long sequence) {}

    @BeforeEach
    void keys() throws NoSuchAlgorithmException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("AUD-2 what was done to an export at a random place is said by its right word, with its place")
    void sealedExport(Way way) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            List<AuditEntry> entries = honest(random);
            String seal = AuditSeal.line(START, checked(entries).heads(), key).toString();
            Place place = tamper(way, entries, random);

            JsonNode report = VerifyReport.of(file(entries, seal), null, publicKey(), null);
            assertSaid(report, way, place, "seed " + seed + ", try " + i);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "AUD-2 the same without the export's own seal, which a forger's console would make anew: checkpoints tell")
    void checkpoints(Way way) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            List<AuditEntry> entries = honest(random);
            var signed = new CheckpointLines(publicKey());
            signed.add(AuditSeal.line(START, checked(List.of()).heads(), key).toString());
            signed.add(AuditSeal.line(
                            START.plus(Duration.ofDays(1)), checked(entries).heads(), key)
                    .toString());
            Place place = tamper(way, entries, random);
            String anew = AuditSeal.line(START, checked(entries).heads(), key).toString();

            JsonNode report = VerifyReport.of(file(entries, anew), null, publicKey(), signed);
            assertSaid(report, way, place, "seed " + seed + ", try " + i);
        }
    }

    @Test
    @DisplayName("AUD-2 a checkpoint that was left half written is a warning; what only it covered is forged")
    void halfWritten() {
        List<AuditEntry> entries = honest(new Random(1));
        Heads heads = checked(entries).heads();
        String seal = AuditSeal.line(START, heads, key).toString();
        String first = AuditSeal.line(START, checked(List.of()).heads(), key).toString();
        String all = AuditSeal.line(START.plus(Duration.ofDays(1)), heads, key).toString();
        String half = all.substring(0, all.length() / 2);
        String last = AuditSeal.line(
                        START.plus(Duration.ofDays(1)), checked(List.of()).heads(), key)
                .toString();

        JsonNode honest = VerifyReport.of(file(entries, seal), null, publicKey(), signed(first, half, all));
        assertThat(honest.path("whole").asBoolean()).isTrue();
        assertThat(honest.path("warnings").valueStream())
                .singleElement()
                .satisfies(it -> assertThat(it.asString()).contains("checkpoint 2", "half written"));

        JsonNode hidden = VerifyReport.of(file(entries, seal), null, publicKey(), signed(first, half, last));
        assertThat(hidden.path("findings").valueStream())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("kind").asString()).isEqualTo("FORGED"));
    }

    private CheckpointLines signed(String... lines) {
        var signed = new CheckpointLines(publicKey());
        List.of(lines).forEach(signed::add);
        return signed;
    }

    private static void assertSaid(JsonNode report, Way way, Place place, String which) {
        assertThat(report.path("whole").asBoolean()).as(which).isFalse();
        assertThat(report.path("findings").valueStream())
                .as(which + " at " + place + ": " + report)
                .anySatisfy(found -> {
                    assertThat(found.path("kind").asString()).isEqualTo(way.name());
                    assertThat(new Place(
                                    found.path("chain").asString(),
                                    found.path("sequence").asLong()))
                            .isEqualTo(place);
                });
    }

    private static Place tamper(Way way, List<AuditEntry> entries, Random random) {
        return switch (way) {
            case CHANGED -> changed(entries, random);
            case MISSING -> dropped(entries, random);
            case SWAPPED -> swapped(entries, random);
            case TRUNCATED -> truncated(entries, random);
            case REWRITTEN -> rewritten(entries, random);
            case FORGED -> forged(entries, random);
        };
    }

    /** One field has another value, whichever it is. */
    private static Place changed(List<AuditEntry> entries, Random random) {
        int at = random.nextInt(entries.size());
        AuditEntry.Builder entry = AuditEntry.newBuilder(entries.get(at));
        switch (random.nextInt(6)) {
            case 0 -> entry.setActor("eve");
            case 1 -> entry.setDetailJson("{\"verdict\":\"ALLOW\"}");
            case 2 -> entry.setKind(AuditKind.OVERRIDE);
            case 3 -> entry.setAt(entry.getAt().plusMillis(1));
            case 4 -> entry.setTool(entry.getTool() == null ? "" : null);
            default -> entry.setId(entry.getId() + "x");
        }
        entries.set(at, entry.build());
        return place(entries.get(at));
    }

    /** Not the last one of its run: that is another word. */
    private static Place dropped(List<AuditEntry> entries, Random random) {
        AuditEntry gone = any(notLast(entries), random);
        entries.remove(gone);
        return place(gone);
    }

    private static Place swapped(List<AuditEntry> entries, Random random) {
        AuditEntry one = any(notLast(entries), random);
        AuditEntry next = entries.stream()
                .filter(it -> place(it).equals(new Place(one.getRunId(), one.getSequence() + 1)))
                .findFirst()
                .orElseThrow();
        Collections.swap(entries, entries.indexOf(one), entries.indexOf(next));
        return place(next);
    }

    private static Place truncated(List<AuditEntry> entries, Random random) {
        AuditEntry first = any(entries, random);
        entries.removeIf(it -> it.getRunId().equals(first.getRunId()) && it.getSequence() >= first.getSequence());
        return place(first);
    }

    /** All from there on, with hashes that fit: only whoever signed knows better; and so it is the last that is named. */
    private static Place rewritten(List<AuditEntry> entries, Random random) {
        AuditEntry first = any(entries, random);
        String previous = first.getPreviousHash();
        Place last = place(first);
        for (int i = 0; i < entries.size(); i++) {
            AuditEntry entry = entries.get(i);
            if (entry.getRunId().equals(first.getRunId()) && entry.getSequence() >= first.getSequence()) {
                entries.set(i, hashed(AuditEntry.newBuilder(entry).setActor("eve"), previous));
                previous = entries.get(i).getHash();
                last = place(entry);
            }
        }
        return last;
    }

    /** Another entry in a place that is taken, one behind the end, or a run that never was. */
    private static Place forged(List<AuditEntry> entries, Random random) {
        AuditEntry model = any(entries, random);
        AuditEntry last = entries.stream()
                .filter(it -> it.getRunId().equals(model.getRunId()))
                .reduce((_, later) -> later)
                .orElseThrow();
        AuditEntry forged = switch (random.nextInt(3)) {
            case 0 -> hashed(AuditEntry.newBuilder(model).setActor("eve"), model.getPreviousHash());
            case 1 -> hashed(AuditEntry.newBuilder(last).setSequence(last.getSequence() + 1), last.getHash());
            default ->
                hashed(AuditEntry.newBuilder(model).setRunId("run-of-eve").setSequence(1), "");
        };
        entries.add(
                entries.indexOf(model)
                        + 1
                        + (forged.getSequence() > last.getSequence() ? entries.size() - entries.indexOf(model) - 1 : 0),
                forged);
        return place(forged);
    }

    private static List<AuditEntry> notLast(List<AuditEntry> entries) {
        Map<String, AuditEntry> last = new HashMap<>();
        entries.forEach(entry -> last.put(entry.getRunId(), entry));
        return entries.stream().filter(entry -> !last.containsValue(entry)).toList();
    }

    private static AuditEntry any(List<AuditEntry> entries, Random random) {
        return entries.get(random.nextInt(entries.size()));
    }

    private static Place place(AuditEntry entry) {
        return new Place(entry.getRunId(), entry.getSequence());
    }

    /** Three runs, mixed. */
    private static List<AuditEntry> honest(Random random) {
        List<String> runs = new ArrayList<>(
                IntStream.range(0, 18).mapToObj(i -> "run-" + i % 3).toList());
        Collections.shuffle(runs, random);
        Map<String, AuditEntry> last = new HashMap<>();
        List<AuditEntry> entries = new ArrayList<>();
        for (String run : runs) {
            AuditEntry before = last.get(run);
            AuditEntry.Builder fact = AuditEntry.newBuilder()
                    .setId("fact-" + entries.size())
                    .setRunId(run)
                    .setTenant("default")
                    .setService("tool-executor")
                    .setKind(AuditKind.ACTION_BEFORE)
                    .setActor("agent")
                    .setDetailJson("{}")
                    .setAt(START.plusSeconds(entries.size()))
                    .setSequence(before == null ? 1 : before.getSequence() + 1);
            entries.add(hashed(fact, before == null ? "" : before.getHash()));
            last.put(run, entries.getLast());
        }
        return entries;
    }

    private static AuditEntry hashed(AuditEntry.Builder entry, String previousHash) {
        AuditEntry placed = entry.setPreviousHash(previousHash).setHash("").build();
        return AuditEntry.newBuilder(placed).setHash(EntryHash.of(placed)).build();
    }

    private static AuditCheck checked(List<AuditEntry> entries) {
        AuditCheck check = new AuditCheck();
        entries.forEach(check::add);
        return check;
    }

    private static AuditFile file(List<AuditEntry> entries, String seal) {
        AuditFile file = new AuditFile();
        entries.forEach(entry -> file.add(AuditJson.of(entry).toString()));
        file.add(seal);
        return file;
    }

    private String publicKey() {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }
}
