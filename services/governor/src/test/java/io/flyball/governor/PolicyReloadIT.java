package io.flyball.governor;

import static io.flyball.governor.Records.newRun;
import static io.flyball.governor.Records.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.AuditKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class PolicyReloadIT {
    private static final int PROPOSALS = 200;

    @TempDir
    Path folder;

    @Test
    @DisplayName("GOV-4 policy changes under load, now and then for the worse, and no decision is dropped")
    void noDecisionIsDropped(SharedNeighbours neighbours) throws IOException {
        Path catalogue = folder.resolve("catalogue");
        copy(Path.of("../../catalogue"), catalogue);
        Path production = catalogue.resolve("policies/production.yaml");
        String shipped = Files.readString(production);
        try (var heard = new Heard(neighbours);
                var governor = new RunningGovernor(
                        neighbours,
                        folder,
                        "flyball.catalogue.directory=" + catalogue,
                        "flyball.governor.policy.look-every=20ms")) {
            Await.that("the governor is ready").until(governor::isReady);
            List<ActionProposal> proposals = new ArrayList<>();
            for (int i = 0; i < PROPOSALS; i++) {
                if (i % 10 == 0) {
                    replace(
                            production,
                            i % 30 == 20 ? "name: production\nallow: everything\n" : shipped + "# " + i + "\n");
                }
                ActionProposal proposal = proposal(newRun(), i % 2 == 0 ? "status" : "rollback");
                proposals.add(proposal);
                heard.say(Topics.ACTION_PROPOSALS, proposal.getRunId(), proposal);
            }

            Set<String> versions = new TreeSet<>();
            for (ActionProposal proposal : proposals) {
                ActionVerdict verdict = heard.verdict(proposal.getActionId() + ":v1");
                assertThat(verdict.getRule()).startsWith("production/");
                versions.add(verdict.getPolicyHash());
            }
            assertThat(versions).hasSizeGreaterThan(1);
            Heard.await("the change is recorded", heard.audit, entry -> entry.getKind() == AuditKind.POLICY_CHANGE);
        }
    }

    private void replace(Path file, String text) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String part : List.of("agents", "tools", "policies", "policies/risk")) {
            Files.createDirectories(to.resolve(part));
            try (Stream<Path> files = Files.list(from.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }
}
