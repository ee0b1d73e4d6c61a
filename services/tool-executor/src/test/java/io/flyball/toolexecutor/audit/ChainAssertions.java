package io.flyball.toolexecutor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditEntry;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.AuditFinding;
import java.util.ArrayList;
import java.util.List;

/** Takes a chain apart in every way and looks whether it shows. */
public final class ChainAssertions {
    private ChainAssertions() {}

    public static void onlyTheWholeChainIsWhole(List<AuditEntry> entries) {
        assertThat(entries).isNotEmpty();
        assertThat(findings(entries)).isEmpty();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(findings(changed(entries, i))).isNotEmpty();
            if (i < entries.size() - 1) {
                assertThat(findings(without(entries, i))).isNotEmpty();
                assertThat(findings(swapped(entries, i))).isNotEmpty();
            }
        }
    }

    private static List<AuditFinding> findings(List<AuditEntry> entries) {
        AuditCheck check = new AuditCheck();
        entries.forEach(check::add);
        return check.findings();
    }

    private static List<AuditEntry> changed(List<AuditEntry> entries, int at) {
        List<AuditEntry> changed = new ArrayList<>(entries);
        changed.set(
                at,
                AuditEntry.newBuilder(entries.get(at)).setActor("somebody else").build());
        return changed;
    }

    private static List<AuditEntry> without(List<AuditEntry> entries, int at) {
        List<AuditEntry> without = new ArrayList<>(entries);
        without.remove(at);
        return without;
    }

    private static List<AuditEntry> swapped(List<AuditEntry> entries, int at) {
        List<AuditEntry> swapped = new ArrayList<>(entries);
        swapped.set(at, entries.get(at + 1));
        swapped.set(at + 1, entries.get(at));
        return swapped;
    }
}
