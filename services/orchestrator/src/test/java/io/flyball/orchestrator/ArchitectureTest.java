package io.flyball.orchestrator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.flyball.orchestrator");

    @Test
    @DisplayName("RUN-1 the machine knows no Spring, no Avro, no Kafka, no JSON")
    void machineIsPure() {
        classes()
                .that()
                .resideInAPackage("..orchestrator.run..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "..orchestrator.run..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        // Ids are derived from what they stand for.
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "org.jspecify.annotations..")
                .allowEmptyShould(false)
                .check(ALL);
    }

    @Test
    @DisplayName("RUN-1 the machine reads no clock and no chance")
    void machineReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("..orchestrator.run..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .allowEmptyShould(false)
                .check(ALL);
    }

    @Test
    @DisplayName("ING-4 admission's decisions know no Avro, no Kafka, no JSON, and read no clock")
    void admissionDecidesPurely() {
        noClasses()
                .that()
                .resideInAPackage("..orchestrator.admission..")
                .and()
                .haveSimpleNameNotEndingWith("Mapper")
                .and()
                .haveNameNotMatching(".*\\.(AdmissionProcessor|AdmissionInputs|Memory|FormerStores|FactCodec)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.flyball.contract..", "io.flyball.platform..", "org.apache..", "tools.jackson..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .allowEmptyShould(false)
                .check(ALL);
    }

    @Test
    @DisplayName("the shell does not leak: nothing below depends on the topology")
    void topologyIsTheOutside() {
        noClasses()
                .that()
                .resideInAnyPackage("..orchestrator.run..", "..orchestrator.admission..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..orchestrator.shell..")
                .allowEmptyShould(false)
                .check(ALL);
    }
}
