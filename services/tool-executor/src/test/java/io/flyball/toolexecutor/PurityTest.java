package io.flyball.toolexecutor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final String SERVICE = "io.flyball.toolexecutor";
    private static final String GUARD = SERVICE + ".commands";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVICE);

    @Test
    void toolsAndGuardsKnowNoSpringNoAvroAndNoKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        GUARD,
                        SERVICE + ".files",
                        SERVICE + ".network",
                        SERVICE + ".process",
                        SERVICE + ".processes",
                        SERVICE + ".services",
                        SERVICE + ".data",
                        SERVICE + ".tools")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.apache.avro..", "org.apache.kafka..", "io.flyball.contract..")
                .check(CLASSES);
    }

    @Test
    void decisionsHaveNoClockAndNoChance() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Preflight")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, UUID.class)
                .check(CLASSES);
    }
}
