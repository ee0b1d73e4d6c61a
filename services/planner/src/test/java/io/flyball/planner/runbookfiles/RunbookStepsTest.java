package io.flyball.planner.runbookfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Delegated;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Risk;
import io.flyball.planner.plan.SpecialistFinding;
import io.flyball.planner.runbookfiles.FollowedRun.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of step, alone. */
class RunbookStepsTest {
    @TempDir
    Path directory;

    private static final String DONE = "\n- finish: {outcome: RESOLVED, summary: done}\n";

    private FollowedRun run(String steps, String... changing) {
        var alert = FollowedRun.alert("Any", Map.of("service", "shop"), Map.of());
        return new FollowedRun(TestCatalogue.withSteps(directory, steps), alert, changing);
    }

    private static void assertFinished(FollowedRun run, String summary) {
        assertThat(run.decide()).asInstanceOf(type(Decision.Finish.class)).returns(summary, Decision.Finish::summary);
    }

    private static Decision.Escalate escalated(FollowedRun run) {
        assertThat(run.decide()).isInstanceOf(Decision.Escalate.class);
        return (Decision.Escalate) run.decide();
    }

    @Test
    @DisplayName("CAT-15 exec runs a program with its arguments one by one")
    void exec() {
        FollowedRun run = run(
                "- {id: a, exec: [deployctl, status, '{{vars.service}}'], target: 'service:{{vars.service}}'}" + DONE);

        ProposedAction action = run.wantedAlone();
        assertThat(action.tool()).isEqualTo("run_command");
        assertThat(action.arguments()).isEqualTo(Map.of("argv", List.of("deployctl", "status", "shop")));
        assertThat(action.target()).isEqualTo("service:shop");
        assertThat(action.reasoning()).isEqualTo("Runbook sample, step a.");
        assertFinished(run.answer(Answer.ok("fine")), "done");
    }

    @Test
    @DisplayName("CAT-15 a tool gets its arguments with their types, and says itself what it touches")
    void tool() {
        FollowedRun run = run("""
                - id: a
                  tool: http_request
                  arguments: {url: "http://{{alert.labels.service}}/", headers: {x-a: "{{alert.name}}"}}
                """ + DONE);

        ProposedAction action = run.wantedAlone();
        assertThat(action.arguments()).isEqualTo(Map.of("url", "http://shop/", "headers", Map.of("x-a", "Any")));
        assertThat(action.target()).isEqualTo("url:http://shop/");
    }

    @Test
    @DisplayName("CAT-15 conditional takes one of two ways by an expression over everything that is known")
    void conditional() {
        String steps = """
                - {id: a, tool: read_file, arguments: {path: /a, limit: 3}}
                - conditional: steps.a.output.contains("bad") && alert.labels.service == "shop" && !has(inputs.x)
                  then: [{escalate: {reason: "it is bad: {{steps.a.output}}"}}]
                  else: [{finish: {outcome: NOT_REPRODUCED, summary: good}}]
                """;

        assertThat(escalated(run(steps).answer(Answer.ok("bad apple"))).reason())
                .isEqualTo("it is bad: bad apple");
        assertFinished(run(steps).answer(Answer.ok("apple")), "good");
    }

    @Test
    @DisplayName("CAT-15 a condition that cannot be decided is an error, not a no")
    void undecidableCondition() {
        String steps = "- conditional: inputs.missing == 'x'\n  then: []\n" + DONE;

        assertThat(escalated(run(steps)).reason())
                .contains("sample.yaml:", "inputs.missing == 'x'", "cannot be decided");
    }

    @Test
    @DisplayName("CAT-15 APR-1 an approval step is called critical and says why a person must agree")
    void approval() {
        FollowedRun run = run("""
                - id: a
                  exec: [deployctl, restart, shop]
                  target: "service:shop"
                  risk: low
                  approval: customers notice a restart of {{vars.service}}
                """ + DONE);

        assertThat(run.wantedAlone().risk()).isEqualTo(Risk.CRITICAL);
        assertThat(run.wantedAlone().reasoning()).contains("A person must approve: customers notice a restart of shop");
    }

    @Test
    @DisplayName("CAT-15 RUN-3 verification is a read that names what it verifies")
    void verification() {
        FollowedRun run = run("""
                - id: a
                  verification: {tool: health_check, arguments: {url: "http://shop/"}}
                  verifies: ["service:shop", "service:cart"]
                """ + DONE);

        assertThat(run.wantedAlone().verifies()).containsExactly("url:http://shop/", "service:shop", "service:cart");
        assertThat(run.wantedAlone().expects()).as("it judges itself").containsExactly(Expectation.SUCCESS);
        assertFinished(run.answer(Answer.ok("")), "done");
    }

