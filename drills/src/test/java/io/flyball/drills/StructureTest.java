package io.flyball.drills;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.flyball.drills");

    @Test
    @DisplayName("RUN-20 what must hold is decided over records alone: no Kafka, no network, no clock")
    void checkIsPure() {
        classes()
                .that()
                .resideInAPackage("io.flyball.drills.check")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang..", "java.util..", "io.flyball.drills.check", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("RUN-20 what is broken, when, and what is asked follows from the seed alone")
    void plansArePure() {
        classes()
                .that()
                .haveNameMatching("io\\.flyball\\.drills\\.(faults\\.(FaultPlan|Copies|Older)|load\\.Orders)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang..", "java.util..", "io.flyball.drills..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("RUN-20 a drill knows the services from outside only")
    void servicesFromOutside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.orchestrator..",
                        "io.flyball.planner..",
                        "io.flyball.governor..",
                        "io.flyball.toolexecutor..",
                        "io.flyball.console..",
                        "org.springframework..")
                .check(CLASSES);
    }
}
