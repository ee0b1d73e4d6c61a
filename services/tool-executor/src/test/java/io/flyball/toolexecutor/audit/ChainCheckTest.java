package io.flyball.toolexecutor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    @Test
    @DisplayName("AUD-2 a change, a gap and a swap show")
    void onlyTheWholeChainIsWhole() {
        ChainAssertions.onlyTheWholeChainIsWhole(chain(5));
    }

    @Test
    @DisplayName(
            "AUD-2 an entry that was written twice after a crash counts once; what stands outside the chain does not count")
    void writtenTwice() {
        List<AuditEntry> chain = chain(3);
        List<AuditEntry> twice = new ArrayList<>(chain);
        twice.add(2, chain.get(1));
        twice.add(1, AuditEntry.newBuilder(chain.get(0)).setSequence(0).build());

        assertThat(ChainCheck.of(twice))
                .isEqualTo(new ChainCheck.Whole(chain.getLast().getHash()));
        assertThat(ChainCheck.of(List.of())).isEqualTo(new ChainCheck.Whole(""));
    }

    @Test
    @DisplayName("AUD-2 what is cut off at the end shows against the last hash")
    void cutOff() {
        List<AuditEntry> chain = chain(3);

        assertThat(ChainCheck.of(chain.subList(0, 2)))
                .isNotEqualTo(new ChainCheck.Whole(chain.getLast().getHash()));
    }

    @Test
    @DisplayName("AUD-2 the hash tells an absent value from an empty one, and where one value ends and the next begins")
    void theHashIsUnambiguous() {
        AuditEntry.Builder entry = AuditEntry.newBuilder(chain(1).getFirst());

        assertThat(EntryHash.of(entry.setTool("").build()))
                .isNotEqualTo(EntryHash.of(entry.setTool(null).build()));
        assertThat(EntryHash.of(entry.setTool("a").setTarget("b").build()))
                .isNotEqualTo(EntryHash.of(entry.setTool("ab").setTarget("").build()));
    }

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> chain = new ArrayList<>();
        String previous = "";
        for (int i = 1; i <= length; i++) {
            AuditEntry entry = AuditEntry.newBuilder()
                    .setId("entry-" + i)
                    .setRunId("run")
                    .setTenant("default")
                    .setService("tool-executor")
                    .setKind(AuditKind.ACTION_BEFORE)
                    .setActor("agent")
                    .setDetailJson("{}")
                    .setSequence(i)
                    .setPreviousHash(previous)
                    .setHash("")
                    .setAt(Instant.ofEpochMilli(i))
                    .build();
            previous = EntryHash.of(entry);
            chain.add(AuditEntry.newBuilder(entry).setHash(previous).build());
        }
        return chain;
    }
}
