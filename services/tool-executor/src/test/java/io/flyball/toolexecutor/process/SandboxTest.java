package io.flyball.toolexecutor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** With the real bubblewrap and the real kernel. */
@EnabledIf("namespacesWork")
class SandboxTest {
    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");
    private static final String PATH = "/usr/bin:/bin";
    private static final ResourceLimits LIMITS = new ResourceLimits(256, 64, 40, 128, 20, 4);
    private static final ControlGroups GROUPS = ControlGroups.ofThisProcess();

    @TempDir
    Path machine;

    private Path scratch;
    private Path readable;
    private Path writable;

    /** Where there is no bubblewrap, what happens then is shown elsewhere. */
    static boolean namespacesWork() throws IOException {
        return Sandbox.tried(BUBBLEWRAP, Files.createTempDirectory("scratch"), LIMITS, GROUPS) instanceof Sandbox.Works;
    }

    @BeforeEach
    void folders() throws IOException {
        scratch = Files.createDirectory(machine.resolve("scratch"));
        readable = Files.createDirectory(machine.resolve("readable"));
        writable = Files.createDirectory(machine.resolve("writable"));
        Files.writeString(readable.resolve("file"), "to be read");
        Files.writeString(machine.resolve("other"), "not to be read");
    }

    @Test
    @DisplayName("SBX-2 a command finds its folders and system programs; it changes only what is writable")
    void findsOnlyWhatItIsGiven() throws Exception {
        assertThat(said("cat " + readable + "/file")).isEqualTo("to be read");
        assertThat(said("cat " + machine + "/other")).contains("No such file");
        assertThat(said("echo x > " + readable + "/new")).contains("Read-only");
        assertThat(said("echo new > " + writable + "/new; cat " + writable + "/new"))
                .isEqualTo("new");
        assertThat(writable.resolve("new")).hasContent("new\n");
        assertThat(said("echo x > /usr/bin/new; echo x > /new; echo x > /etc/new"))
                .containsPattern("(?s)(Read-only|Permission).*(Read-only|Permission).*(Read-only|Permission)");
        assertThat(said("cat /etc/shadow /root/.profile; ls /home"))
                .doesNotContain("root:")
                .contains("No such file");
    }

    @Test
    @DisplayName("SBX-2 a folder that many may read does not show the system's secrets in it")
    void secretsOfTheSystemAreCovered() throws Exception {
        Enclosure all = new Enclosure(List.of(Path.of("/")), List.of(), scratch, false, false);

        assertThat(said(all, "cat /etc/shadow; ls -A /root"))
                .doesNotContain("root:")
                .doesNotContain(".");
        assertThat(said(all, "ls -d /var/lib")).isEqualTo("/var/lib");
    }

    @Test
    @DisplayName("SBX-2 it is nobody, without capabilities, and cannot get more")
    void isNobody() throws Exception {
        assertThat(said("id -u; grep -E 'CapEff|CapBnd|NoNewPrivs' /proc/self/status"))
                .matches("65534\\s+CapEff:\\s+0{16}\\s+CapBnd:\\s+0{16}\\s+NoNewPrivs:\\s+1");
    }

    @Test
    @DisplayName("SBX-2 it works in its own folder, sees what is set and nothing inherited")
    void ownFolderAndEnvironment() throws Exception {
        assertThat(said("pwd; echo x > here; ls")).isEqualTo(scratch + "\nhere");
        assertThat(scratch).isEmptyDirectory();
        assertThat(said("env").lines()).allMatch(line -> line.matches("(PATH|FLYBALL_ACTION|PWD|_|OLDPWD|SHLVL)=.*"));
    }

    @Test
    @DisplayName("SBX-2 it sees its own processes; those of the machine only if it may, and signals none of them")
    void processes() throws Exception {
        long own = ProcessHandle.current().pid();

        assertThat(said("ls /proc | grep -c '^[0-9]'").trim()).isLessThan("9").hasSize(1);
        assertThat(said(lookers(), "cat /proc/" + own + "/comm")).isEqualTo("java");
        assertThat(said(lookers(), "kill -9 " + own)).contains("No such process");
        assertThat(said(lookers(), "cat /proc/" + own + "/environ")).contains("Permission denied");
        assertThat(said(lookers(), "echo x > /proc/sys/kernel/hostname")).contains("Read-only");
    }

    private Enclosure lookers() {
        return new Enclosure(List.of(), List.of(), scratch, false, true);
    }