    @Test
    @DisplayName("RUN-3 a verification with a program says what its output must show")
    void expectation() {
        FollowedRun run = run("""
                - id: a
                  verification: {exec: [deployctl, status, "{{vars.service}}"]}
                  target: "service:shop"
                  expect: [{contains: "service: {{vars.service}}"}, {lacks: stopped}, {matches: '^release: [0-9]+$'}]
                """ + DONE);

        assertThat(run.wantedAlone().expects())
                .containsExactly(
                        new Expectation(Expectation.Kind.CONTAINS, "service: shop"),
                        new Expectation(Expectation.Kind.LACKS, "stopped"),
                        new Expectation(Expectation.Kind.MATCHES, "^release: [0-9]+$"));
    }

    @Test
    @DisplayName("RUN-3 an expectation without a text is nothing to go on with")
    void emptyExpectation() {
        FollowedRun run = run("""
                - {id: a, exec: [deployctl, status, shop], target: "service:shop", parse: [{var: none, regex: '(x)', default: ""}]}
                - id: b
                  verification: {exec: [deployctl, status, shop]}
                  target: "service:shop"
                  expect: {contains: "{{vars.none}}"}
                """ + DONE).answer(Answer.ok("y"));

        assertThat(escalated(run).reason()).contains("nothing is said that the output should be compared with");
    }

    @Test
    @DisplayName("RUN-3 a failed verification is repaired as often as the runbook says, each time looked at again")
    void repair() {
        String steps = """
                - id: look
                  verification: {tool: health_check, arguments: {url: "http://shop/"}}
                  repair:
                    attempts: 2
                    steps:
                      - {id: restart, exec: [deployctl, restart, shop], target: "service:shop"}
                """ + DONE;
        FollowedRun run = run(steps, "restart").answer(Answer.failed("down"));

        assertThat(run.wantedAlone().label()).isEqualTo("restart");
        assertThat(run.answer(Answer.ok("")).wantedAlone().label()).isEqualTo("look");
        assertThat(run.answer(Answer.failed("still down")).wantedAlone().label())
                .isEqualTo("restart");
        run.answer(Answer.ok("")).answer(Answer.failed("down for good"));
        assertThat(escalated(run).reason()).contains("look failed, and 2 repair attempts did not help: down for good");
    }

    @Test
    @DisplayName("CAT-15 a parallel group is one decision; what did not run is asked for again, alone")
    void parallel() {
        FollowedRun run = run("""
                - parallel: true
                  steps:
                    - {id: a, tool: read_file, arguments: {path: /a}}
                    - {id: b, tool: read_file, arguments: {path: /b}}
                """ + DONE);

        assertThat(run.wanted()).extracting(ProposedAction::label).containsExactly("a", "b");
        run.answer(label -> label.equals("a") ? Answer.ok("") : Answer.ended(CallStatus.STOPPED));
        assertThat(run.wantedAlone().label()).isEqualTo("b");
        assertFinished(run.answer(Answer.ok("")), "done");
    }

    @Test
    @DisplayName("CAT-15 outputs are parsed into variables by expression, named groups and JSON pointer")
    void parse() {
        FollowedRun run = run("""
                - id: a
                  tool: read_file
                  arguments: {path: /a}
                  parse:
                    - {var: whole, regex: 'v\\d'}
                    - {var: one, regex: 'v(\\d)'}
                    - {regex: '(?<letter>[a-z])(?<digit>\\d)'}
                    - {var: none, regex: 'zzz', default: "?"}
                - id: b
                  tool: read_file
                  arguments: {path: /b}
                  parse:
                    - {var: name, json: /a/0/name}
                    - {var: count, json: /n}
                    - {var: absent, json: /x, default: "-"}
                - finish:
                    outcome: RESOLVED
                    summary: "{{vars.whole}} {{vars.one}} {{vars.letter}} {{vars.digit}} {{vars.none}} {{vars.name}} {{vars.count}} {{vars.absent}}"
                """);
        run.answer(Answer.ok("is v7")).answer(Answer.ok("{\"a\":[{\"name\":\"shop\"}],\"n\":3}"));

        assertFinished(run, "v7 7 v 7 ? shop 3 -");
    }

