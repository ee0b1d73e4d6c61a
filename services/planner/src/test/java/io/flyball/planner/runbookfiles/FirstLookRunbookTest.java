package io.flyball.planner.runbookfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Verdict;
import io.flyball.planner.runbookfiles.FollowedRun.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CAT-1 the first look at an alert that nobody wrote a runbook for")
class FirstLookRunbookTest {
    private static final Answer REFUSED = new Answer(
            Verdict.ALLOW, CallStatus.REFUSED, "", "the agent may not reach 10.0.0.7:8080; it may reach: []");
    private static final EntryFacts TILL = new EntryFacts(
            "till",
            "service",
            "staging",
            List.of("http://127.0.0.1:9000/health", "tcp://127.0.0.1:9001"),
            List.of(new EntryFacts.Needed("till-db", List.of("tcp://127.0.0.1:5432"))));

    private static FollowedRun run(String name, Map<String, String> labels, Map<String, String> annotations) {
        return new FollowedRun(TestCatalogue.shipped("first-look"), FollowedRun.alert(name, labels, annotations));
    }

    private static Decision.Escalate briefing(FollowedRun run) {
        return assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .actual();
    }

    private static Function<String, Answer> all(Map<String, Answer> answers, Answer otherwise) {
        return step -> answers.getOrDefault(step, otherwise);
    }

    @Test
    @DisplayName("PLN-2 the first responder takes it where no other of its runbooks is for the alert, and only there")
    void isTheFallback() {
        var responder = TestCatalogue.shipped().agent("first-responder").orElseThrow();
        var library = RunbookLibrary.load(TestCatalogue.shipped());

        assertThat(library.choose(
                        responder, run("Whatever\nthis is", Map.of(), Map.of()).situation()))
                .hasValueSatisfying(runbook -> assertThat(runbook.name()).isEqualTo("first-look"));
        assertThat(library.choose(
                        responder,
                        run("TargetDown", Map.of("instance", "h:1"), Map.of()).situation()))
                .hasValueSatisfying(runbook -> assertThat(runbook.name()).isEqualTo("endpoint-down"));
    }

    @Test
    @DisplayName("INV-6 an alert without any place is told with what it says and with what is missing")
    void noPlace() {
        Decision.Escalate told = briefing(
                run("QueueFull", Map.of("service", "orders"), Map.of("description", "The queue\n is over 33 %.")));

        assertThat(told.reason()).isEqualTo("QueueFull: nothing could be looked at. The queue is over 33 %.");
        assertThat(told.known())
                .contains(
                        "It says: The queue is over 33 %.",
                        "Service: orders; environment: production",
                        "none: no entry of the inventory is for the service \"orders\"",
                        "answers: not looked at: no label of the alert holds a URL");
        assertThat(told.nextSteps()).singleElement().asString().contains("Add a file catalogue/inventory", "orders");
    }

    @Test
    @DisplayName("CAT-1 looks are made side by side and only read; what fails is told and stops nothing")
    void failuresAreTold() {
        FollowedRun run = run("ErrorRate", Map.of("instance", "10.0.0.7:8080"), Map.of("summary", "Too many."));
        assertThat(run.wanted()).extracting(ProposedAction::label).containsExactly("here", "listens");

        run.answer(all(Map.of("here", Answer.ok("vm7\n")), Answer.failed("refused")));

        Decision.Escalate told = briefing(run);
        assertThat(told.reason()).isEqualTo("ErrorRate: nobody listens at 10.0.0.7:8080. Too many.");
        assertThat(told.known())
                .contains("here: I look from the machine vm7", "listens (health_check): FAILED: refused");
        assertThat(told.nextSteps()).first().asString().contains("firewall");
    }

    @Test
    @DisplayName("PLN-10 a look that was refused or denied is no answer: it is told as not made, with the reason")
    void refused() {
        FollowedRun run = run("ErrorRate", Map.of("instance", "10.0.0.7:8080"), Map.of());
        run.answer(all(Map.of("here", Answer.denied()), REFUSED));

        Decision.Escalate told = briefing(run);
        assertThat(told.reason()).contains("nothing could be looked at");
        assertThat(told.known())
                .contains("listens (health_check): could not look at url:tcp://10.0.0.7:8080: the agent may not reach")
                .contains("here (run_command): could not look at host:this: not today");
        assertThat(told.nextSteps()).anySatisfy(next -> assertThat(next).contains("network"));
    }