    @Test
    @DisplayName("SBX-4 it has no network unless it is given the machine's")
    void network() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> connect = List.of("-c", "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + " && echo in");
            Enclosure connected = new Enclosure(List.of(), List.of(), scratch, true, false);

            assertThat(run(Path.of("/bin/bash"), connect, own()).output().head())
                    .contains("refused");
            assertThat(run(Path.of("/bin/bash"), connect, connected).output().head())
                    .contains("in");
        }
    }

    @Test
    @DisplayName("SBX-6 what it leaves behind ends with it, whatever session and environment that has")
    void leavesNobody() throws Exception {
        String sign = UUID.randomUUID().toString();

        ProcessEnd end = run(
                shell("setsid env -i sh -c ': " + sign + "; sleep 600; :' & setsid sleep 600 >/dev/null 2>&1 &"
                        + " while ! grep -qs '; sleep 600; :' /proc/[0-9]*/cmdline; do :; done; echo done"),
                own());

        assertThat(end).isInstanceOf(ProcessEnd.Exited.class);
        assertThat(end.output().head()).contains("done");
        await(() -> !lives(sign));
    }

    @Test
    @DisplayName("STOP-2 a stop ends everything within a second, also what has a session of its own and no environment")
    void stops() throws Exception {
        String sign = UUID.randomUUID().toString();
        try (GatedProcess process =
                arm(shell("setsid env -i sh -c ': " + sign + "; sleep 600; :' & sleep 600"), own())) {
            process.open();
            Ending ending = new Ending();
            CompletableFuture<ProcessEnd> end = CompletableFuture.supplyAsync(() -> awaitEnd(process, ending));
            await(() -> lives(sign));

            long start = System.nanoTime();
            ending.end(EndCause.STOPPED);
            assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(ProcessEnd.Ended.class);
            await(() -> !lives(sign));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    @DisplayName("TOOL-6 a command in namespaces may tidy up when its time is over")
    void isAskedFirst() throws Exception {
        Path tidy = writable.resolve("tidy");
        try (GatedProcess process = arm(
                shell("trap 'echo tidy > " + tidy + "; exit 0' TERM; echo > " + writable
                        + "/going; while :; do sleep 0.05; done"),
                own())) {
            process.open();
            Ending ending = new Ending();
            CompletableFuture<ProcessEnd> end = CompletableFuture.supplyAsync(() -> awaitEnd(process, ending));
            await(() -> Files.exists(writable.resolve("going")));

            ending.end(EndCause.TIMED_OUT);

            assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(ProcessEnd.Ended.class);
            assertThat(tidy).exists();
        }
    }

    @Test
    @DisplayName("SBX-2 a command that multiplies is held at its number of processes")
    @EnabledIf("processesAreBounded")
    void aForkBombIsHeld() throws Exception {
        ProcessEnd end =
                run(shell("i=0; while [ $i -lt 200 ]; do sleep 5 & i=$((i+1)); done; echo all of them"), own());

        assertThat(end.output().head()).doesNotContain("all of them").contains("fork");
    }

    static boolean processesAreBounded() {
        return GROUPS.exist() || !"root".equals(System.getProperty("user.name"));
    }

    @Test
    @DisplayName("SBX-2 a command that takes all memory is refused it, and nobody else notices")
    void aMemoryHogIsHeld() throws Exception {
        ProcessEnd end = run(shell("x=0123456789abcdef; while :; do x=$x$x; done"), own());

        assertThat(end).isNotEqualTo(new ProcessEnd.Exited(0, end.output()));
    }

    @Test
    @DisplayName("SBX-2 a command that fills its disk fills only its own folder")
    void aFullFolder() throws Exception {
        for (String folder : List.of(".", "/tmp", "/dev/shm")) {
            assertThat(said("head -c 8000000 /dev/zero > " + folder + "/full; stat -c %s " + folder + "/full"))
                    .contains("No space left")
                    .containsPattern("\\b4194304\\b");
        }
        assertThat(said("head -c 100 /dev/zero > /dev/new")).contains("Read-only");
    }

    @Test
    @DisplayName("TOOL-6 two gigabytes of output out of a sandbox are counted in constant memory")
    void aFlood() throws Exception {
        ProcessEnd end = run(Path.of("/usr/bin/head"), List.of("-c", "2000000000", "/dev/zero"), own());

        assertThat(end.output().length()).isEqualTo(2_000_000_000L);
    }

    @Test
    @DisplayName("SBX-2 a gate in a sandbox opens nothing when it is too late, and goes without a trace")
    void tooLate() throws Exception {
        try (GatedProcess process = arm(shell("echo x > " + writable + "/sign"), own())) {
            process.open(new StartBy(java.util.OptionalLong.of(1)));

            org.assertj.core.api.Assertions.assertThatThrownBy(() -> process.await(new Ending()))
                    .isInstanceOf(LateStart.class);
            assertThat(writable).isEmptyDirectory();
        }
    }

    @Test
    @DisplayName("SBX-2 where there is no bubblewrap, or it does not work, the reason is told")
    void missing() {
        assertThat(Sandbox.tried(machine.resolve("none"), scratch, LIMITS, GROUPS))
                .isInstanceOfSatisfying(
                        Sandbox.Missing.class,
                        missing -> assertThat(missing.why()).contains("there is no"));
        assertThat(Sandbox.tried(Path.of("/bin/false"), scratch, LIMITS, GROUPS))
                .isInstanceOf(Sandbox.Missing.class);
    }

    private Enclosure own() {
        return new Enclosure(List.of(readable), List.of(writable), scratch, false, false);
    }

    private static List<String> shell(String script) {
        return List.of("-c", script);
    }

    private String said(String script) throws Exception {
        return said(own(), script);
    }

    private String said(Enclosure enclosure, String script) throws Exception {
        return run(shell(script), enclosure).output().head().strip();
    }

    private ProcessEnd run(List<String> arguments, Enclosure enclosure) throws Exception {
        return run(Path.of("/bin/sh"), arguments, enclosure);
    }

    private ProcessEnd run(Path program, List<String> arguments, Enclosure enclosure) throws Exception {
        try (GatedProcess process = arm(program, arguments, enclosure)) {
            process.open();
            return process.await(new Ending());
        }
    }

    private GatedProcess arm(List<String> arguments, Enclosure enclosure) throws IOException {
        return arm(Path.of("/bin/sh"), arguments, enclosure);
    }

    private GatedProcess arm(Path program, List<String> arguments, Enclosure enclosure) throws IOException {
        return GatedProcess.arm(new Launch(
                program,
                arguments,
                scratch,
                Map.of("PATH", PATH),
                UUID.randomUUID().toString(),
                LIMITS,
                new Containment.Namespaces(BUBBLEWRAP, enclosure, GROUPS),
                2_000));
    }

    private static ProcessEnd awaitEnd(GatedProcess process, Ending ending) {
        try {
            return process.await(ending);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean lives(String sign) {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> commandLine(process.pid()).contains("\0: " + sign));
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(10).toNanos());
            LockSupport.parkNanos(5_000_000);
        }
    }
}
