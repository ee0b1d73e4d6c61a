package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-4 probes, made with the real programs of this machine")
class RealProbesTest {

    private static Case look(String probe, Map<String, String> known) throws IOException, InterruptedException {
        Probe made = Sample.probe(probe);
        assertThat(made.fits("host", known)).isTrue();
        @SuppressWarnings("unchecked")
        List<String> argv = (List<String>) made.arguments(known).orElseThrow().get("argv");
        assumeTrue(isHere(argv.getFirst()), argv.getFirst() + " is not on this machine");
        Process process = new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        int exit = process.exitValue();
        CaseFile file = new CaseFile(known);
        file.add(
                made,
                new Output("a1", true, exit == 0, exit, text, true, exit == 0 ? "" : "exit " + exit, Instant.now()));
        return file.toCase();
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static double number(Case seen, String fact, String key) {
        return seen.facts().stream()
                .filter(each -> each.name().equals(fact) && each.key().equals(key))
                .map(each -> ((FactValue.Amount) each.value()).number())
                .findFirst()
                .orElseThrow(() -> new AssertionError(fact + " " + key + " is not in " + seen));
    }

    private static String text(Case seen, String fact) {
        return seen.facts().stream()
                .filter(each -> each.name().equals(fact))
                .map(each -> each.value().text())
                .findFirst()
                .orElseThrow(() -> new AssertionError(fact + " is not in " + seen));
    }

    @Test
    void processes() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            Case seen = look("processes", Map.of("process", "sleep"));
            String pid = String.valueOf(sleeper.pid());
            assertThat(number(seen, "process.count", "")).isGreaterThanOrEqualTo(1);
            assertThat(number(seen, "process.threads", pid)).isEqualTo(1);
            assertThat(seen.facts())
                    .anySatisfy(fact -> assertThat(fact.says()).matches("process.state " + pid + " = [SR]"))
                    .anySatisfy(fact -> assertThat(fact.says())
                            .isEqualTo("process.parent " + pid + " = "
                                    + ProcessHandle.current().pid()));
            assertThat(number(look("process-limits", Map.of("pid", pid)), "process.files_allowed", ""))
                    .isPositive();
            assertThat(number(look("process-files", Map.of("pid", pid)), "process.files_open", ""))
                    .isGreaterThanOrEqualTo(3);
            assertThat(number(look("process-status", Map.of("pid", pid)), "process.peak_memory", ""))
                    .isPositive();
        } finally {
            sleeper.destroy();
        }
    }

    @Test
    @DisplayName("no such process is a count of none, and no failure")
    void noProcess() throws Exception {
        Case seen = look("processes", Map.of("process", "no-such-prog"));

        assertThat(seen.looks().getFirst().outcome()).isEqualTo(Look.Outcome.SAW);
        assertThat(number(seen, "process.count", "")).isZero();
    }

    @Test
    void listener() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Case seen = look("listener-of-port", Map.of("port", String.valueOf(socket.getLocalPort())));
            assertThat(number(seen, "port.listeners", "")).isEqualTo(1);
            assertThat(text(seen, "port.owner")).isEqualTo("java");
            assertThat(number(seen, "port.backlog", "")).isZero();
        }
        assertThat(number(look("listener-of-port", Map.of("port", "1")), "port.listeners", ""))
                .isZero();
    }

    @Test
    void machine() throws Exception {
        Map<String, String> here = Map.of("here", "this machine");
        assertThat(number(look("disks", here), "disk.used", "/")).isBetween(0.0, 100.0);
        assertThat(number(look("inodes", here), "inodes.used", "/")).isBetween(0.0, 100.0);
        assertThat(number(look("memory", here), "memory.available", "")).isPositive();
        assertThat(number(look("load", here), "load.one", "")).isNotNegative();
        assertThat(number(look("processors", here), "cpu.count", "")).isPositive();
        assertThat(number(look("zombies", here), "zombie.count", "")).isNotNegative();
        assertThat(text(look("busiest-processes", here), "busiest.name")).isNotBlank();
        assertThat(number(look("socket-summary", here), "sockets.established", ""))
                .isNotNegative();
        assertThat(text(look("machine-name", here), "machine.name")).isNotBlank();
        assertThat(number(look("routes", here), "route.default", "")).isNotNegative();
    }

    @Test
    void filesAndFolders(@TempDir Path folder) throws Exception {
        Path config = Files.writeString(folder.resolve("till.conf"), "pool_size: ten\n");
        Path declared = Files.writeString(folder.resolve("declared.conf"), "pool_size: 10\n");
        Path log = Files.writeString(
                folder.resolve("till.log"), "INFO started\nERROR config error: pool_size: not a number\n");
        Map<String, String> known = Map.of(
                "folder", folder.toString(),
                "config", config.toString(),
                "declared", declared.toString(),
                "log", log.toString(),
                "backup", folder.toString(),
                "job_output", log.toString());
        assertThat(number(look("folder-space", known), "folder.used", "")).isBetween(0.0, 100.0);
        assertThat(number(look("folder-inodes", known), "folder.inodes_used", ""))
                .isBetween(0.0, 100.0);
        assertThat(text(look("folder-mount", known), "folder.read_only")).isEqualTo("false");
        assertThat(text(look("config-file", known), "config.exists")).isEqualTo("true");
        assertThat(text(look("config-file", Map.of("config", folder + "/none")), "config.exists"))
                .isEqualTo("false");
        Case differs = look("config-against-declared", known);
        assertThat(number(differs, "config.differs", "")).isEqualTo(2);
        assertThat(text(differs, "config.added")).isEqualTo("+pool_size: ten");
        Case said = look("log-tail", known);
        assertThat(text(said, "log.error")).contains("pool_size");
        assertThat(text(said, "log.config_error")).contains("not a number");
        assertThat(said.facts()).noneSatisfy(fact -> assertThat(fact.name()).isEqualTo("log.no_space"));
        assertThat(number(look("backup-files", known), "backup.fresh", "")).isEqualTo(3);
        assertThat(number(look("job-output", known), "job.fresh", "")).isEqualTo(1);
    }

    @Test
    void names() throws Exception {
        assertThat(number(look("name-resolves", Map.of("dns", "localhost")), "dns.addresses", ""))
                .isPositive();
        assertThat(number(look("name-resolves", Map.of("dns", "no.such.invalid")), "dns.addresses", ""))
                .isZero();
    }

    @Test
    void certificates(@TempDir Path folder) throws Exception {
        Path certificate = folder.resolve("till.crt");
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                folder.resolve("k").toString(),
                "-out",
                certificate.toString(),
                "-days",
                "20",
                "-subj",
                "/CN=till.test");
        int port = freePort();
        Process server = new ProcessBuilder(
                        "openssl",
                        "s_server",
                        "-accept",
                        String.valueOf(port),
                        "-quiet",
                        "-key",
                        folder.resolve("k").toString(),
                        "-cert",
                        certificate.toString())
                .start();
        try {
            Case file = look("certificate-file", Map.of("certificate", certificate.toString()));
            assertThat(number(file, "certificate.days_left", "")).isBetween(18.0, 20.0);
            Case served = served(port);
            assertThat(number(served, "tls.days_left", "")).isBetween(18.0, 20.0);
            assertThat(text(served, "tls.not_after")).isEqualTo(text(file, "certificate.not_after"));
        } finally {
            server.destroy();
        }
    }

    private static Case served(int port) throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            Case seen = look("certificate-served", Map.of("tls", "127.0.0.1:" + port));
            if (seen.facts().stream().anyMatch(fact -> fact.name().equals("tls.days_left"))) {
                return seen;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("openssl s_server never listened");
    }

    @Test
    void redisAndItsQueues(@TempDir Path folder) throws Exception {
        int port = freePort();
        Map<String, String> known = Map.of("redis_port", String.valueOf(port), "queue", "orders");
        assumeTrue(isHere("redis-server"), "redis-server is not on this machine");
        assertThat(text(look("redis-info", known), "redis.answers")).isEqualTo("false");
        Process server = new ProcessBuilder(
                        "redis-server", "--port", String.valueOf(port), "--save", "", "--dir", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitRedis(known);
            run("redis-cli", "-p", String.valueOf(port), "XADD", "orders", "*", "a", "1");
            run("redis-cli", "-p", String.valueOf(port), "XGROUP", "CREATE", "orders", "work", "0");
            Case info = look("redis-info", known);
            assertThat(text(info, "redis.policy")).isEqualTo("noeviction");
            assertThat(number(info, "redis.maxmemory", "")).isZero();
            assertThat(number(info, "redis.used_memory", "")).isPositive();
            Case groups = look("queue-groups", known);
            assertThat(number(groups, "queue.consumers", "work")).isZero();
            assertThat(number(groups, "queue.pending", "work")).isZero();
            assertThat(number(groups, "queue.lag", "work")).isEqualTo(1);
            assertThat(number(look("queue-length", known), "queue.length", "")).isEqualTo(1);
        } finally {
            server.destroy();
        }
    }

    private static void awaitRedis(Map<String, String> known) throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            if (text(look("redis-info", known), "redis.answers").equals("true")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("Redis never answered");
    }

    @Test
    void databaseThatIsNotThere() throws Exception {
        Case seen = look("database-ready", Map.of("database_port", "1"));

        assertThat(text(seen, "database.ready")).isEqualTo("false");
        assertThat(text(seen, "database.says")).isEqualTo("no response");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... argv) throws Exception {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(argv)))
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
    }
}
