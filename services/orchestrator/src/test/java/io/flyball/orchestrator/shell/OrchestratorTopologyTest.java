package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunEnded;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.contract.ToolCall;
import io.flyball.orchestrator.Answers;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrchestratorTopologyTest extends TopologyHarness {
    @Test
    @DisplayName("RUN-2 RUN-13 an alert becomes a run, is changed, verified, and ends in one result")
    void wholeRun() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        answerUntilQuiet(1, new Random(1));

        io.flyball.contract.RunResult result =
                read(Topics.RESULTS, io.flyball.contract.RunResult.class).getFirst();
        assertThat(result.getOutcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(result.getActions()).hasSize(2);
        assertThat(result.getVerification())
                .singleElement()
                .satisfies(v -> assertThat(v.getVerified()).isTrue());
        assertThat(result.getTraceId()).hasSize(32);
        assertThat(result.getAgent()).isEqualTo("service-restorer");
    }

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(25);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName("RUN-20 duplicated and shuffled records change nothing: one result, contiguous events, no call twice")
    void duplicatesAndShuffles(long seed) throws Unreadable {
        for (int i = 0; i < 4; i++) {
            send(Topics.ALERTS, "fp-" + i, ofService("shop-" + i, Answers.alert("fp-" + i, START)));
        }
        List<Object> seen = answerUntilQuiet(3, new Random(seed));

        assertThat(seen.stream().filter(ToolCall.class::isInstance).map(c -> ((ToolCall) c).getActionId()))
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .hasSize(4)
                .allSatisfy(result -> assertThat(result.getOutcome()).isEqualTo(Outcome.RESOLVED));
        List<RunEvent> events = history();
        events.stream().map(RunEvent::getRunId).distinct().forEach(run -> {
            List<Long> sequences = events.stream()
                    .filter(e -> e.getRunId().equals(run))
                    .map(RunEvent::getSequence)
                    .toList();
            assertThat(sequences)
                    .isEqualTo(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        });
    }

    /** The same alert, sent again. */
    private static io.flyball.contract.Alert again(String fingerprint, int number) {
        return io.flyball.contract.Alert.newBuilder(Answers.alert(fingerprint, START))
                .setId("again-" + number)
                .build();
    }

    @Test
    @DisplayName("ING-3 RUN-14 F01: late copies of an alert that is over join its record, and give no second result")
    void lateCopies() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        answerUntilQuiet(1, new Random(1));
        send(Topics.ALERTS, "fp", copy("resolved", AlertStatus.RESOLVED), START.plusSeconds(190));
        send(Topics.ALERTS, "fp", copy("late-1", AlertStatus.FIRING), START.plusSeconds(200));
        send(Topics.ALERTS, "fp", copy("late-2", AlertStatus.FIRING), START.plusSeconds(201));
        send(Topics.ALERTS, "fp", copy("late-3", AlertStatus.RESOLVED), START.plusSeconds(216));

        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .singleElement()
                .satisfies(result -> assertThat(result.getEffective()).isTrue());
        assertThat(history())
                .filteredOn(event -> event.getWhat() instanceof io.flyball.contract.AlertJoined)
                .hasSize(4);
        assertThat(read(Topics.RUN_ADMISSIONS, io.flyball.contract.RunAdmission.class))
                .filteredOn(admission -> admission.getKind() == io.flyball.contract.AdmissionKind.OPEN)
                .hasSize(1);

        send(Topics.ALERTS, "fp", Answers.alert("fp", START.plusSeconds(217)), START.plusSeconds(217));
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .extracting(io.flyball.contract.RunResult::getEffective)
                .containsExactly(false);
    }

    private static Alert copy(String id, AlertStatus status) {
        return Alert.newBuilder(Answers.alert("fp", START))
                .setId(id)
                .setStatus(status)
                .build();
    }

    @Test
    @DisplayName(
            "ING-4 RUN-17 F05: what the sender left out is told by the run, to people and to the planner; it cannot be RESOLVED")
    void leftOut() throws Unreadable {
        send(
                Topics.ALERTS,
                "fp",
                Alert.newBuilder(Answers.alert("fp", START)).setLeftOut(37).build());
        assertThat(history())
                .filteredOn(event -> event.getWhat() instanceof io.flyball.contract.RunOpened)
                .singleElement()
                .satisfies(event -> assertThat(((io.flyball.contract.RunOpened) event.getWhat())
                                .getAlert()
                                .getLeftOut())
                        .isEqualTo(37));
        assertThat(read(Topics.NOTIFICATIONS, io.flyball.contract.Notification.class))
                .first()
                .satisfies(notice -> assertThat(notice.getFields().toString()).contains("37 more alerts"));
        assertThat(read(Topics.PLAN_REQUESTS, io.flyball.contract.PlanRequest.class))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getAlert().getLeftOut()).isEqualTo(37);
                    assertThat(request.getProgress()).contains("37 more were left out");
                });
        answerUntilQuiet(1, new Random(1));
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .noneMatch(result -> result.getOutcome() == Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-14 an alert that begins anew after RESOLVED gives a second result, marked as not effective")
    void returns() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        answerUntilQuiet(1, new Random(1));
        send(Topics.ALERTS, "fp", Answers.alert("fp", START.plusSeconds(190)), START.plusSeconds(200));

        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .extracting(io.flyball.contract.RunResult::getEffective)
                .containsExactly(true, false);
    }

    @Test
    @DisplayName("RUN-14 CON-3 the correction of a result has an id of its own, so that who drops repeats takes it")
    void correctionIsNoRepeat() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        answerUntilQuiet(1, new Random(1));
        send(Topics.ALERTS, "fp", Answers.alert("fp", START.plusSeconds(190)), START.plusSeconds(200));

        assertThat(headers(Topics.RESULTS, "ce_id")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("RUN-1 every event says its step, the last one and what joins after the end too")
    void everyEventSaysItsStep() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        answerUntilQuiet(1, new Random(1));
        send(Topics.ALERTS, "fp", again("fp", 2), START.plusSeconds(200));

        List<RunEvent> events = history();
        int last = (int) events.stream()
                .filter(event -> event.getWhat() instanceof io.flyball.contract.PlanRequested)
                .count();
        assertThat(events).extracting(RunEvent::getStep).isSorted();
        assertThat(events.stream().filter(event -> event.getWhat() instanceof io.flyball.contract.PlanDecided))
                .extracting(RunEvent::getStep)
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, last).boxed().toList());
        assertThat(events.stream().filter(event -> event.getWhat() instanceof RunEnded))
                .singleElement()
                .satisfies(ended -> assertThat(ended.getStep()).isEqualTo(last));
        assertThat(events.getLast().getWhat()).isInstanceOf(io.flyball.contract.AlertJoined.class);
        assertThat(events.getLast().getStep()).isEqualTo(last);
    }

    @Test
    @DisplayName("ING-3 repeats of an alert join its open run, and its closed run during the cool-down")
    void repeatsJoin() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        send(Topics.ALERTS, "fp", Answers.alert("fp", START.plusSeconds(1)));
        answerUntilQuiet(1, new Random(1));
        send(Topics.ALERTS, "fp", again("fp", 2), START.plusSeconds(200));

        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class)).hasSize(1);
        assertThat(history().stream().filter(e -> e.getWhat() instanceof io.flyball.contract.AlertJoined))
                .hasSize(2);

        send(Topics.ALERTS, "fp", Answers.alert("fp", START.plusSeconds(3)), START.plusSeconds(400));
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class))
                .extracting(PlanRequest::getRunId)
                .hasSize(1);
    }

    @Test
    @DisplayName("ING-3 a resolve with no run at it opens none")
    void resolveAloneOpensNothing() throws Unreadable {
        Alert resolved = Alert.newBuilder(Answers.alert("fp", START))
                .setStatus(AlertStatus.RESOLVED)
                .build();
        send(Topics.ALERTS, "fp", resolved);
        assertThat(history()).isEmpty();
    }

    @Test
    @DisplayName("ING-7 the same request opens one run")
    void requestOpensOneRun() throws Unreadable {
        io.flyball.contract.RunRequest request = io.flyball.contract.RunRequest.newBuilder()
                .setRunId("01900000-0000-7000-8000-000000000001")
                .setPrincipal("ann")
                .setAgent("service-restorer")
                .setGoal("look at shop")
                .setEnvironment("staging")
                .setRequestedAt(START)
                .build();
        send(Topics.RUN_REQUESTS, request.getRunId(), request);
        send(Topics.RUN_REQUESTS, request.getRunId(), request);

        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class))
                .singleElement()
                .satisfies(r -> assertThat(r.getEnvironment()).isEqualTo("staging"));
    }

    @Test
    @DisplayName("CON-7 what cannot be read becomes a dead letter, bytes unchanged, and the partition goes on")
    void unreadableBecomesDeadLetter() throws Unreadable {
        byte[] garbage = {7, 1, 2, 3, 4, 5};
        driver.createInputTopic(Topics.ALERTS, new StringSerializer(), new ByteArraySerializer())
                .pipeInput("fp", garbage, START);
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));

        assertThat(read(Topics.DEAD_LETTERS, DeadLetter.class)).singleElement().satisfies(letter -> {
            assertThat(letter.getValue().array()).isEqualTo(garbage);
            assertThat(letter.getTopic()).isEqualTo(Topics.ALERTS);
            assertThat(letter.getReason()).contains("wire format");
        });
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).hasSize(1);
    }

    @Test
    @DisplayName("STOP-2 runs are held while the stop is on and go on after its release")
    void stopHoldsRuns() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        String runId = runId();

        stop.set(new StopState.Stopped("agent:emergency_stop", "drill", "ann", null));
        timePasses(Duration.ofSeconds(1));
        assertThat(history()).anySatisfy(event -> assertThat(event.getWhat()).isInstanceOf(RunHeld.class));
        timePasses(Duration.ofHours(3));
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).isEmpty();

        stop.set(new StopState.Clear());
        timePasses(Duration.ofSeconds(1));
        send(Topics.PLAN_DECISIONS, runId, Answers.plan(lastRequest, START));
        answerUntilQuiet(1, new Random(1));
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .singleElement()
                .satisfies(result -> assertThat(result.getOutcome()).isEqualTo(Outcome.RESOLVED));
    }

    @Test
    @DisplayName("RUN-4 a run whose time is up ends by the clock alone")
    void timersFire() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        send(Topics.PLAN_DECISIONS, runId(), Answers.plan(lastRequest, START));
        timePasses(Duration.ofSeconds(301));

        assertThat(history())
                .anySatisfy(event -> assertThat(event.getWhat())
                        .isInstanceOfSatisfying(
                                RunEnded.class,
                                ended -> assertThat(ended.getOutcome()).isEqualTo(Outcome.TIMED_OUT)));
    }

    /** Alerts of different services share no run. */
    private static Alert ofService(String service, Alert alert) {
        return Alert.newBuilder(alert).setService(service).build();
    }

    private PlanRequest lastRequest;

    private String runId() throws Unreadable {
        lastRequest = read(Topics.PLAN_REQUESTS, PlanRequest.class).getFirst();
        return lastRequest.getRunId();
    }
}
