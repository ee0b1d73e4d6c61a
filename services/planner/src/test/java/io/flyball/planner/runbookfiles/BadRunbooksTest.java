package io.flyball.planner.runbookfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is told with file, line and reason before a runbook is ever followed. */
class BadRunbooksTest {
    @TempDir
    Path directory;

    private static final String HEAD = """
            name: sample
            description: d
            trigger: {alert: ".*"}
            steps:
            """;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("broken YAML", "name: [", 1, "expected"),
                Arguments.of("no steps", "name: a\ndescription: d\ntrigger: {alert: x}\n", 1, "steps is missing"),
                Arguments.of("unknown key", "name: a\ncolour: red\n", 2, "unknown key colour"),
                Arguments.of("key twice", "name: a\nname: b\n", 2, "name stands twice"),
                Arguments.of(
                        "bad name",
                        HEAD.replace("sample", "Big One") + "  - finish: {outcome: RESOLVED, summary: x}",
                        1,
                        "lower case"),
                Arguments.of(
                        "bad alert pattern",
                        HEAD.replace(".*", "(") + "  - finish: {outcome: RESOLVED, summary: x}",
                        3,
                        "Unclosed group"),
                Arguments.of(
                        "fallback with a trigger",
                        "name: a\ndescription: d\nfallback: true\ntrigger: {alert: x}\n"
                                + "steps: [{finish: {outcome: RESOLVED, summary: x}}]\n",
                        4,
                        "it has no trigger"),
                Arguments.of(
                        "condition that does not say what is told otherwise",
                        HEAD + "  - {id: a, tool: read_file, arguments: {path: /a}, when: 'true'}\n",
                        5,
                        "otherwise is missing"),
                Arguments.of(
                        "optional verification",
                        HEAD + "  - id: a\n    verification: {tool: health_check, arguments: {url: 'tcp://h:1'}}\n"
                                + "    optional: true\n",
                        7,
                        "never optional"),
                Arguments.of(
                        "delegation in a circle",
                        HEAD
                                + "  - delegate:\n      steps:\n        - {name: a, agent: x, goal: g, depends_on: [b]}\n"
                                + "        - {name: b, agent: x, goal: g, depends_on: [a]}\n",
                        6,
                        "the delegated step a depends on itself"),
                Arguments.of(
                        "delegation that waits for nobody",
                        HEAD + "  - delegate:\n      steps:\n        - {name: a, agent: x, goal: g, depends_on: [c]}\n",
                        6,
                        "depends on c, and there is no such step"),
                Arguments.of(
                        "finding of nobody",
                        HEAD + "  - finish:\n      outcome: RESOLVED\n      summary: '{{findings.a.summary}}'\n",
                        7,
                        "no delegated step has the name a"),
                Arguments.of("no kind", HEAD + "  - {id: a}\n", 5, "exactly one of"),
                Arguments.of("two kinds", HEAD + "  - {id: a, exec: [x], tool: y}\n", 5, "exactly one of"),
                Arguments.of("no id", HEAD + "  - {exec: [x], target: t}\n", 5, "id is missing"),
                Arguments.of("hyphen in id", HEAD + "  - {id: a-b, exec: [x], target: t}\n", 5, "underscores"),
                Arguments.of(
                        "id twice",
                        HEAD + "  - {id: a, exec: [x], target: t}\n  - {id: a, exec: [x], target: t}\n",
                        6,
                        "taken in line 5"),
                Arguments.of("exec without target", HEAD + "  - {id: a, exec: [x]}\n", 5, "target is missing"),
                Arguments.of(
                        "program from outside",
                        HEAD + "  - {id: a, exec: ['{{alert.name}}'], target: t}\n",
                        5,
                        "without references"),
                Arguments.of(
                        "run_command as a tool",
                        HEAD + "  - {id: a, tool: run_command, arguments: {argv: [x]}}\n",
                        5,
                        "programs are run with exec"),
                Arguments.of(
                        "unclosed reference",
                        HEAD + "  - finish:\n      outcome: RESOLVED\n      summary: 'x {{alert.name'\n",
                        7,
                        "not closed"),
                Arguments.of(
                        "unknown reference",
                        HEAD + "  - finish:\n      outcome: RESOLVED\n      summary: '{{alert.colour}}'\n",
                        7,
                        "{{alert.colour}} is not known"),
                Arguments.of(
                        "unknown step",
                        HEAD + "  - finish:\n      outcome: RESOLVED\n      summary: '{{steps.b.output}}'\n",
                        7,
                        "no step has the id b"),
                Arguments.of(
                        "unknown variable",
                        HEAD + "  - finish:\n      outcome: RESOLVED\n      summary: '{{vars.b}}'\n",
                        7,
                        "nothing sets vars.b"),
                Arguments.of(
                        "bad expression",
                        HEAD + "  - conditional: 'alert.name =='\n    then: []\n",
                        5,
                        "not a condition"),
                Arguments.of(
                        "expression of another type",
                        HEAD + "  - conditional: '1 + 1'\n    then: []\n",
                        5,
                        "not a condition"),
                Arguments.of(
                        "unknown step in expression",
                        HEAD + "  - conditional: steps.b.status == 'steps.c.x'\n    then: []\n",
                        5,
                        "no step has the id b"),
                Arguments.of("bad outcome", HEAD + "  - finish: {outcome: STUCK, summary: x}\n", 5, "STUCK"),
                Arguments.of(
                        "confidence too high",
                        HEAD + "  - finish: {outcome: RESOLVED, summary: x, confidence: 2}\n",
                        5,
                        "from 0 to 1"),
                Arguments.of(
                        "bad regex",
                        HEAD + "  - {id: a, exec: [x], target: t, parse: [{var: v, regex: '('}]}\n",
                        5,
                        "Unclosed group"),
                Arguments.of(
                        "two groups, one variable",
                        HEAD + "  - {id: a, exec: [x], target: t, parse: [{var: v, regex: '(a)(b)'}]}\n",
                        5,
                        "2 groups"),
                Arguments.of(
                        "no named groups",
                        HEAD + "  - {id: a, exec: [x], target: t, parse: [{regex: '(a)'}]}\n",
                        5,
                        "no named groups"),
                Arguments.of(
                        "bad pointer",
                        HEAD + "  - {id: a, exec: [x], target: t, parse: [{var: v, json: a/b}]}\n",
                        5,
                        "/"),
                Arguments.of(
                        "group that is not parallel",
                        HEAD + "  - {parallel: false, steps: []}\n",
                        5,
                        "a group is parallel"),
                Arguments.of(
                        "unknown expectation",
                        HEAD + "  - {id: a, exec: [x], target: t, expect: fine}\n",
                        5,
                        "expects succeeds, or one of"),
                Arguments.of(
                        "two expectations in one",
                        HEAD + "  - {id: a, exec: [x], target: t, expect: {contains: a, lacks: b}}\n",
                        5,
                        "exactly one of"),
                Arguments.of(
                        "expected expression that cannot be read",
                        HEAD + "  - {id: a, exec: [x], target: t, expect: {matches: '('}}\n",
                        5,
                        "not a regular expression (RE2)"),
                Arguments.of(
                        "verification in a group",
                        HEAD
                                + "  - parallel: true\n    steps:\n      - {id: a, verification: {exec: [x]}, target: t}\n",
                        7,
                        "only exec and tool"),
                Arguments.of(
                        "too many repairs",
                        HEAD + "  - {id: a, verification: {exec: [x]}, target: t, repair: {attempts: 3, steps: []}}\n",
                        5,
                        "from 1 to 2"),
                Arguments.of(
                        "variable before its declaration",
                        "name: a\ndescription: d\ntrigger: {alert: x}\nvars:\n  a: '{{vars.b}}'\n  b: x\nsteps: []\n",
                        5,
                        "variables above it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    @DisplayName("CAT-15 mistakes are told with file, line and reason")
    void mistakesNameFileAndLine(String what, String text, int line, String reason) {
        assertThatThrownBy(() -> TestCatalogue.read(directory, text))
                .as(what)
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("sample.yaml:" + line + ": ")
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                Arguments.of(
                        "delegation to nobody",
                        "delegate: {steps: [{name: a, agent: nobody, goal: g}]}",
                        "the delegated step a is for nobody"),
                Arguments.of(
                        "delegation to itself",
                        "delegate: {steps: [{name: a, agent: service-restorer, goal: g}]}",
                        "no other agent than service-restorer"),
                Arguments.of("unknown tool", "{id: a, tool: magic}", "unknown tool magic"),
                Arguments.of(
                        "unknown argument",
                        "{id: a, tool: read_file, arguments: {path: /a, colour: red}}",
                        "no argument colour"),
                Arguments.of("missing argument", "{id: a, tool: health_check}", "needs the argument url"),
                Arguments.of(
                        "tool the agent has not",
                        "{id: a, tool: write_file, arguments: {path: /a, content: x}}",
                        "may not use write_file"),
                Arguments.of(
                        "command the agent may not run",
                        "{id: a, exec: [deployctl, destroy, shop], target: t}",
                        "may not run [deployctl, destroy, shop]"),
                Arguments.of(
                        "reference where the permission is exact",
                        "{id: a, exec: [deployctl, '{{alert.name}}', shop], target: t}",
                        "may not run"),
                Arguments.of(
                        "verification that compares nothing",
                        "{id: a, verification: {exec: [deployctl, status, shop]}, target: t}",
                        "says with expect what it must show"),
                Arguments.of(
                        "verification that changes",
                        "{id: a, verification: {exec: [deployctl, restart, shop]}, target: t, expect: succeeds}",
                        "a verification only reads"),
                Arguments.of(
                        "optional change",
                        "{id: a, exec: [deployctl, restart, shop], target: t, optional: true}",
                        "an optional step only reads"),
                Arguments.of(
                        "change in a group",
                        "{parallel: true, steps: [{id: a, exec: [deployctl, restart, shop], target: t}]}",
                        "a parallel group only reads"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misuses")
    @DisplayName("CAT-15 a runbook is held against tools and permissions of the agents that follow it")
    void misusesNameFileAndLine(String what, String step, String reason) throws IOException {
        assertThatThrownBy(() -> load(HEAD + "  - " + step + "\n"))
                .as(what)
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("sample.yaml:5: ")
                .hasMessageContaining(reason);
    }

    @Test
    @DisplayName("CAT-15 an agent that names an unknown runbook is an error")
    void unknownRunbook() {
        assertThatThrownBy(
                        () -> load(HEAD.replace("sample", "other") + "  - finish: {outcome: RESOLVED, summary: x}\n"))
                .hasMessageContaining("service-restorer")
                .hasMessageContaining("unknown runbook");
    }

    @Test
    @DisplayName("PLN-2 an agent has one fallback at most")
    void twoFallbacks() throws IOException {
        String fallback = "name: %s\ndescription: d\nfallback: true\n"
                + "steps: [{finish: {outcome: NOT_REPRODUCED, summary: x}}]\n";
        Files.createDirectories(directory.resolve("runbooks"));
        Files.writeString(directory.resolve("runbooks/other.yaml"), fallback.formatted("other"));
        load(fallback.formatted("sample"));

        copy("agents/service-restorer.yaml", agent -> agent.replaceAll("runbooks: .*", "runbooks: [sample, other]"));
        assertThatThrownBy(() -> RunbookLibrary.load(Catalogue.load(directory)))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("agent service-restorer has 2 fallbacks: sample, other");
    }

    @Test
    @DisplayName("CAT-15 the shipped runbooks load and hold against the shipped catalogue")
    void shippedRunbooksLoad() {
        assertThat(RunbookLibrary.load(TestCatalogue.shipped()).all())
                .extracting(io.flyball.planner.runbook.Runbook::name)
                .contains("service-unavailable", "endpoint-down");
    }

    private void load(String text) throws IOException {
        copy("agents/service-restorer.yaml", agent -> agent.replaceAll("runbooks: .*", "runbooks: [sample]"));
        try (Stream<Path> tools = Files.list(TestCatalogue.SHIPPED.resolve("tools"))) {
            for (Path tool : tools.toList()) {
                copy("tools/" + tool.getFileName(), same -> same);
            }
        }
        Files.createDirectories(directory.resolve("runbooks"));
        Files.writeString(directory.resolve("runbooks/sample.yaml"), text);
        RunbookLibrary.load(Catalogue.load(directory));
    }

    private void copy(String file, java.util.function.UnaryOperator<String> changed) throws IOException {
        Path copy = directory.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, changed.apply(Files.readString(TestCatalogue.SHIPPED.resolve(file))));
    }
}
