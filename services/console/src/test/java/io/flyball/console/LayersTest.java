package io.flyball.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How the console is built")
class LayersTest {
    /** What decides or translates: the same in, the same out. */
    private static final String PURE = "io\\.flyball\\.console\\.(readmodel\\.(RunFold|ApprovalRecord|AvroJson|.*View)"
            + "|ingress\\.(TokenBucket|Fingerprint|LabelMapping|AlertDraft|SourceAlerts|.*Format)|sources\\."
            + "|signature\\.(Hmac|Signatures|SnsSignature)|door\\.(Fields|Sessions)"
            + "|api\\.(RunQuery|Order)|page\\.(Markup|Transcript)).*";

    private final JavaClasses console = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flyball.console");

    @Test
    void packagesKnowEachOtherOneWay() {
        slices().matching("io.flyball.console.(*)..").should().beFreeOfCycles().check(console);
    }

    @Test
    void whatDecidesKnowsNoSpringNoKafkaNoRedis() {
        noClasses()
                .that()
                .haveNameMatching(PURE)
                .and()
                .haveSimpleNameNotEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.lettuce..", "reactor..")
                .check(console);
    }

    @Test
    void whatDecidesReadsNeitherClockNorChance() {
        noClasses()
                .that()
                .haveNameMatching(PURE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(console);
    }

    @Test
    void onlyTheOutboxMakesProducers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.flyball.console.outbox")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .check(console);
    }

    /** The audit is read while it is asked for, and the feed names a setting of its consumer; everything else is read by projections. */
    @Test
    void onlyTheAuditReadsATopicItself() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.flyball.console.outbox", "io.flyball.console.audit", "io.flyball.console.feed")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients..")
                .check(console);
    }
}