    @Test
    @DisplayName("INV-1 what the inventory says is asked: health addresses, and what it depends on")
    void entry() {
        FollowedRun run = run("SlowTill", Map.of("service", "till"), Map.of());
        run.entries = List.of(TILL);
        assertThat(run.wanted())
                .extracting(action -> action.arguments().get("url"))
                .contains("http://127.0.0.1:9000/health", "tcp://127.0.0.1:9001", "tcp://127.0.0.1:5432");

        run.answer(all(Map.of("needed", Answer.failed("refused")), Answer.ok("well")));
        assertThat(run.wanted()).extracting(ProposedAction::label).contains("load", "memory", "disks", "busiest");
        run.answer(Answer.ok("nothing that can be read"));

        Decision.Escalate told = briefing(run);
        assertThat(told.reason()).contains("what it depends on does not answer as it should (refused)");
        assertThat(told.known()).contains("till (service, staging), which depends on till-db");
    }

    @Test
    @DisplayName("INV-3 several entries are told, and none is taken")
    void severalEntries() {
        FollowedRun run = run("SlowTill", Map.of("service", "till"), Map.of());
        run.entries = List.of(TILL, new EntryFacts("other", "service", "staging", List.of(), List.of()));

        assertThat(briefing(run).known()).contains("several entries of the inventory are for it: till, other");
    }

    @Test
    @DisplayName("CAT-1 an alert about this machine is answered with its plain readings")
    void thisMachine() {
        FollowedRun run = run("HostHighLoad", Map.of("host", "vm7.example"), Map.of());
        run.answer(all(Map.of("here", Answer.ok("vm7")), Answer.failed("unexpected")));
        run.answer(all(
                Map.of(
                        "load", Answer.ok(" 11:21:02 up  8:07,  0 user,  load average: 1.02, 0.84, 3.08\n"),
                        "memory", Answer.ok("""
                                               total        used        free      shared  buff/cache   available
                                Mem:           24105         904       18366           8        5193       23200
                                Swap:              0           0           0
                                """),
                        "disks", Answer.ok("""
                                Filesystem     1048576-blocks  Used Available Capacity Mounted on
                                /dev/vda               258048 35000     68000      35% /
                                /dev/vdb               100000 97000      3000      97% /var
                                """),
                        "busiest", Answer.ok("""
                                %CPU %MEM     ELAPSED STAT     PID COMMAND
                                137.0  0.3       00:00 Sl    14002 javac
                                 76.5  1.5       00:33 Sl    13923 java
                                  0.0  0.0       00:33 Z     13924 sh <defunct>
                                """)),
                Answer.failed("not here")));

        Decision.Escalate told = briefing(run);
        assertThat(told.reason()).contains("a first look found nothing that explains it");
        assertThat(told.known())
                .contains(
                        "load: up  8:07,  0 user,  load average: 1.02, 0.84, 3.08",
                        "memory: 23200 MiB of 24105 MiB of memory are available",
                        "disks: / is 35% full; at least 90 % full: /dev/vdb",
                        "137.0  0.3       00:00 Sl    14002 javac | 76.5",
                        "zombies: 0.0  0.0       00:33 Z     13924 sh",
                        "sockets (run_command): FAILED: not here");
    }

    @Test
    @DisplayName("CAT-1 another machine's alert is not answered with readings of this one")
    void anotherMachine() {
        FollowedRun run = run("HostHighLoad", Map.of("host", "vm70"), Map.of());
        run.answer(Answer.ok("vm7"));

        assertThat(briefing(run).reason()).contains("nothing could be looked at");
        assertThat(briefing(run).nextSteps())
                .first()
                .isEqualTo("It is about the machine vm70, and I look from another (vm7): look there at load, memory,"
                        + " disks and processes.");
    }

    @Test
    @DisplayName("RUN-15 nothing is wrong only where the alert is about reachability and what it names answers")
    void notReproduced() {
        Map<String, String> labels = Map.of("instance", "https://shop.example/", "job", "blackbox");
        assertThat(run("ShopUnreachable", labels, Map.of())
                        .answer(Answer.ok("healthy"))
                        .decide())
                .asInstanceOf(type(Decision.Finish.class))
                .returns(FinishOutcome.NOT_REPRODUCED, Decision.Finish::outcome);

        assertThat(run("ShopErrors", labels, Map.of())
                        .answer(Answer.ok("healthy"))
                        .decide())
                .isInstanceOf(Decision.Escalate.class);
        assertThat(run("Slowdown", labels, Map.of())
                        .answer(Answer.ok("healthy"))
                        .decide())
                .isInstanceOf(Decision.Escalate.class);
        assertThat(run("ShopDown", Map.of("instance", "10.0.0.7:80"), Map.of())
                        .answer(Answer.ok("healthy"))
                        .decide())
                .as("an open port does not serve yet")
                .isInstanceOf(Decision.Escalate.class);
    }

    @Test
    @DisplayName("CAT-1 a run that a person opened with a service is briefed, too")
    void withoutAlert() {
        FollowedRun run = new FollowedRun(TestCatalogue.shipped("first-look"), null);
        run.inputs.put("service", "till");

        assertThat(briefing(run).known()).contains("none: no entry of the inventory is for the service \"till\"");
    }
}
