package io.flyball.governor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the decisions may know. A rule that finds no class fails, which is ArchUnit's default and is not switched off. */
class PurityTest {
    private static final JavaClasses GOVERNOR =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.flyball.governor");

    @Test
    void policyIsPure() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.flyball.governor.policy")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.governor.policy",
                        // Values and their hash; arguments are JSON, conditions are CEL.
                        "io.flyball.catalogue",
                        "io.flyball.catalogue.files",
                        "io.flyball.catalogue.inventory",
                        "io.flyball.catalogue.programs",
                        "io.flyball.schemas",
                        "tools.jackson..",
                        "dev.cel..",
                        "com.google.common.collect",
                        "java.lang..",
                        "java.util..",
                        "org.jspecify.annotations");
        rule.check(GOVERNOR);
    }

    @Test
    void approvalIsPure() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.flyball.governor.approval")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.governor.approval",
                        "io.flyball.governor.policy",
                        "io.flyball.catalogue",
                        "io.flyball.schemas.grant",
                        "java.lang..",
                        "java.time",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "org.jspecify.annotations");
        rule.check(GOVERNOR);
    }

    @Test
    void decisionsAskNoClockAndNoChance() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("io.flyball.governor.policy", "io.flyball.governor.approval")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class);
        rule.check(GOVERNOR);
    }

    @Test
    void theKeepersDecisionsArePure() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.flyball.governor.stop")
                .and()
                .haveSimpleNameStartingWith("Keeper")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.governor.stop",
                        "java.lang..",
                        "java.time",
                        "java.util",
                        "java.util.function",
                        "java.util.stream");
        rule.check(GOVERNOR);
    }

    @Test
    @DisplayName("GOV-7 the governor has no way to execute anything")
    void executesNothing() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ProcessBuilder.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Runtime.class.getName())
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.springframework.web.reactive.function.client..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.flyball.contract.ToolCall");
        rule.check(GOVERNOR);
    }

    @Test
    void dependsOnNoOtherService() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.orchestrator..",
                        "io.flyball.planner..",
                        "io.flyball.toolexecutor..",
                        "io.flyball.costledger..",
                        "io.flyball.notifier..",
                        "io.flyball.console..");
        rule.check(GOVERNOR);
    }
}
