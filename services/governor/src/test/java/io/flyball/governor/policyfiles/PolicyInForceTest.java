package io.flyball.governor.policyfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.governor.policy.Judge;
import io.flyball.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PolicyInForceTest {
    private static final String CAREFUL =
            "name: production\npurpose: x\napprove:\n  - {operations: [restart], reason: careful}\n";
    private static final String FREE =
            "name: production\npurpose: x\nauto:\n  - {operations: [restart], reason: free}\n";

    @TempDir
    Path directory;

    private final List<PolicyChange> changes = new CopyOnWriteArrayList<>();

    @BeforeEach
    void catalogue() throws IOException {
        for (String folder : List.of("agents", "tools", "policies")) {
            Files.createDirectories(directory.resolve(folder));
        }
    }

    @Test
    @DisplayName("GOV-4 changed files are taken over, and the change is told")
    void hotReload() throws IOException {
        write(CAREFUL);
        PolicyInForce policy = new PolicyInForce(directory, changes::add);
        Judge before = policy.judge();
        policy.look();
        assertThat(policy.judge()).isSameAs(before);

        write(FREE);
        policy.look();

        assertThat(policy.judge().policyHash()).isNotEqualTo(before.policyHash());
        assertThat(changes)
                .containsExactly(
                        new PolicyChange(before.policyHash(), policy.judge().policyHash()));
    }

    @Test
    @DisplayName("GOV-4 bad files change nothing and are told loudly until they are mended")
    void badFilesKeepTheOldPolicy(CapturedOutput output) throws IOException {
        write(CAREFUL);
        PolicyInForce policy = new PolicyInForce(directory, changes::add);
        Judge before = policy.judge();

        write("name: production\npurpose: x\nallow: everything\n");
        policy.look();
        policy.look();

        assertThat(policy.judge()).isSameAs(before);
        assertThat(changes).isEmpty();
        assertThat(output).contains("ERROR").contains("STAYS IN FORCE").contains("production.yaml:3");

        write(FREE);
        policy.look();
        assertThat(changes).hasSize(1);
    }

    @Test
    @DisplayName("GOV-4 tools and agents are followed too")
    void theCatalogueIsFollowed() throws IOException {
        write(CAREFUL);
        PolicyInForce policy = new PolicyInForce(directory, changes::add);
        Judge before = policy.judge();
        Files.writeString(directory.resolve("agents/a.yaml"), "name: a\npurpose: p\ntools: []\n");
        policy.look();
        assertThat(policy.judge()).isNotSameAs(before);
    }

    @Test
    @DisplayName("GOV-12 nothing configured is said at start-up")
    void nothingConfiguredIsSaid(CapturedOutput output) {
        assertThat(new PolicyInForce(directory, changes::add).judge().allowsNothing())
                .isTrue();
        assertThat(output).contains("WARN").contains("no policy is configured").contains("every CHANGE is denied");
    }

    @Test
    @DisplayName("GOV-4 bad files at the start are refused with file and line")
    void badFilesAtTheStart() throws IOException {
        write("name: production\npurpose: x\nallow: everything\n");
        assertThatThrownBy(() -> new PolicyInForce(directory, changes::add))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("production.yaml:3");
    }

    @Test
    @DisplayName("GOV-4 the watch sees a change by itself")
    void theWatchLooks() throws IOException {
        write(CAREFUL);
        PolicyInForce policy = new PolicyInForce(directory, changes::add);
        PolicyWatch watch = new PolicyWatch(policy, Duration.ofMillis(20));
        watch.start();
        try {
            write(FREE);
            Await.that("the new policy is in force").until(() -> !changes.isEmpty());
            assertThat(watch.isRunning()).isTrue();
        } finally {
            watch.stop();
        }
        assertThat(watch.isRunning()).isFalse();
    }

    /** As a whole or not at all, as an editor or a checkout does it. */
    private void write(String profile) throws IOException {
        Path draft = Files.writeString(directory.resolve("draft"), profile);
        Files.move(
                draft,
                directory.resolve("policies/production.yaml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