    @Test
    @DisplayName("PLN-2 an output without the wanted value is an error that names step and variable")
    void parseWithoutMatch() {
        FollowedRun run = run("""
                - {id: a, tool: read_file, arguments: {path: /a}, parse: [{var: x, regex: 'x=(.*)'}]}
                """ + DONE);

        assertThat(escalated(run.answer(Answer.ok("y=1"))).reason()).contains("sample.yaml:7", "step a", "vars.x");
    }

    @Test
    @DisplayName("CAT-15 continue_on_failure goes on; what failed can be told")
    void continueOnFailure() {
        FollowedRun run = run("""
                - {id: a, tool: read_file, arguments: {path: /a}, continue_on_failure: true}
                - {finish: {outcome: RESOLVED, summary: "{{steps.a.status}}: {{steps.a.error}}"}}
                """);

        assertFinished(run.answer(Answer.failed("no such file")), "FAILED: no such file");
    }

    @Test
    @DisplayName("CAT-15 a step whose condition does not hold is not made, and it is told why")
    void when() {
        String steps = """
                - {id: a, tool: read_file, arguments: {path: "{{alert.labels.nothing}}"}, when: "has(alert.labels.nothing)", otherwise: "no {{alert.name}}"}
                - {escalate: {reason: "{{steps.a.status}}: {{steps.a.seen}}", next_steps: [{when: "steps.a.status == 'FAILED'", do: never}, always]}}
                """;

        Decision.Escalate told = escalated(run(steps));
        assertThat(told.reason()).isEqualTo("SKIPPED: no " + run(steps).alert.name());
        assertThat(told.known()).contains("a: not looked at: no ");
        assertThat(told.nextSteps()).containsExactly("always");
    }

    @Test
    @DisplayName("CAT-15 a group whose steps are all left out is left out")
    void groupOfNothing() {
        assertFinished(run("""
                - parallel: true
                  steps:
                    - {id: a, tool: read_file, arguments: {path: /a}, when: "false", otherwise: never}
                """ + DONE), "done");
    }

    @Test
    @DisplayName("CAT-15 an empty text as the last candidate makes a variable that may have no value")
    void emptyCandidate() {
        FollowedRun run =
                new FollowedRun(TestCatalogue.read(directory, """
                        name: sample
                        description: d
                        trigger: {alert: ".*"}
                        vars: {x: ["{{alert.labels.nothing}}", ""]}
                        steps: [{finish: {outcome: NOT_REPRODUCED, summary: "[{{vars.x}}]"}}]
                        """), FollowedRun.alert("A", Map.of(), Map.of()));

        assertFinished(run, "[]");
    }

    @Test
    @DisplayName("CAT-15 a failed step is handed over, unless the runbook has steps for that")
    void onFailure() {
        String step = "- {id: a, tool: read_file, arguments: {path: /a}%s}" + DONE;

        assertThat(escalated(run(step.formatted("")).answer(Answer.failed("gone")))
                        .reason())
                .isEqualTo("Step a failed: gone");
        assertFinished(
                run(step.formatted(", on_failure: [{finish: {outcome: NOT_REPRODUCED, summary: other}}]"))
                        .answer(Answer.failed("gone")),
                "other");
    }

    @Test
    @DisplayName("APR-4 what is denied is handed over, unless the runbook has steps for that")
    void onDenied() {
        String step = "- {id: a, exec: [deployctl, restart, shop], target: 'service:shop'%s}" + DONE;

        assertThat(escalated(run(step.formatted("")).answer(Answer.denied())).nextSteps())
                .containsExactly("Decide by hand what to do instead of run_command on service:shop.");
        assertThat(escalated(run(step.formatted(", on_denied: [{escalate: {reason: as the runbook says}}]"))
                                .answer(Answer.denied()))
                        .reason())
                .isEqualTo("as the runbook says");
    }

    @Test
    @DisplayName("CAT-15 escalate hands over what the runbook says and what every step has brought")
    void escalate() {
        FollowedRun run = run("""
                - {id: a, tool: read_file, arguments: {path: /a}}
                - escalate: {reason: "help {{vars.service}}", known: some, next_steps: [look, "ask {{alert.severity}}"]}
                """).answer(Answer.ok("line 1\nline 2"));

        Decision.Escalate escalation = escalated(run);
        assertThat(escalation.reason()).isEqualTo("help shop");
        assertThat(escalation.known()).isEqualTo("some\na (read_file): SUCCEEDED: line 1");
        assertThat(escalation.nextSteps()).containsExactly("look", "ask critical");
        assertThat(escalation.fault()).isNull();
    }

