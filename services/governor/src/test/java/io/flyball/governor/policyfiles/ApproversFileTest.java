package io.flyball.governor.policyfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.governor.policy.Approvers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproversFileTest {

    @Test
    @DisplayName("APR-3 GOV-4 a profile's file says who must approve")
    void file(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("policies"));
        Files.writeString(folder.resolve("policies/production.yaml"), """
                name: production
                purpose: For tests.
                approve:
                  - {operations: ["*"], reason: because}
                approvers: {anotherPerson: true, forCritical: 2}
                """);
        assertThat(new PolicyFiles(folder).policy().profiles().getFirst().approvers())
                .isEqualTo(new Approvers(2, true));
    }

    @Test
    @DisplayName("APR-3 more people than two are refused when the file is loaded")
    void three() {
        assertThatThrownBy(() -> new ApproversEntry(false, 3)).hasMessageContaining("forCritical");
        assertThat(new ApproversEntry(false, 0).toApprovers()).isEqualTo(Approvers.ANYBODY);
    }
}
