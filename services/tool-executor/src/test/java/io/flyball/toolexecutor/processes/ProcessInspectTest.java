package io.flyball.toolexecutor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.secrets.SecretFilter;
import io.flyball.toolexecutor.tools.Asked;
import io.flyball.toolexecutor.tools.Permissions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

/** Looks at real processes. */
@EnabledOnOs(OS.LINUX)
class ProcessInspectTest {
    private final Asked inspect = asked("/proc/*/status");

    private static Asked asked(String... readable) {
        return new Asked(
                new ProcessInspect(Clock.systemUTC()),
                new Permissions(List.of(), List.of(readable), List.of(), List.of()));
    }

    @Test
    @DisplayName("TOOL-2 a process is told by its number: state, files, ports, times, names of its environment")
    void byNumber() throws Exception {
        String pid = String.valueOf(ProcessHandle.current().pid());
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JsonNode seen = inspect.found(Map.of("process", pid)).at("/processes/0");

            assertThat(seen.get("name").asString()).isEqualTo("java");
            assertThat(seen.get("threads").asInt()).isGreaterThan(5);
            assertThat(seen.get("filesOpen").asInt()).isGreaterThan(5);
            assertThat(seen.get("filesAllowed").asLong()).isGreaterThan(100);
            assertThat(seen.get("memoryKib").asLong()).isGreaterThan(10_000);
            assertThat(seen.get("cpuSeconds").isNumber()).isTrue();
            assertThat(seen.get("ageSeconds").asLong()).isBetween(0L, 86_400L);
            assertThat(seen.get("listensAt").toString()).contains(String.valueOf(socket.getLocalPort()));
            assertThat(seen.get("environmentNames").toString())
                    .contains("\"PATH\"")
                    .doesNotContain("/usr/bin");
            assertThat(seen.get("programReplaced").asBoolean()).isFalse();
            assertThat(seen.has("arguments")).isFalse();
        }
    }

    @Test
    @DisplayName("SEC-1 values of environment variables are never told, and arguments only to whom they are permitted")
    void nothingThatIsSecret() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sleep", "61.25");
        builder.environment().put("DATABASE_PASSWORD", "tulip-in-winter");
        builder.environment().put("ODD", "first\nSECOND=tulip-in-winter");
        Process process = builder.start();
        try {
            Map<String, String> arguments = Map.of("process", String.valueOf(process.pid()));

            assertThat(inspect.found(arguments).toString())
                    .contains("DATABASE_PASSWORD")
                    .doesNotContain("tulip")
                    .doesNotContain("61.25");
            assertThat(asked("/proc/*/status", "/proc/*/cmdline")
                            .found(arguments)
                            .toString())
                    .contains("61.25")
                    .doesNotContain("tulip");
        } finally {
            process.destroy();
        }
    }

    @Test
    @DisplayName("SEC-1 a password among a process's arguments is seen by the secret filter")
    void passwordInArguments() throws Exception {
        Process process = new ProcessBuilder(
                        "sh", "-c", "sleep 60; :", "till", "--password", "tulip-In-winter-77", "--user=shop")
                .start();
        try {
            String text = asked("/proc/*/status", "/proc/*/cmdline")
                    .outcome(Map.of("process", String.valueOf(process.pid())))
                    .output()
                    .head();
            assertThat(text).contains("tulip-In-winter-77");
            assertThat(new SecretFilter(new byte[] {1}).filter("run", text).text())
                    .contains("--user=shop")
                    .doesNotContain("tulip-In-winter-77");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    @Test
    @DisplayName("TOOL-2 a process is found by its name, a stopped one says so, and none is a count of 0")
    void byName() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            JsonNode found = inspect.found(Map.of("process", "sle*p"));
            assertThat(found.get("count").asInt()).isPositive();
            assertThat(inspect.found(Map.of("process", String.valueOf(process.pid())))
                            .at("/processes/0/state")
                            .asString())
                    .isEqualTo("stopped");
            assertThat(inspect.found(Map.of("process", "no-such-program"))
                            .get("count")
                            .asInt())
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("SBX-5 processes that the agent may not read of are refused")
    void notPermitted() {
        assertThat(asked().refusal(Map.of("process", "java"))).contains("may not read");
        assertThat(asked("/proc/7/status").refusal(Map.of("process", "8"))).contains("may not read");
        assertThat(inspect.refusal(Map.of("process", ""))).contains("1 to 100");
    }

    @Test
    @DisplayName("TOOL-6 a name may hold what separates the kernel's fields, and hides nothing")
    void oddNames() {
        String line = "71 (a) R (b\u202E) S 1 71 71 0 -1 4194304 1 0 0 0 250 50 0 0 20 0 9 0 12345 1 1";
        ProcessStat stat = ProcessStat.parse(line).orElseThrow();

        assertThat(stat).isEqualTo(new ProcessStat("a) R (b\u202E", 'S', 1, 9, 300, 12345));
        assertThat(ProcessStat.parse("71 (gone")).isEmpty();
        assertThat(new ProcessInspect.Wanted("*a*a*a*a*a*a*a*a*b").names("aaaaaaaaaaaaaaa"))
                .isFalse();
    }
}