    @Test
    @DisplayName("PLN-2 a runbook that ends without a finish is handed over")
    void noFinish() {
        FollowedRun run =
                run("- {id: a, tool: read_file, arguments: {path: /a}}").answer(Answer.ok(""));

        assertThat(escalated(run).reason()).contains("ended without a finish");
    }

    @Test
    @DisplayName("RUN-3 an owed verification is paid before the finish: by the runbook's own, at its target")
    void owedIsPaidBeforeFinishing() {
        FollowedRun run = run("""
                - {id: restart, exec: [deployctl, restart, shop], target: "service:shop"}
                - conditional: steps.restart.output == "checked"
                  else: []
                  then:
                    - id: look
                      verification: {tool: health_check, arguments: {url: "http://{{vars.service}}/"}}
                      verifies: "service:shop"
                """ + DONE, "restart").answer(Answer.ok("restarted"));

        ProposedAction look = run.wantedAlone();
        assertThat(look.label()).isEqualTo("owed:service:shop");
        assertThat(look.tool()).isEqualTo("health_check");
        assertThat(look.arguments()).isEqualTo(Map.of("url", "http://shop/"));
        assertThat(look.verifies()).containsExactly("service:shop");
        assertFinished(run.answer(Answer.ok("")), "done");
    }

    @Test
    @DisplayName("RUN-3 an owed target that the runbook does not know is read by the tool that the hint names")
    void owedIsPaidByHint() {
        FollowedRun run = run(DONE);
        run.owes("url:http://cart/");

        assertThat(run.wantedAlone().tool()).isEqualTo("health_check");
        assertThat(run.wantedAlone().arguments()).isEqualTo(Map.of("url", "http://cart/"));
        assertThat(escalated(run.answer(Answer.failed("503"))).reason())
                .isEqualTo("Verification of url:http://cart/ did not succeed: 503");
    }

    @Test
    @DisplayName("RUN-3 what nobody knows how to verify is handed over with the hint")
    void unpayableIsHandedOver() {
        FollowedRun run = run(DONE);
        run.owes("queue:orders");

        assertThat(escalated(run).reason()).contains("queue:orders", "look with health_check");
    }

    @Test
    @DisplayName("RUN-3 a refused finish leads to what is owed; without anything owed it is handed over")
    void refusedFinish() {
        FollowedRun owing = run(DONE);
        owing.owes("url:http://cart/");
        owing.refuseFinish("Not verified yet");
        assertThat(owing.wantedAlone().target()).isEqualTo("url:http://cart/");

        FollowedRun refused = run(DONE);
        refused.refuseFinish("Something was changed");
        assertThat(escalated(refused).reason()).contains("Something was changed");
    }

    @Test
    @DisplayName("TOOL-5 after a change of unknown effect nothing but its verification goes on")
    void unclearChangeStopsTheRunbook() {
        FollowedRun run = run("""
                - {id: restart, exec: [deployctl, restart, shop], target: "service:shop"}
                - {id: next, exec: [deployctl, rollback, shop], target: "service:shop"}
                """ + DONE, "restart").answer(Answer.ended(CallStatus.UNKNOWN));

        assertThat(escalated(run).reason()).contains("Nobody knows whether the change of service:shop took effect");
    }

    @Test
    @DisplayName("PLN-2 a step that never runs is given up after three attempts")
    void neverRunning() {
        FollowedRun run = run("- {id: a, tool: read_file, arguments: {path: /a}}" + DONE);
        for (int i = 0; i < 3; i++) {
            run.answer(Answer.ended(CallStatus.STOPPED));
        }

        assertThat(escalated(run).reason()).startsWith("Step a failed");
    }

    @Test
    @DisplayName("PLN-2 a runbook does not take over in the middle of what another planner has changed")
    void foreignChange() {
        FollowedRun run = run("- {id: a, tool: read_file, arguments: {path: /a}}" + DONE);
        run.somebodyElseChanged("service:cart");

        assertThat(escalated(run).reason()).contains("Another planner has already changed service:cart");
    }

