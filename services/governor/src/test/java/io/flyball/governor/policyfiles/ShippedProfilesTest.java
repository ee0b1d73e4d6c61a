package io.flyball.governor.policyfiles;

import static io.flyball.governor.policy.Sorting.AUTO_APPROVE;
import static io.flyball.governor.policy.Sorting.FORBID;
import static io.flyball.governor.policy.Sorting.NOTIFY;
import static io.flyball.governor.policy.Sorting.REQUIRE_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.ToolEffect;
import io.flyball.governor.policy.Fixture;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Policy;
import io.flyball.governor.policy.Risk;
import io.flyball.governor.policy.Sorting;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the shipped profiles as the specification lists them. */
class ShippedProfilesTest {
    private static final Policy SHIPPED = new PolicyFiles(Path.of("../../catalogue")).policy();

    @ParameterizedTest
    @MethodSource("lines")
    @DisplayName("GOV-1 the shipped profiles")
    void shippedProfiles(String profile, Sorting expected, String operation) {
        Judgement judgement = judge(profile, profile, operation, effect(operation));

        assertThat(judgement.sorting()).isEqualTo(expected);
        assertThat(judgement.rule()).contains("/" + expected.section() + "/");
        assertThat(judgement.reason()).isNotBlank();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                        line("development", AUTO_APPROVE, "read_file", "list_directory", "run_tests", "format_code"),
                        line("development", AUTO_APPROVE, "lint", "build", "git-status", "git-diff", "git-branch"),
                        line("development", NOTIFY, "create-file", "modify-file", "delete-file", "git-commit"),
                        line("development", NOTIFY, "install-dependency"),
                        line("development", REQUIRE_APPROVAL, "git-push", "deploy-to-staging", "modify-config"),
                        line("development", FORBID, "deploy-to-production", "delete-database"),
                        line("development", FORBID, "modify-infrastructure", "access-secrets"),
                        line("staging", AUTO_APPROVE, "read", "logs", "metrics", "describe"),
                        line("staging", NOTIFY, "restart", "scale", "migration-dry-run"),
                        line("staging", REQUIRE_APPROVAL, "deploy", "migration", "modify-config"),
                        line("staging", REQUIRE_APPROVAL, "modify-resource-limits"),
                        line("staging", FORBID, "delete-resource", "access-production", "modify-security-group"),
                        line("production", AUTO_APPROVE, "read", "logs", "metrics", "describe"),
                        line("production", REQUIRE_APPROVAL, "restart", "scale", "view-secrets", "run-query"),
                        line("production", REQUIRE_APPROVAL, "deploy", "rollback"),
                        line("production", FORBID, "delete-anything", "modify-data", "access-pii"),
                        line("incident", AUTO_APPROVE, "read", "restart", "scale", "rollback"),
                        line("incident", NOTIFY, "failover", "drain-node", "block-traffic"),
                        line("incident", REQUIRE_APPROVAL, "modify-data", "delete-resource"),
                        line("incident", FORBID, "deploy", "deploy-to-production"))
                .flatMap(line -> line);
    }

    private static Stream<Arguments> line(String profile, Sorting sorting, String... operations) {
        return Stream.of(operations)
                .map(operation -> argumentSet(
                        profile + ": " + operation + " -> " + sorting.section(), profile, sorting, operation));
    }

    @ParameterizedTest
    @CsvSource({
        "development, deploy, staging, REQUIRE_APPROVAL",
        "development, deploy, production, FORBID",
        "staging, read, production, FORBID",
        "staging, restart, production, FORBID",
    })
    @DisplayName("GOV-1 a profile that an agent takes elsewhere keeps its borders")
    void borders(String profile, String operation, String environment, Sorting expected) {
        assertThat(judge(profile, environment, operation, effect(operation)).sorting())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"development", "staging", "production", "incident"})
    @DisplayName("GOV-1 an operation that no rule names requires approval in every profile")
    void unknown(String profile) {
        Judgement judgement = judge(profile, profile, "launch-rocket", ToolEffect.CHANGE);
        assertThat(judgement.sorting()).isEqualTo(REQUIRE_APPROVAL);
        assertThat(judgement.rule()).isEqualTo("unknown-action");
    }

    @Test
    @DisplayName("GOV-1 nothing is only notified in production")
    void nothingIsOnlyNotifiedInProduction() {
        assertThat(SHIPPED.profiles().stream()
                        .filter(profile -> profile.name().equals("production"))
                        .flatMap(profile -> profile.rules().stream())
                        .filter(rule -> rule.sorting() == NOTIFY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "read, READ, production, LOW",
        "restart, CHANGE, production, MEDIUM",
        "rollback, CHANGE, production, MEDIUM",
        "modify-config, CHANGE, staging, MEDIUM",
        "deploy, CHANGE, production, HIGH",
        "modify-data, CHANGE, incident, HIGH",
        "delete-resource, DESTRUCTIVE, staging, CRITICAL",
        "delete-file, CHANGE, production, CRITICAL",
        "delete-file, CHANGE, development, HIGH",
        "view-secrets, READ, production, CRITICAL",
        "modify-security-group, CHANGE, staging, CRITICAL",
    })
    @DisplayName("GOV-2 the shipped risk rules")
    void risks(String operation, ToolEffect effect, String environment, Risk expected) {
        assertThat(judge("production", environment, operation, effect).nature().risk())
                .isEqualTo(expected);
    }

    private static ToolEffect effect(String operation) {
        return List.of("read", "read_file", "list_directory", "logs", "metrics", "describe", "view-secrets")
                        .contains(operation)
                ? ToolEffect.READ
                : ToolEffect.CHANGE;
    }

    /** That profile alone, in that environment; incident is in force nowhere by its name. */
    private static Judgement judge(String profile, String environment, String operation, ToolEffect effect) {
        String place = environment.equals("incident") ? "production" : environment;
        return new Judge(
                        Fixture.only(SHIPPED, profile, place),
                        new Catalogue(
                                Path.of("catalogue"),
                                List.of(Fixture.agent(null)),
                                List.of(Fixture.tool("act", operation, effect)),
                                Fixture.inventory(place)))
                .judge(Fixture.act(place));
    }
}
