package io.flyball.toolexecutor;

import io.flyball.contract.AuditEntry;
import io.flyball.toolexecutor.audit.ChainAssertions;
import java.util.List;

/** Checks of a run's audit. */
final class AuditChains {
    private AuditChains() {}

    static void assertThatOnlyTheWholeChainIsWhole(List<AuditEntry> entries) {
        ChainAssertions.onlyTheWholeChainIsWhole(entries);
    }
}