    @Test
    @DisplayName("ING-10 a resolved alert closes the run, also where the runbook has no check of its own")
    void resolvedWithoutCheck() {
        FollowedRun run = run("- {id: a, exec: [deployctl, restart, shop], target: 'service:shop'}" + DONE);
        run.alertResolves();

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Finish.class))
                .returns(FinishOutcome.RESOLVED, Decision.Finish::outcome)
                .satisfies(finish -> assertThat(finish.summary()).contains("only the source says so"));
    }

    @Test
    @DisplayName("CTX-6 what an alert says is never read as a template")
    void valuesAreNoTemplates() {
        var alert = FollowedRun.alert("Any", Map.of("service", "{{inputs.secret}}"), Map.of());
        FollowedRun run = new FollowedRun(
                TestCatalogue.withSteps(directory, "- finish: {outcome: RESOLVED, summary: 'is {{vars.service}}'}"),
                alert);
        run.inputs = Map.of("secret", "s3cret");

        assertFinished(run, "is {{inputs.secret}}");
    }

    @Test
    @DisplayName("CTX-6 people see no invisible characters of what came from outside, and of long texts the beginning")
    void proseIsVisibleAndShort() {
        var alert = FollowedRun.alert("Any", Map.of("service", "a\u202Eb\u001B[31mc" + "x".repeat(600)), Map.of());
        FollowedRun run = new FollowedRun(
                TestCatalogue.withSteps(
                        directory, "- finish: {outcome: RESOLVED, summary: 'is {{alert.labels.service}}'}"),
                alert);

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Finish.class))
                .satisfies(finish -> assertThat(finish.summary())
                        .startsWith("is abcx")
                        .endsWith("characters more)")
                        .hasSizeLessThan(540));
    }

    private static final String TEAM = """
            - delegate:
                reasoning: Two look at {{vars.service}}.
                steps:
                  - {name: database, agent: db, goal: "Look at the database of {{vars.service}}."}
                  - {name: network, agent: net, goal: "Look at the network.", depends_on: [database]}
            - conditional: findings.database.outcome == "RESOLVED" && findings.network.confidence > 0.5
              then:
                - finish: {outcome: RESOLVED, summary: "{{findings.database.summary}}"}
              else:
                - escalate: {reason: "{{findings.network.agent}} says {{findings.network.summary}}"}
            """;

    private static SpecialistFinding finding(String name, String outcome, double confidence) {
        return new SpecialistFinding(
                name, name + "-agent", outcome, name + " is fine", confidence, List.of(), List.of());
    }

    @Test
    @DisplayName("TEAM-1 a runbook delegates steps with dependencies, and goes on with what the specialists found")
    void delegation() {
        FollowedRun run = run(TEAM);
        assertThat(run.decide()).asInstanceOf(type(Decision.Delegate.class)).satisfies(delegate -> {
            assertThat(delegate.rationale().reasoning()).isEqualTo("Two look at shop.");
            assertThat(delegate.steps())
                    .containsExactly(
                            new Delegated("database", "db", "Look at the database of shop.", List.of()),
                            new Delegated("network", "net", "Look at the network.", List.of("database")));
        });

        run.reported(finding("database", "RESOLVED", 0.9), finding("network", "RESOLVED", 0.8));
        assertFinished(run, "database is fine");
    }

    @Test
    @DisplayName("TEAM-2 a runbook sees of a specialist that it failed, and why")
    void findingsDecide() {
        FollowedRun run = run(TEAM);
        run.reported(finding("database", "RESOLVED", 0.9), finding("network", "ESCALATED", 0.2));
        assertThat(escalated(run).reason()).isEqualTo("network-agent says network is fine");
    }

    @Test
    @DisplayName("TEAM-1 what was delegated is not delegated again when nothing was heard of it")
    void delegatedOnce() {
        FollowedRun run = run(TEAM);
        run.reported(finding("database", "RESOLVED", 0.9));
        assertThat(escalated(run).reason()).isEqualTo("Nothing was heard of the delegated steps network.");
    }

    @Test
    @DisplayName("TEAM-4 RUN-12 a step names what it changes besides its target, and its phase")
    void resourcesAndPhase() {
        ProposedAction action = run("""
                - id: a
                  exec: [deployctl, rollback, "{{vars.service}}"]
                  target: "service:{{vars.service}}"
                  resources: ["service:{{vars.service}}", "database:{{vars.service}}"]
                  phase: repair
                """ + DONE).wantedAlone();
        assertThat(action.resources()).containsExactly("service:shop", "database:shop");
        assertThat(action.phase()).isEqualTo("repair");
    }
}
