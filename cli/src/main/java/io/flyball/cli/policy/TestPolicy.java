package io.flyball.cli.policy;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.governor.policy.Judge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds a policy against what people expect of it, as files beside it say. */
@Command(
        name = "test",
        description = "Hold the policy against tests that are files.",
        footer = {
            "Ends with 0 if every case is judged as expected, with 1 if one is not, with 2 if a file cannot be understood.",
            "How a test is written stands in docs/how-to/policies.md.",
            "Examples:",
            "  flyball policy test",
            "  flyball policy test my-tests/ --catalogue ./catalogue -o json"
        })
final class TestPolicy implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files or folders with tests. Default: policy-tests in the catalogue.")
    private List<Path> named = List.of();

    @Mixin
    private final CatalogueFolder catalogue = new CatalogueFolder();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    TestPolicy(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Judge judge = catalogue.judge(shell);
        List<Path> places = named.isEmpty() ? List.of(catalogue.folder(shell).resolve("policy-tests")) : named;
        ObjectNode report = Json.object().put("policy", judge.policyHash());
        ArrayNode cases = report.putArray("cases");
        places.stream().flatMap(place -> files(place).stream()).forEach(file -> run(judge, file, cases));
        long failed = cases.valueStream()
                .filter(row -> !row.path("passed").asBoolean())
                .count();
        report.put("passed", cases.size() - failed).put("failed", failed);
        output.write(shell.terminal(), report, () -> page(report));
        return failed == 0 ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    private static List<PolicyTestFile> files(Path place) {
        try {
            return Files.isRegularFile(place)
                    ? List.of(YamlFolder.readFile(place, PolicyTestFile.class))
                    : YamlFolder.read(place, PolicyTestFile.class, PolicyTestFile::name);
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    String.valueOf(e.getMessage()),
                    "How a test is written stands in docs/how-to/policies.md.");
        }
    }

    private static void run(Judge judge, PolicyTestFile file, ArrayNode cases) {
        Explanation explanation = Explanation.by(judge, Optional.ofNullable(file.profile()), file.whoAsks());
        for (PolicyCase it : file.cases()) {
            ObjectNode explained = it.argumentsJson()
                    .map(arguments -> explanation.of(it.toolName(), arguments, it.target()))
                    .orElseGet(Explanation::needsShell);
            Optional<String> differs = it.differs(explained);
            ObjectNode row = cases.addObject()
                    .put("test", file.name())
                    .put("case", it.title())
                    .put("expected", it.expect())
                    .put("verdict", Json.text(explained, "verdict"))
                    .put("rule", Json.text(explained, "rule"))
                    .put("passed", differs.isEmpty());
            differs.ifPresent(text -> row.put("why", text));
        }
    }

    private void page(ObjectNode report) {
        report.path("cases")
                .valueStream()
                .filter(row -> !row.path("passed").asBoolean())
                .forEach(row -> shell.terminal()
                        .line("FAILED  %s: %s%n        %s"
                                .formatted(
                                        row.path("test").asString(),
                                        row.path("case").asString(),
                                        row.path("why").asString())));
        shell.terminal()
                .line("%d passed, %d failed"
                        .formatted(
                                report.path("passed").asInt(),
                                report.path("failed").asInt()));
    }
}
