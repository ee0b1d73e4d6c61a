package io.flyball.toolexecutor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesTest {

    @Nested
    class Executor {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor", ExecutorProperties.class, Map.of()))
                    .isEqualTo(new ExecutorProperties(
                            "tool-executor-" + System.getenv().getOrDefault("HOSTNAME", "local") + "-"
                                    + ProcessHandle.current().pid(),
                            8,
                            Duration.ofSeconds(30),
                            5,
                            Duration.ofMillis(200),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5)));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.executor",
                            ExecutorProperties.class,
                            Map.of(
                                    "flyball.executor.name", "one",
                                    "flyball.executor.workers", "2",
                                    "flyball.executor.lock", "15s",
                                    "flyball.executor.delivery-limit", "3",
                                    "flyball.executor.ticket-age", "20ms",
                                    "flyball.executor.gate-age", "70ms",
                                    "flyball.executor.blind-limit", "2s")))
                    .isEqualTo(new ExecutorProperties(
                            "one",
                            2,
                            Duration.ofSeconds(15),
                            3,
                            Duration.ofMillis(20),
                            Duration.ofMillis(70),
                            Duration.ofSeconds(2)));
        }

        @Test
        void whatCannotWorkIsRefused() {
            assertThatThrownBy(() -> bind(
                            "flyball.executor", ExecutorProperties.class, Map.of("flyball.executor.ticket-age", "2s")))
                    .rootCause()
                    .hasMessageContaining("ticket-age");
        }
    }

    @Nested
    class Claims {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor.claims", ClaimProperties.class, Map.of()))
                    .isEqualTo(new ClaimProperties(Duration.ofSeconds(5), Duration.ofDays(8), Duration.ofMillis(250)));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.executor.claims",
                            ClaimProperties.class,
                            Map.of(
                                    "flyball.executor.claims.lease", "2s",
                                    "flyball.executor.claims.keep", "9d",
                                    "flyball.executor.claims.clock-skew", "1s")))
                    .isEqualTo(new ClaimProperties(Duration.ofSeconds(2), Duration.ofDays(9), Duration.ofSeconds(1)));
        }
    }

    @Nested
    class Locks {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor.locks", LockProperties.class, Map.of()))
                    .isEqualTo(new LockProperties(Duration.ofSeconds(10)));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.executor.locks",
                            LockProperties.class,
                            Map.of("flyball.executor.locks.lease", "3s")))
                    .isEqualTo(new LockProperties(Duration.ofSeconds(3)));
        }
    }

    @Nested
    class Commands {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor.commands", CommandProperties.class, Map.of()))
                    .isEqualTo(new CommandProperties(
                            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                            Path.of(System.getProperty("java.io.tmpdir"), "flyball-tool-executor"),
                            Map.of(),
                            1024,
                            1024));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.executor.commands",
                            CommandProperties.class,
                            Map.of(
                                    "flyball.executor.commands.path", "/bin",
                                    "flyball.executor.commands.scratch", "/scratch",
                                    "flyball.executor.commands.environment.SITE_HOME", "/site",
                                    "flyball.executor.commands.open-files", "64",
                                    "flyball.executor.commands.file-megabytes", "10")))
                    .isEqualTo(
                            new CommandProperties("/bin", Path.of("/scratch"), Map.of("SITE_HOME", "/site"), 64, 10));
        }
    }

    @Nested
    class Sandbox {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor.sandbox", SandboxProperties.class, Map.of()))
                    .isEqualTo(new SandboxProperties(
                            SandboxProperties.Level.BEST, Path.of("/usr/bin/bwrap"), List.of(), 256, 1024, 600, 64));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.executor.sandbox",
                            SandboxProperties.class,
                            Map.of(
                                    "flyball.executor.sandbox.level", "namespaces",
                                    "flyball.executor.sandbox.bubblewrap", "/bin/bwrap",
                                    "flyball.executor.sandbox.readable", "/srv,/opt",
                                    "flyball.executor.sandbox.processes", "20",
                                    "flyball.executor.sandbox.memory-megabytes", "200",
                                    "flyball.executor.sandbox.cpu-seconds", "30",
                                    "flyball.executor.sandbox.scratch-megabytes", "5")))
                    .isEqualTo(new SandboxProperties(
                            SandboxProperties.Level.NAMESPACES,
                            Path.of("/bin/bwrap"),
                            List.of(Path.of("/srv"), Path.of("/opt")),
                            20,
                            200,
                            30,
                            5));
        }

        @Test
        void whatCannotWorkIsRefused() {
            assertThatThrownBy(() -> bind(
                            "flyball.executor.sandbox",
                            SandboxProperties.class,
                            Map.of("flyball.executor.sandbox.readable", "here")))
                    .rootCause()
                    .hasMessageContaining("absolute");
            assertThatThrownBy(() -> bind(
                            "flyball.executor.sandbox",
                            SandboxProperties.class,
                            Map.of("flyball.executor.sandbox.processes", "1")))
                    .rootCause()
                    .hasMessageContaining("processes");
        }
    }

    @Nested
    class TrashOfFiles {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor.trash", TrashProperties.class, Map.of()))
                    .isEqualTo(new TrashProperties(
                            Path.of(System.getProperty("user.home"), ".flyball"), Duration.ofDays(30)));
        }

        @Test
        void everyPropertyBinds() {
            TrashProperties bound = bind(
                    "flyball.executor.trash",
                    TrashProperties.class,
                    Map.of("flyball.executor.trash.home", "/kept", "flyball.executor.trash.keep", "7d"));

            assertThat(bound).isEqualTo(new TrashProperties(Path.of("/kept"), Duration.ofDays(7)));
            assertThat(bound.toTrash().home()).isEqualTo(Path.of("/kept/flyball-trash"));
        }
    }

    @Nested
    class SecretsOfTools {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor.secrets", ToolSecretsProperties.class, Map.of()))
                    .isEqualTo(new ToolSecretsProperties(null));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.executor.secrets",
                            ToolSecretsProperties.class,
                            Map.of("flyball.executor.secrets.directory", "/run/secrets/tools")))
                    .isEqualTo(new ToolSecretsProperties(Path.of("/run/secrets/tools")));
        }
    }

    @Nested
    class SecretsAndCatalogue {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.catalogue", CatalogueProperties.class, Map.of()))
                    .isEqualTo(new CatalogueProperties(Path.of("catalogue")));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.catalogue",
                            CatalogueProperties.class,
                            Map.of("flyball.catalogue.directory", "/c")))
                    .isEqualTo(new CatalogueProperties(Path.of("/c")));
        }
    }

    @Nested
    class Grants {
        @Test
        void defaultsAreTheDocumentedOnes() {
            assertThat(bind("flyball.executor.grants", GrantProperties.class, Map.of()))
                    .isEqualTo(new GrantProperties(Path.of(".flyball/grants/verifying.keys")));
        }

        @Test
        void everyPropertyBinds() {
            assertThat(bind(
                            "flyball.executor.grants",
                            GrantProperties.class,
                            Map.of("flyball.executor.grants.public-keys-file", "/keys")))
                    .isEqualTo(new GrantProperties(Path.of("/keys")));
        }
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
