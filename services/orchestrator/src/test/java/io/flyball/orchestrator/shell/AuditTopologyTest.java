package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunResult;
import io.flyball.orchestrator.Answers;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.Head;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Facts in, chained entries out. */
class AuditTopologyTest extends TopologyHarness {

    @Test
    @DisplayName("AUD-2 facts of many services and runs, mixed and told again, give whole chains with each fact once")
    void mixed() throws Unreadable {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<AuditFact> told = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            AuditFact fact = told.isEmpty() || random.nextInt(4) > 0
                    ? fact(i, random.nextInt(5) == 0 ? null : "run-" + random.nextInt(4))
                    : told.get(Math.max(0, told.size() - 1 - random.nextInt(10)));
            told.add(fact);
            tell(fact);
        }

        List<AuditEntry> written = read(Topics.AUDIT, AuditEntry.class);
        AuditCheck check = new AuditCheck();
        written.forEach(check::add);
        assertThat(check.findings()).as("seed " + seed).isEmpty();
        assertThat(written)
                .as("seed " + seed)
                .extracting(AuditEntry::getId)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        told.stream().map(AuditFact::getId).distinct().toList());
        assertThat(written).noneMatch(entry -> entry.getSequence() == 0);
    }

    @Test
    @DisplayName("AUD-2 the last hash of a run is in its result; what comes later continues the chain")
    void headInTheResult() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        String run = read(Topics.RUN_EVENTS, RunEvent.class).getFirst().getRunId();
        tell(fact(1, run));
        tell(fact(2, run));
        List<AuditEntry> written = read(Topics.AUDIT, AuditEntry.class);
        answerUntilQuiet(1, new Random(1));

        RunResult result = read(Topics.RESULTS, RunResult.class).getFirst();
        assertThat(result.getAuditEntries()).isEqualTo(2);
        assertThat(result.getAuditHash()).isEqualTo(written.getLast().getHash());
        tell(fact(3, run));
        assertThat(read(Topics.AUDIT, AuditEntry.class).getFirst().getPreviousHash())
                .isEqualTo(result.getAuditHash());
    }

    @Test
    @DisplayName("AUD-2 a head is signed after a whole round, once, and again if that failed")
    void checkpoints() throws Unreadable {
        tell(fact(1, "run"));
        Head head = new Head(1, read(Topics.AUDIT, AuditEntry.class).getFirst().getHash());
        timePasses(Duration.ofSeconds(61));
        assertThat(checkpoints.written).isEmpty();
        checkpoints.away = true;
        timePasses(Duration.ofMinutes(2));
        assertThat(checkpoints.written).isEmpty();
        checkpoints.away = false;
        timePasses(Duration.ofMinutes(3));

        assertThat(checkpoints.written).containsExactly(Map.of("run", head));
    }

    private void tell(AuditFact fact) {
        send(Topics.AUDIT_FACTS, fact.getRunId() == null ? fact.getService() : fact.getRunId(), fact);
    }

    private static AuditFact fact(int number, @Nullable String run) {
        return AuditFact.newBuilder()
                .setId("fact-" + number)
                .setRunId(run)
                .setTenant("default")
                .setService("governor")
                .setKind(AuditKind.APPROVAL)
                .setActor("ann")
                .setDetailJson("{}")
                .setAt(START)
                .build();
    }
}
