package io.flyball.toolexecutor.processes;

import static io.flyball.toolexecutor.commands.PlainCommands.permission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.commands.PlainCommands;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real virtual machine whose threads really wait for each other. */
class ThreadDumpTest {
    private static final String KNOT = """
            public class Knot {
                static final Object A = new Object(), B = new Object();
                static void take(Object first, Object second, java.util.concurrent.CountDownLatch both) {
                    synchronized (first) {
                        both.countDown();
                        try { both.await(); } catch (InterruptedException e) { return; }
                        synchronized (second) { System.out.println("never"); }
                    }
                }
                public static void main(String[] args) throws Exception {
                    var both = new java.util.concurrent.CountDownLatch(2);
                    Thread left = new Thread(() -> take(A, B, both), "left-hand");
                    Thread right = new Thread(() -> take(B, A, both), "right-hand");
                    left.start();
                    right.start();
                    while (left.getState() != Thread.State.BLOCKED || right.getState() != Thread.State.BLOCKED) Thread.onSpinWait();
                    System.out.println("knotted");
                    System.out.flush();
                    Thread.sleep(120_000);
                }
            }
            """;

    @TempDir
    Path folder;

    private Plan plan(String pid, Permissions permissions) {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        ThreadDump dump = new ThreadDump(PlainCommands.in(folder, java + ":/usr/bin:/bin", Map.of()));
        return dump.plan(new ToolRequest("action", "{\"pid\":\"" + pid + "\"}", permissions, 10_000));
    }

    private static Permissions jcmd() {
        return new Permissions(List.of(permission(ToolEffect.READ, "jcmd", "**")), List.of(), List.of(), List.of());
    }

    @Test
    @DisplayName("TOOL-2 threads that wait for each other are named, with what they wait for")
    void deadlock() throws Exception {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        assumeTrue(Files.isExecutable(bin.resolve("jcmd")), "this is no JDK");
        Path source = Files.writeString(folder.resolve("Knot.java"), KNOT);
        Process machine = new ProcessBuilder(bin.resolve("java").toString(), source.toString()).start();
        try {
            assertThat(machine.inputReader().readLine()).isEqualTo("knotted");
            JsonNode found = found(plan(String.valueOf(machine.pid()), jcmd()));

            assertThat(found.get("deadlocks").asInt()).isEqualTo(1);
            assertThat(found.get("deadlocked").toString()).contains("left-hand", "right-hand");
            assertThat(found.at("/states/BLOCKED").asInt()).isEqualTo(2);
            assertThat(found.get("whole").asBoolean()).isTrue();
            assertThat(found.get("blocked").toString()).contains("Knot.take", "\"heldBy\":\"left-hand\"");
        } finally {
            machine.destroyForcibly();
        }
    }

    private static JsonNode found(Plan plan) throws Exception {
        assertThat(plan).isInstanceOf(Plan.Ready.class);
        try (var action = ((Plan.Ready) plan).action()) {
            action.arm(new Mark("run", "action", "tester", null, Set.of()));
            ToolOutcome outcome = action.perform(new Ending());
            assertThat(outcome).as(outcome.toString()).isInstanceOf(ToolOutcome.Succeeded.class);
            return new JsonMapper().readTree(outcome.output().head());
        }
    }

    @Test
    @DisplayName(
            "SBX-5 without the permission for the command there is no dump; 0, which means all, is no number of a process")
    void refused() {
        Permissions none = new Permissions(List.of(), List.of(), List.of(), List.of());
        assertThat(plan("1", none)).isInstanceOf(Plan.Refused.class);
        assertThat(plan("0", jcmd())).isInstanceOf(Plan.Refused.class);
        assertThat(plan("1 GC.heap_dump", jcmd())).isInstanceOf(Plan.Refused.class);
    }
}
