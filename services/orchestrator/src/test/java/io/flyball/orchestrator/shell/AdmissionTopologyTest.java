package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AdmissionKind;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertJoined;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.Outcome;
import io.flyball.contract.ParentRun;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunQueued;
import io.flyball.contract.RunStatus;
import io.flyball.orchestrator.Answers;
import io.flyball.orchestrator.admission.Settings;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Admission and runs together, through the topics; one place for open runs. */
class AdmissionTopologyTest extends TopologyHarness {
    private static final String BY_HAND = "01900000-0000-7000-8000-00000000000a";

    @TempDir
    private Path folder;

    @Override
    AdmissionProperties admission() {
        return Settings.with(set -> {
            set.openInAll = 1;
            set.runsPerHour = 4;
        });
    }

    /** The shipped agents, and one with a schedule. */
    @Override
    Path catalogue() {
        try {
            Files.createDirectories(folder.resolve("agents"));
            Files.createSymbolicLink(
                    folder.resolve("tools"), Path.of("../../catalogue/tools").toAbsolutePath());
            for (String agent : List.of("first-responder", "service-restorer", "self-check")) {
                Files.copy(
                        Path.of("../../catalogue/agents", agent + ".yaml"),
                        folder.resolve("agents/" + agent + ".yaml"));
            }
            Files.writeString(folder.resolve("agents/keeper.yaml"), """
                    name: keeper
                    purpose: Looks after backups.
                    tools: [read_file]
                    schedules:
                      - {name: hourly, cron: "0 * * * *", goal: Check the backups, environment: staging}
                    """);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Alert firing(String service, Instant at) {
        return Alert.newBuilder(Answers.alert("fp-" + service, at))
                .setService(service)
                .build();
    }

    private static Alert resolved(String service, Instant at) {
        return Alert.newBuilder(firing(service, at))
                .setId("resolved-" + service)
                .setStatus(AlertStatus.RESOLVED)
                .build();
    }

    private void raise(Alert alert) {
        send(Topics.ALERTS, alert.getFingerprint(), alert, alert.getStartsAt());
    }

    private static io.flyball.contract.RunRequest request(String runId, String agent, String goal, String parent) {
        return io.flyball.contract.RunRequest.newBuilder()
                .setRunId(runId)
                .setPrincipal("ann")
                .setAgent(agent)
                .setGoal(goal)
                .setEnvironment("staging")
                .setParent(parent == null ? null : new ParentRun(parent, "step", 1, List.of()))
                .setRequestedAt(START)
                .build();
    }

    private void cancel(String runId) {
        order(ControlKind.CANCEL, runId);
    }

    private void order(ControlKind kind, String runId) {
        send(
                Topics.CONTROL,
                runId,
                ControlCommand.newBuilder()
                        .setId("order")
                        .setTarget(runId)
                        .setKind(kind)
                        .setTenant("default")
                        .setReason("not needed")
                        .setBy("ann")
                        .setChannel("cli")
                        .setAt(START)
                        .build());
    }

    @Test
    @DisplayName("CON-2 an order to a run is followed by a tombstone, so that agent.control does not grow; stops stay")
    void followedOrdersMayBeForgotten() throws Unreadable {
        raise(firing("shop", START));
        String run = history().getFirst().getRunId();

        order(ControlKind.PAUSE, run);
        order(ControlKind.EMERGENCY_STOP, "emergency_stop");
        order(ControlKind.KILL, "kill_switch:sre");
        cancel(run);
        cancel("01900000-0000-7000-8000-00000000dead");

        assertThat(tombstones(Topics.CONTROL)).containsExactly(run, run, "01900000-0000-7000-8000-00000000dead");
        assertThat(results()).hasSize(1);
        bury(Topics.CONTROL, run);
        assertThat(read(Topics.DEAD_LETTERS, io.flyball.contract.DeadLetter.class))
                .as("a tombstone is read without a word")
                .isEmpty();
    }

    private List<io.flyball.contract.RunResult> results() throws Unreadable {
        return read(Topics.RESULTS, io.flyball.contract.RunResult.class);
    }

    @Test
    @DisplayName("ING-4 over the cap a run exists as queued, with the reason, and opens when the other has ended")
    void queued() throws Unreadable {
        raise(firing("shop", START));
        raise(firing("cart", START));
        raise(Alert.newBuilder(firing("cart", START))
                .setId("again")
                .setFingerprint("another")
                .build());

        List<RunEvent> before = history();
        String waiting = before.stream()
                .filter(event -> event.getWhat() instanceof RunQueued)
                .findFirst()
                .orElseThrow()
                .getRunId();
        List<RunEvent> its = before.stream()
                .filter(event -> event.getRunId().equals(waiting))
                .toList();
        assertThat(its).extracting(RunEvent::getStatus).containsOnly(RunStatus.QUEUED);
        assertThat(((RunQueued) its.getFirst().getWhat()).getReason())
                .isEqualTo("all 1 places for open runs are taken");
        assertThat(its)
                .filteredOn(event -> event.getWhat() instanceof AlertJoined)
                .extracting(event -> ((AlertJoined) event.getWhat()).getFingerprint())
                .containsExactly("fp-cart", "another");
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).hasSize(1);
    }

    @Test
    @DisplayName("ING-4 all that waits gets its turn, and each ends once")
    void everyoneGetsATurn() throws Unreadable {
        for (String service : List.of("shop", "cart", "search")) {
            raise(firing(service, START));
        }
        answerUntilQuiet(1, new Random(1));
        assertThat(results())
                .extracting(io.flyball.contract.RunResult::getService)
                .containsExactlyInAnyOrder("shop", "cart", "search");
    }

    @Test
    @DisplayName("ING-4 a queued run that is cancelled ends and leaves the queue")
    void cancelled() throws Unreadable {
        raise(firing("shop", START));
        raise(firing("cart", START));
        String waiting = history().stream()
                .filter(event -> event.getWhat() instanceof RunQueued)
                .findFirst()
                .orElseThrow()
                .getRunId();
        cancel(waiting);
        answerUntilQuiet(1, new Random(1));

        assertThat(results())
                .extracting(io.flyball.contract.RunResult::getRunId, io.flyball.contract.RunResult::getOutcome)
                .hasSize(2)
                .contains(org.assertj.core.groups.Tuple.tuple(waiting, Outcome.CANCELLED));
        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class))
                .filteredOn(it -> it.getRunId().equals(waiting))
                .extracting(RunAdmission::getKind)
                .containsExactly(AdmissionKind.QUEUE, AdmissionKind.JOIN);
    }

    @Test
    @DisplayName(
            "ING-10 ING-12 what fired and resolved while nothing was up is read oldest first; its run knows it has resolved")
    void backlog() throws Unreadable {
        raise(firing("shop", START));
        raise(firing("cart", START.plusSeconds(1)));
        raise(resolved("cart", START.plusSeconds(2)));
        raise(resolved("shop", START.plusSeconds(3)));

        List<RunEvent> events = history();
        assertThat(events)
                .filteredOn(event -> event.getWhat() instanceof AlertJoined)
                .extracting(event -> ((AlertJoined) event.getWhat()).getStatus())
                .containsExactlyInAnyOrder(AlertStatus.FIRING, AlertStatus.RESOLVED, AlertStatus.RESOLVED);
        cancel(events.getFirst().getRunId());
        PlanRequest second = read(Topics.PLAN_REQUESTS, PlanRequest.class).getLast();
        assertThat(second.getRunId()).isNotEqualTo(events.getFirst().getRunId());
        assertThat(second.getAlert().getStatus()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    @DisplayName("ING-9 what was deployed is in the plan request's background, also what comes while the run is open")
    void deployments() throws Unreadable {
        deploy("d1", "v41", START.minusSeconds(720));
        raise(firing("shop", START));
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class).getFirst().getBackground())
                .contains("Deployed 12 min before the alert: shop v41 (was v40) by ci: new checkout");
    }

    @Test
    @DisplayName("ING-9 a deployment during the run is told to it")
    void deployedMeanwhile() throws Unreadable {
        raise(firing("shop", START));
        deploy("d2", "v42", START.plusSeconds(5));
        assertThat(answerUntilQuiet(1, new Random(1)).stream()
                        .filter(PlanRequest.class::isInstance)
                        .map(it -> ((PlanRequest) it).getBackground())
                        .filter(background -> background.toString().contains("v42")))
                .isNotEmpty();
    }

    private void deploy(String id, String version, Instant at) {
        send(
                Topics.DEPLOYMENTS,
                "shop",
                io.flyball.contract.Deployment.newBuilder()
                        .setId(id)
                        .setTenant("default")
                        .setService("shop")
                        .setEnvironment("production")
                        .setVersion(version)
                        .setPreviousVersion("v40")
                        .setBy("ci")
                        .setDescription("new checkout")
                        .setDeployedAt(at)
                        .build(),
                at);
    }

    @Test
    @DisplayName("ING-5 tickets of an agent that raise alerts bring no second run of it; the first hears of them")
    void feedbackLoop() throws Unreadable {
        raise(firing("shop", START));
        String run = history().getFirst().getRunId();
        IntStream.range(0, 20)
                .forEach(i -> raise(Alert.newBuilder(firing("desk-" + i, START.plusSeconds(i)))
                        .setCausedByRun(run)
                        .build()));
        assertThat(history())
                .filteredOn(event -> event.getWhat() instanceof AlertJoined)
                .hasSize(20)
                .allSatisfy(event -> assertThat(event.getRunId()).isEqualTo(run));
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class))
                .extracting(PlanRequest::getRunId)
                .containsOnly(run);
    }

    @Test
    @DisplayName("ING-4 ING-5 an alert whose cause is old is a run that says at once why none begins; people are told")
    void oldCause() throws Unreadable {
        raise(firing("shop", START));
        String cause = history().getFirst().getRunId();
        answerUntilQuiet(1, new Random(1));
        read(Topics.RESULTS, io.flyball.contract.RunResult.class);
        Instant late = START.plus(Duration.ofHours(1));
        raise(Alert.newBuilder(firing("desk", late)).setCausedByRun(cause).build());

        assertThat(results()).singleElement().satisfies(it -> {
            assertThat(it.getOutcome()).isEqualTo(Outcome.FAILED);
            assertThat(it.getReason()).contains("of the same agent service-restorer caused it");
        });
        assertThat(read(Topics.NOTIFICATIONS, Notification.class).getLast().getBody())
                .contains("of the same agent service-restorer caused it");
    }

    @Test
    @DisplayName("RUN-27 a parent whose child is not let in hears of its end")
    void refusedChild() throws Unreadable {
        String parent = "01900000-0000-7000-8000-00000000000b";
        String child = "01900000-0000-7000-8000-00000000000c";
        send(Topics.RUN_REQUESTS, parent, request(parent, "first-responder", "coordinate", null));
        send(
                Topics.RUN_REQUESTS,
                child,
                io.flyball.contract.RunRequest.newBuilder(request(child, "first-responder", "help", parent))
                        .setCausedByRun(parent)
                        .build());

        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class))
                .filteredOn(it -> it.getKind() == AdmissionKind.CHILD_ENDED)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getRunId()).isEqualTo(parent);
                    assertThat(it.getFinding().getOutcome()).isEqualTo(Outcome.FAILED);
                    assertThat(it.getFinding().getSummary()).contains("of the same agent first-responder caused it");
                });
    }

    @Test
    @DisplayName("ING-5 an agent that opens too many runs within the hour trips its breaker, people are told once")
    void breaker() throws Unreadable {
        for (int i = 0; i < 7; i++) {
            raise(firing("service-" + i, START));
        }
        answerUntilQuiet(1, new Random(1));
        assertThat(results()).hasSize(4);
        raise(firing("service-8", START.plusSeconds(30)));
        raise(firing("service-9", START.plusSeconds(31)));
        assertThat(read(Topics.NOTIFICATIONS, Notification.class))
                .filteredOn(it -> it.getKind() == NotificationKind.BREAKER)
                .singleElement()
                .satisfies(it -> assertThat(it.getBody())
                        .contains("4 runs of the agent service-restorer have changed something"));

        away(Duration.ofMinutes(61));
        answerUntilQuiet(1, new Random(2));
        assertThat(results()).isNotEmpty();
    }

    @Test
    @DisplayName("ING-7 the same request opens one run, also while it waits in the queue")
    void sameRequest() throws Unreadable {
        raise(firing("shop", START));
        send(Topics.RUN_REQUESTS, BY_HAND, request(BY_HAND, "service-restorer", "look at it", null));
        send(Topics.RUN_REQUESTS, BY_HAND, request(BY_HAND, "service-restorer", "look at it", null));
        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class))
                .filteredOn(it -> it.getRunId().equals(BY_HAND))
                .extracting(RunAdmission::getKind)
                .containsExactly(AdmissionKind.QUEUE);
        answerUntilQuiet(1, new Random(1));
        assertThat(results())
                .extracting(io.flyball.contract.RunResult::getRunId)
                .contains(BY_HAND)
                .hasSize(2);
    }

    @Test
    @DisplayName("ING-8 each firing of a schedule opens one run; those that were missed are skipped")
    void schedule() throws Unreadable {
        away(Duration.ofSeconds(1));
        for (int second = 0; second < 3_700; second += 10) {
            away(Duration.ofSeconds(10));
        }
        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getAgent()).isEqualTo("keeper");
                    assertThat(it.getPrincipal()).isEqualTo("schedule:keeper/hourly");
                    assertThat(it.getEnvironment()).isEqualTo("staging");
                });
        away(Duration.ofHours(5));
        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class)).isEmpty();
    }

    @Test
    @DisplayName("TEAM-5 a parent gets the result of a run that is already at it, even if that one waited for its turn")
    void intents() throws Unreadable {
        String parent = "01900000-0000-7000-8000-00000000000b";
        String child = "01900000-0000-7000-8000-00000000000c";
        send(Topics.RUN_REQUESTS, parent, request(parent, "first-responder", "coordinate", null));
        send(Topics.RUN_REQUESTS, BY_HAND, request(BY_HAND, "service-restorer", "Look at  Shop", null));
        send(Topics.RUN_REQUESTS, child, request(child, "service-restorer", "look at shop", parent));

        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class))
                .filteredOn(it -> it.getRunId().equals(BY_HAND))
                .extracting(RunAdmission::getKind)
                .containsExactly(AdmissionKind.QUEUE, AdmissionKind.OPEN, AdmissionKind.LISTEN);
        answerUntilQuiet(1, new Random(1));
        assertThat(results())
                .extracting(io.flyball.contract.RunResult::getRunId)
                .contains(BY_HAND)
                .doesNotContain(child);
        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class))
                .filteredOn(it -> it.getKind() == AdmissionKind.CHILD_ENDED)
                .singleElement()
                .satisfies(it -> assertThat(it.getRunId()).isEqualTo(parent));
    }
}
