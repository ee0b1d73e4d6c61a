package io.flyball.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditKind;
import io.flyball.schemas.audit.AuditFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditCheckTest {
    private final List<AuditEntry> entries = chain("run", 5);

    @Test
    @DisplayName(
            "AUD-2 honest entries are whole: several runs, copies after a crash in any place, entries outside chains")
    void whole() {
        entries.addAll(chain("another", 3));
        entries.add(outside("approval"));
        entries.add(3, entries.get(1));
        entries.add(entries.getFirst());

        assertThat(checked().findings()).isEmpty();
        assertThat(checked().chains()).isEqualTo(2);
    }

    @Test
    @DisplayName("AUD-2 a flipped field is named")
    void flipped() {
        entries.set(2, AuditEntry.newBuilder(entries.get(2)).setActor("eve").build());
        assertFound(3, Kind.CHANGED);
    }

    @Test
    @DisplayName("AUD-2 dropped entries are named")
    void dropped() {
        entries.subList(1, 3).clear();
        assertFound(2, Kind.MISSING);
        assertThat(checked().findings().getFirst().why()).isEqualTo("entries 2 to 3 are missing");
    }

    @Test
    @DisplayName("AUD-2 swapped entries are named")
    void swapped() {
        Collections.swap(entries, 1, 2);
        assertFound(3, Kind.SWAPPED);
    }

    @Test
    @DisplayName("AUD-2 an entry that was written anew with a hash of its own does not fit to the next")
    void rewritten() {
        entries.set(2, sealed(AuditEntry.newBuilder(entries.get(2)).setActor("eve")));
        assertFound(4, Kind.REWRITTEN);
    }

    @Test
    @DisplayName("AUD-2 a second entry at a place that is taken is named")
    void forged() {
        entries.add(4, sealed(AuditEntry.newBuilder(entries.get(2)).setId("forged")));
        assertFound(3, Kind.FORGED);
    }

    @Test
    @DisplayName("AUD-2 what a seal covers cannot be cut off, left out or written anew; what came later is no fault")
    void againstASeal() {
        entries.addAll(chain("another", 3));
        entries.add(outside("approval"));
        Heads heads = checked().heads();
        assertThat(checked().against(heads, Period.ALWAYS)).isEmpty();

        entries.addAll(chain("later", 1));
        assertThat(checked().against(heads, Period.NEVER)).isEmpty();
        assertThat(kinds(checked().against(heads, Period.ALWAYS))).containsExactly(Kind.FORGED);

        entries.removeIf(entry -> entry.getId().equals("run-5"));
        entries.removeIf(entry -> entry.getSequence() == 0);
        entries.removeIf(entry -> "another".equals(entry.getRunId()));
        entries.addAll(chain("another", 3, "eve"));
        assertThat(checked().findings()).isEmpty();
        assertThat(kinds(checked().against(heads, Period.NEVER)))
                .containsExactly(Kind.TRUNCATED, Kind.REWRITTEN, Kind.MISSING);
    }

    @Test
    @DisplayName("AUD-2 the hash tells an absent value from an empty one, and where one value ends and the next begins")
    void theHashIsUnambiguous() {
        AuditEntry.Builder entry = AuditEntry.newBuilder(entries.getFirst());

        assertThat(EntryHash.of(entry.setTool("").build()))
                .isNotEqualTo(EntryHash.of(entry.setTool(null).build()));
        assertThat(EntryHash.of(entry.setTool("a").setTarget("b").build()))
                .isNotEqualTo(EntryHash.of(entry.setTool("ab").setTarget("").build()));
    }

    @Test
    @DisplayName("AUD-3 an entry that went through JSON is the same")
    void throughJson() {
        AuditEntry full = AuditEntry.newBuilder(entries.getFirst())
                .setTool("run_command")
                .setReversible(true)
                .setDetailJson("{\"text\":\"\\u0000 \u00e4 \\ud83d\\ude00\"}")
                .build();
        assertThat(AuditJson.entry(AuditJson.of(full))).isEqualTo(full);
        assertThat(AuditJson.entry(AuditJson.of(entries.getFirst()))).isEqualTo(entries.getFirst());
    }

    private void assertFound(long sequence, Kind kind) {
        assertThat(checked().findings())
                .anySatisfy(found -> assertThat(List.of(found.chain(), found.sequence(), found.kind()))
                        .isEqualTo(List.of("run", sequence, kind)));
    }

    private static List<Kind> kinds(List<AuditFinding> findings) {
        return findings.stream().map(AuditFinding::kind).toList();
    }

    private AuditCheck checked() {
        AuditCheck check = new AuditCheck();
        entries.forEach(check::add);
        return check;
    }

    private static AuditEntry outside(String id) {
        return sealed(
                AuditEntry.newBuilder(chain("run", 1).getFirst()).setId(id).setSequence(0));
    }

    private static List<AuditEntry> chain(String run, int length) {
        return chain(run, length, "agent");
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
