package io.flyball.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flyball.notifier");
    private static final String[] PURE = {"io.flyball.notifier.message", "io.flyball.notifier.delivery"};

    @Test
    void decisionsKnowNoSpringNoAvroAndNoKafka() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.notifier.message",
                        "io.flyball.notifier.delivery",
                        "io.flyball.catalogue",
                        "java..",
                        "org.jspecify.annotations")
                .check(SERVICE);
    }

    @Test
    void decisionsHaveNoClockAndNoChance() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class, UUID.class)
                .check(SERVICE);
    }

    @Test
    void routingKnowsMessagesAndFilesAlone() {
        classes()
                .that()
                .resideInAPackage("io.flyball.notifier.routing")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.flyball.notifier.routing",
                        "io.flyball.notifier.message",
                        "io.flyball.notifier.delivery",
                        "io.flyball.catalogue",
                        "com.fasterxml.jackson.annotation",
                        "java..",
                        "org.jspecify.annotations")
                .check(SERVICE);
    }
}
