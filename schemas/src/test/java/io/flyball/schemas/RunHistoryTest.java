package io.flyball.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.FurtherFact;
import io.flyball.contract.PlanRequested;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.contract.RunStatus;
import io.flyball.contract.ToolCalled;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    @Test
    @DisplayName("RUN-1 one record may tell several things; each has its own number, id and step")
    void several() {
        RunEvent record = record(List.of(
                new FurtherFact(2, new PlanRequested("request", 1)),
                new FurtherFact(2, new RunHeld("the stop is on"))));

        List<RunEvent> events = RunHistory.oneByOne(record);

        assertThat(events).extracting(RunEvent::getSequence).containsExactly(7L, 8L, 9L);
        assertThat(events).extracting(RunEvent::getId).containsExactly("run:e7", "run:e8", "run:e9");
        assertThat(events).extracting(RunEvent::getStep).containsExactly(1, 2, 2);
        assertThat(events)
                .extracting(RunEvent::getWhat)
                .containsExactly(
                        new ToolCalled("action", 1), new PlanRequested("request", 1), new RunHeld("the stop is on"));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getFurther()).isEmpty();
            assertThat(event.getStatus()).isEqualTo(RunStatus.HELD);
            assertThat(event.getTraceId()).isEqualTo("trace");
        });
    }

    @Test
    @DisplayName("RUN-1 a record of an older version tells one thing and stays as it is")
    void one() {
        RunEvent record = record(List.of());
        assertThat(RunHistory.oneByOne(record)).containsExactly(record);
    }

    @Test
    @DisplayName("RUN-1 whatever may happen first may happen further on")
    void same() {
        Schema further = FurtherFact.getClassSchema().getField("what").schema();
        assertThat(further).isEqualTo(RunEvent.getClassSchema().getField("what").schema());
    }

    private static RunEvent record(List<FurtherFact> further) {
        return RunEvent.newBuilder()
                .setId("run:e7")
                .setRunId("run")
                .setTenant("default")
                .setAgent("first-responder")
                .setSequence(7)
                .setStatus(RunStatus.HELD)
                .setStep(1)
                .setTraceId("trace")
                .setWhat(new ToolCalled("action", 1))
                .setAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setFurther(further)
                .build();
    }
}
