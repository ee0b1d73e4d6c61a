package io.flyball.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.ScheduleDefinition;
import io.flyball.catalogue.ScheduleDefinition.Missed;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.config.BoundProperties;
import io.flyball.orchestrator.entrance.Entrance;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private final Knowledge known = new Knowledge();

    private static AdmissionMachine machine(Missed missed) {
        return machine(missed, "30 2 * * *");
    }

    private static AdmissionMachine machine(Missed missed, String cron) {
        var nightly = new ScheduleDefinition("nightly", cron, "UTC", "Check the backups", "production", missed, null);
        var agent = new AgentDefinition(
                "keeper",
                "keeps",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(nightly),
                null,
                null);
        return new AdmissionMachine(
                List.of(agent),
                Set.of(),
                "keeper",
                Inventory.NONE,
                new ClosedRunPeriods(Duration.ofMinutes(5), Duration.ofMinutes(30)),
                AdmissionProperties.DEFAULT);
    }

    private static List<Answer> look(AdmissionMachine machine, Knowledge known, Instant at) {
        List<Answer> answers = new ArrayList<>();
        for (Schedules.Due due : machine.due(known, at)) {
            Decision decision = machine.fired(known, due, at);
            decision.learned().forEach(known::learn);
            answers.addAll(decision.answers());
        }
        return answers;
    }

    @Test
    @DisplayName("ING-8 a schedule begins when it is first seen, and each firing opens one run")
    void firesOnce() {
        AdmissionMachine machine = machine(Missed.SKIP);
        assertThat(look(machine, known, DAY)).isEmpty();
        assertThat(look(machine, known, at(2, 29, 59))).isEmpty();
        assertThat(look(machine, known, at(2, 30, 0)))
                .singleElement()
                .isInstanceOfSatisfying(Answer.Open.class, open -> {
                    assertThat(open.wish().agent()).isEqualTo("keeper");
                    assertThat(open.wish().goal()).isEqualTo("Check the backups");
                    assertThat(open.wish().principal()).isEqualTo("schedule:keeper/nightly");
                });
        assertThat(look(machine, known, at(2, 30, 1))).isEmpty();
        assertThat(look(machine, known, at(2, 30, 0).plus(Duration.ofDays(1)))).hasSize(1);
    }

    @Test
    @DisplayName("ING-8 when a look comes late and two firings are due, each opens its run")
    void twoAreDue() {
        AdmissionMachine often = machine(Missed.SKIP, "*/20 * * * * *");
        look(often, known, DAY);
        List<Answer> late = look(often, known, DAY.plusSeconds(41));
        assertThat(late).hasSize(2).allSatisfy(it -> assertThat(it).isInstanceOf(Answer.Open.class));
        assertThat(late.stream().map(it -> ((Answer.Open) it).wish().runId()).distinct())
                .hasSize(2);
        assertThat(look(often, known, DAY.plusSeconds(59))).isEmpty();
        assertThat(look(often, known, DAY.plusSeconds(3_600)))
                .as("of a missed hour only those of the last minute are on time")
                .hasSize(4);
    }

    @Test
    @DisplayName("ING-8 missed firings are skipped, or the newest of them opens one run, as the schedule says")
    void missed() {
        look(machine(Missed.SKIP), known, DAY);
        Instant tenDaysLater = DAY.plus(Duration.ofDays(10));
        assertThat(look(machine(Missed.SKIP), known, tenDaysLater)).isEmpty();
        assertThat(look(machine(Missed.SKIP), known, tenDaysLater.plusSeconds(1)))
                .isEmpty();

        Knowledge other = new Knowledge();
        look(machine(Missed.RUN_ONCE), other, DAY);
        assertThat(look(machine(Missed.RUN_ONCE), other, tenDaysLater)).hasSize(1);
        assertThat(look(machine(Missed.RUN_ONCE), other, tenDaysLater.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    @DisplayName("ING-8 two replicas that both find a firing due, as in a fail-over, mean one run by one id")
    void oneIdForAll() {
        Knowledge second = new Knowledge();
        look(machine(Missed.SKIP), known, DAY);
        look(machine(Missed.SKIP), second, DAY);
        Answer.Open one =
                (Answer.Open) look(machine(Missed.SKIP), known, at(2, 30, 0)).getFirst();
        Answer.Open other =
                (Answer.Open) look(machine(Missed.SKIP), second, at(2, 30, 7)).getFirst();
        assertThat(one.wish()).isEqualTo(other.wish());

        known.all().forEach(second::learn);
        assertThat(look(machine(Missed.SKIP), second, at(2, 30, 8))).isEmpty();
    }

    @Test
    @DisplayName("ING-8 among all tasks of all replicas only the owner of admission's one partition looks at the clock")
    void oneOwner() {
        assertThat(punctuators(new TaskId(0, 0))).isEqualTo(2);
        assertThat(punctuators(new TaskId(0, 1))).isZero();
        assertThat(punctuators(new TaskId(0, 2))).isZero();
    }

    private static int punctuators(TaskId task) {
        var context = new MockProcessorContext<String, SpecificRecord>(
                new Properties(), task, Path.of("target").toFile());
        for (String name :
                List.of(AdmissionProcessor.ADMISSION, AdmissionProcessor.FINGERPRINTS, AdmissionProcessor.REQUESTS)) {
            var store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        var headers = new EventHeaders("orchestrator", new Telemetry(OpenTelemetry.noop()));
        new AdmissionProcessor(
                        machine(Missed.SKIP), Duration.ofMinutes(5), headers, new Entrance(BoundProperties.DEFAULT))
                .init(context);
        return context.scheduledPunctuators().size();
    }

    private static Instant at(int hour, int minute, int second) {
        return DAY.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute)).plusSeconds(second);
    }
}
