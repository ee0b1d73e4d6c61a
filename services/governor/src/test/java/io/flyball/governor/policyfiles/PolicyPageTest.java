package io.flyball.governor.policyfiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.ToolEffect;
import io.flyball.governor.policy.Fixture;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Policy;
import io.flyball.governor.policy.Sorting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("docs/reference/policies.md says what the shipped files do")
class PolicyPageTest {
    private static final List<String> PROFILES = List.of("development", "staging", "production", "incident");
    private static final Policy SHIPPED = new PolicyFiles(Path.of("../../catalogue")).policy();

    @TestFactory
    @DisplayName("GOV-1 the table of the shipped profiles")
    List<DynamicTest> table() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String row : rows()) {
            String[] cells =
                    Arrays.stream(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            for (String operation : cells[1].split(", ")) {
                for (int i = 0; i < PROFILES.size(); i++) {
                    String profile = PROFILES.get(i);
                    String section = cells[2 + i];
                    tests.add(DynamicTest.dynamicTest(
                            profile + ": " + operation + " -> " + section, () -> says(profile, operation, section)));
                }
            }
        }
        return tests;
    }

    @Test
    void theTableIsThere() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(20);
    }

    private static void says(String profile, String operation, String section) {
        Judgement judgement = judge(profile, operation);
        if (section.isEmpty()) {
            assertThat(judgement.rule()).isEqualTo("unknown-action");
            assertThat(judgement.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
        } else {
            assertThat(judgement.rule()).contains("/" + section + "/");
        }
    }

    /** That profile alone, where no environment of its own adds anything. */
    private static Judgement judge(String profile, String operation) {
        String place = profile.equals("incident") ? "production" : profile;
        return new Judge(
                        Fixture.only(SHIPPED, profile, place),
                        new Catalogue(
                                Path.of("catalogue"),
                                List.of(Fixture.agent(null)),
                                List.of(Fixture.tool("act", operation, ToolEffect.CHANGE)),
                                Fixture.inventory(place)))
                .judge(Fixture.act(place));
    }

    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../../docs/reference/policies.md"));
        int heading = lines.indexOf("| operation | development | staging | production | incident |");
        return lines.subList(heading + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
