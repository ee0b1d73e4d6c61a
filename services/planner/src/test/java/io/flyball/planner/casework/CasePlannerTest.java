package io.flyball.planner.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.flyball.planner.casework.FollowedCase.Answer;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.ProposedAction;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasePlannerTest {
    private static final String TILL = """
            name: till
            kind: service
            environment: staging
            resources: {names: ["service:till"], commands: [[supervisorctl, restart, till]]}
            health: ["http://127.0.0.1:9001/health"]
            runs: {process: till, port: "9001", program: till, log: /var/log/till.log}
            """;
    private static final Answer NOBODY = Answer.failed(
            1, "http://127.0.0.1:9001/health is not healthy after 2 attempts: no answer: Connection refused");
    private static final Answer WELL = Answer.ok("http://127.0.0.1:9001/health is healthy: status 200");
    private static final Answer RUNS = Answer.ok("  4711  1 S  900 9000 5 0.1 till\n");

    @TempDir
    Path folder;

    private FollowedCase till(String name, String summary) {
        return new FollowedCase(folder, TILL, alert(name, "till", summary, Map.of()));
    }

    private static AlertFacts alert(String name, String service, String summary, Map<String, String> labels) {
        return new AlertFacts(
                name,
                service,
                "critical",
                "alertmanager",
                false,
                labels,
                Map.of("summary", summary),
                FollowedCase.NOW.minusSeconds(60));
    }

    private static Map<String, Answer> dead() {
        Map<String, Answer> answers = new HashMap<>();
        answers.put("processes", Answer.failed(1, ""));
        answers.put("listener-of-port", Answer.ok(""));
        answers.put("supervised-program", Answer.failed(3, "till    STOPPED   Nov 21 06:09 AM\n"));
        answers.put("entry-health", NOBODY);
        answers.put("log-tail", Answer.ok("INFO started\n"));
        answers.put("machine-name", Answer.ok("vm7\n"));
        return answers;
    }

    private static Decision.Escalate told(FollowedCase run) {
        return assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .actual();
    }

    @Test
    @DisplayName("CASE-5 probes that fit the entry are made side by side as plain reads")
    void firstRound() {
        List<ProposedAction> wanted = till("TillDown", "The till is down.").wanted();

        assertThat(wanted)
                .extracting(ProposedAction::label)
                .contains(
                        "probe:processes",
                        "probe:listener-of-port",
                        "probe:supervised-program",
                        "probe:entry-health",
                        "probe:log-tail")
                .doesNotContain("probe:redis-info", "probe:pods", "probe:alert-url");
        assertThat(wanted).allSatisfy(action -> assertThat(action.verifies()).isEmpty());
        assertThat(wanted.stream()
                        .filter(action -> "probe:log-tail".equals(action.label()))
                        .findFirst()
                        .orElseThrow()
                        .arguments())
                .isEqualTo(Map.of("argv", List.of("tail", "-n", "60", "/var/log/till.log")));
    }

    @Test
    @DisplayName("CASE-6 one supported cause leads to its remedy; afterwards the same looks tell whether it is gone")
    void heals() {
        FollowedCase run = till("TillDown", "The till is down.").answer(dead());
        while (run.wanted().stream()
                .anyMatch(action -> String.valueOf(action.label()).startsWith("probe:"))) {
            run.answer(dead());
        }
        assertThat(run.wanted()).singleElement().satisfies(action -> {
            assertThat(action.arguments().get("argv")).isEqualTo(List.of("supervisorctl", "restart", "till"));
            assertThat(action.target()).isEqualTo("service:till");
        });

        run.answer(Map.of("restart_supervised", Answer.ok("till: started\n")))
                .answer(Map.of("restart_supervised_answers", WELL));
        assertThat(run.wanted()).extracting(ProposedAction::label).contains("again:processes", "again:entry-health");
        run.answer(Map.of(
                "processes",
                RUNS,
                "entry-health",
                WELL,
                "supervised-program",
                Answer.ok("till RUNNING pid 1, uptime 0:00:09\n"),
                "listener-of-port",
                Answer.ok("LISTEN 0 5 127.0.0.1:9001 0.0.0.0:* users:((\"till\",pid=4711,fd=3))\n")));

        assertThat(run.decide()).asInstanceOf(type(Decision.Finish.class)).satisfies(finish -> {
            assertThat(finish.outcome()).isEqualTo(FinishOutcome.RESOLVED);
            assertThat(finish.summary())
                    .contains("till, the program of till, does not run", "[process/dead]", "the cause is gone");
            assertThat(finish.rootCause()).startsWith("process/dead: ").contains("process.count = 0");
        });
    }

    @Test
    @DisplayName("RUN-17 CASE-6 what the log said before the remedy keeps nobody from seeing that it helped")
    void oldLinesOfTheLog() {
        Map<String, Answer> squatted = dead();
        squatted.put(
                "listener-of-port",
                Answer.ok("LISTEN 0 5 127.0.0.1:9001 0.0.0.0:* users:((\"python3\",pid=99,fd=3))\n"));
        squatted.put("log-tail", Answer.ok("ERROR bind: Address already in use\n"));
        FollowedCase run = till("TillDown", "The till is down.").answer(squatted);
        while (run.wanted().stream()
                .anyMatch(action -> String.valueOf(action.label()).startsWith("probe:"))) {
            run.answer(squatted);
        }
        Map<String, Answer> well = new HashMap<>(squatted);
        well.put("processes", Answer.ok("77 1 S 500 2000 1 0.0 till\n"));
        well.put("listener-of-port", Answer.ok("LISTEN 0 5 127.0.0.1:9001 0.0.0.0:* users:((\"till\",pid=77,fd=3))\n"));
        well.put("entry-health", WELL);
        run.answer(Map.of("free_port", Answer.ok("process 99 (python3) ends\n")))
                .answer(Map.of("free_port_answers", WELL))
                .answer(well);

        assertThat(run.decide()).isInstanceOf(Decision.Finish.class);
    }

    @Test
    @DisplayName("RUN-17 what is still there after the remedy is told, and nobody says that it is solved")
    void remedyDidNotHelp() {
        FollowedCase run = till("TillDown", "The till is down.").answer(dead());
        while (run.wanted().stream()
                .anyMatch(action -> String.valueOf(action.label()).startsWith("probe:"))) {
            run.answer(dead());
        }
        run.answer(Map.of("restart_supervised", Answer.ok("till: started\n")))
                .answer(Map.of("restart_supervised_answers", WELL))
                .answer(dead());

        assertThat(told(run).reason()).contains("the remedy did not take the cause away");
    }

    @Test
    @DisplayName(
            "CASE-3 a more special cause explains the general one: a port that another program holds is freed and nothing is restarted, and told where that fails")
    void portTaken() {
        Map<String, Answer> answers = dead();
        answers.put(
                "listener-of-port",
                Answer.ok("LISTEN 0 5 127.0.0.1:9001 0.0.0.0:* users:((\"python3\",pid=99,fd=3))\n"));
        answers.put("log-tail", Answer.ok("ERROR bind: Address already in use\n"));
        FollowedCase run = till("TillDown", "The till is down.").answer(answers);
        while (run.wanted().stream()
                .anyMatch(action -> String.valueOf(action.label()).startsWith("probe:"))) {
            run.answer(answers);
        }
        assertThat(run.wanted())
                .extracting(action -> action.arguments().get("argv"))
                .containsExactly(List.of("mendctl", "free-port", "9001", "till"));
        run.answer(answers);

        Decision.Escalate told = told(run);
        assertThat(told.reason())
                .contains("another program has it. [network/port-conflict]", "free-port did not go through");
        assertThat(told.known())
                .contains(
                        "Cause (",
                        "port.owner = python3",
                        "Ruled out:",
                        "process/dead: it follows from port-taken",
                        "Seen (");
        assertThat(told.nextSteps()).first().asString().contains("ss -ltnp");
    }

    @Test
    @DisplayName("CASE-4 where the probes could not be made, nothing is concluded from what they did not show")
    void nothingSeen() {
        FollowedCase run = till("TillDown", "The till is down.");
        while (!run.wanted().isEmpty()) {
            run.answer(Map.of());
        }

        Decision.Escalate told = told(run);
        assertThat(told.reason()).contains("nothing could be looked at");
        assertThat(told.known()).doesNotContain("Cause (").containsPattern("Not seen: .*processes.*: refused");
    }

    @Test
    @DisplayName("CASE-8 a change that came with the run is told, and is no cause by itself")
    void change() {
        FollowedCase run = till("TillSlow", "Requests take long.");
        run.background = List.of("release 42 of till was deployed 30 s before the alert");
        Map<String, Answer> well = new HashMap<>(Map.of("processes", RUNS, "entry-health", WELL));
        while (!run.wanted().isEmpty()) {
            run.answer(well);
        }

        Decision.Escalate told = told(run);
        assertThat(told.known()).contains("release 42").doesNotContain("Cause (");
        assertThat(told.nextSteps()).anySatisfy(step -> assertThat(step).contains("release 42"));
    }

    @Test
    @DisplayName(
            "INV-6 an alert about what no entry covers gets what can be seen of this machine, and what is missing is named")
    void unknown() {
        var run = new FollowedCase(
                folder, "", alert("FilesystemAlmostFull", "nobody", "Disk of db-7 is 97 % full.", Map.of()));
        assertThat(run.wanted())
                .extracting(ProposedAction::label)
                .contains("probe:disks", "probe:machine-name")
                .doesNotContain("probe:processes");
        Map<String, Answer> answers =
                Map.of("disks", Answer.ok("Filesystem 1 1 1 Capacity Mounted on\n/dev/vda 258020 36119 67779 97% /\n"));
        while (!run.wanted().isEmpty()) {
            run.answer(answers);
        }

        Decision.Escalate told = told(run);
        assertThat(told.known())
                .contains("none: no entry of the inventory is for the service \"nobody\"", "Possible (", "disk/full")
                .doesNotContain("Cause (");
        assertThat(told.nextSteps()).anySatisfy(step -> assertThat(step).contains("Add a file catalogue/inventory"));
    }

    @Test
    @DisplayName("INV-6 an alert about another machine is not answered with readings of this one")
    void otherMachine() {
        var run = new FollowedCase(folder, "", alert("DiskFull", "nobody", "Disk is full.", Map.of("host", "db-7")));
        assertThat(run.wanted()).extracting(ProposedAction::label).doesNotContain("probe:disks");
        run.answer(Map.of("machine-name", Answer.ok("vm7\n")));

        assertThat(told(run).nextSteps()).anySatisfy(step -> assertThat(step).contains("It is about the machine db-7"));
    }

    @Test
    @DisplayName("CAT-1 what the alert says is down and answers is not reproduced")
    void nothingWrong() {
        var run = new FollowedCase(
                folder, "", alert("TillDown", "nobody", "Down.", Map.of("health_url", "http://127.0.0.1:9001/health")));
        assertThat(run.wanted())
                .filteredOn(look -> "probe:alert-url".equals(look.label()))
                .as("a look that counts as a check, or nobody may say that nothing is wrong")
                .singleElement()
                .satisfies(look -> assertThat(look.expects()).containsExactly(Expectation.SUCCESS));
        while (!run.wanted().isEmpty()) {
            run.answer(Map.of("alert-url", WELL, "alert-endpoint", WELL));
        }

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Finish.class))
                .satisfies(finish -> assertThat(finish.outcome()).isEqualTo(FinishOutcome.NOT_REPRODUCED));
    }
}
