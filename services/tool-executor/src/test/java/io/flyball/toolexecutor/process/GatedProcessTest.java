package io.flyball.toolexecutor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class GatedProcessTest {
    private static final String PATH = "/usr/bin:/bin";

    @TempDir
    Path folder;

    @Test
    @DisplayName("SBX-1 the program does nothing before the gate opens")
    void waitsAtTheGate() throws Exception {
        Path sign = folder.resolve("sign");
        try (GatedProcess process = arm("touch", sign.toString())) {
            await(() -> Files.exists(Path.of("/proc/self")));
            assertThat(sign).doesNotExist();

            process.open();

            assertThat(process.await(new Ending())).isInstanceOf(ProcessEnd.Exited.class);
            assertThat(sign).exists();
        }
    }

    @Test
    @DisplayName("STOP-4 a gate that is opened too late starts nothing, however long whoever opens it was held up")
    void tooLate() throws Exception {
        Path sign = folder.resolve("sign");
        StartBy past = new StartBy(OptionalLong.of(1));
        assertThat(past.isOver()).isTrue();
        try (GatedProcess process = arm("touch", sign.toString())) {
            process.open(past);

            assertThatThrownBy(() -> process.await(new Ending())).isInstanceOf(LateStart.class);
            assertThat(sign).doesNotExist();
        }
    }

    @Test
    @DisplayName(
            "STOP-4 a gate that is opened in time starts the program; what that does is not taken for a late start")
    void inTime() throws Exception {
        try (GatedProcess process = arm("sh", "-c", "echo late; exit 75")) {
            process.open(StartBy.in(Duration.ofMinutes(10)));

            assertThat(process.await(new Ending())).isEqualTo(new ProcessEnd.Exited(75, Output.of("late\n")));
        }
    }

    @Test
    @DisplayName("SBX-1 a process that is not let in goes away without a trace")
    void isTakenAwayFromTheGate() throws Exception {
        Path sign = folder.resolve("sign");
        arm("touch", sign.toString()).close();

        assertThat(sign).doesNotExist();
        assertThat(markedProcesses()).isZero();
    }

    @Test
    @DisplayName("SBX-1 arguments reach the program as they are, no shell reads them")
    void noShellReadsTheArguments() throws Exception {
        List<String> odd = List.of("$(id)", "`id`", "a b", "; id", "*", "'", "\"", "\\", "");

        ProcessEnd end = run("printf", prepend("%s|", odd));

        assertThat(end.output().head()).isEqualTo(String.join("|", odd) + "|");
    }

    @Test
    @DisplayName("SBX-1 the environment is what is given and nothing else")
    void environmentIsClean() throws Exception {
        assertThat(run("env").output().head().lines())
                .allMatch(line -> line.matches("(PATH|FLYBALL_ACTION|PWD|_|OLDPWD|SHLVL)=.*"));
    }

    @Test
    void exitCodeAndBothStreamsComeBack() throws Exception {
        ProcessEnd end = run("sh", "-c", "echo out; echo err >&2; exit 3");

        assertThat(end).isEqualTo(new ProcessEnd.Exited(3, Output.of("out\nerr\n")));
    }

    @Test
    @DisplayName("TOOL-6 a gigabyte of output is counted in constant memory")
    void aFloodIsCounted() throws Exception {
        ProcessEnd end = run("head", "-c", "1000000000", "/dev/zero");

        assertThat(end.output().length()).isEqualTo(1_000_000_000L);
        assertThat(end.output().head().length() + end.output().tail().length()).isEqualTo(2_000);
    }

    @Test
    @DisplayName("TOOL-6 a command that never ends is ended when its time is up")
    void anEndlessCommandIsEnded() throws Exception {
        assertThat(ended(EndCause.TIMED_OUT, "sh", "-c", "while :; do :; done")).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("TOOL-6 a command that ignores the request to end is killed after the grace")
    void whoIgnoresTheRequestIsKilled() throws Exception {
        Path deaf = folder.resolve("deaf");
        assertThat(ended(
                        EndCause.CANCELLED,
                        () -> Files.exists(deaf),
                        "sh",
                        "-c",
                        "trap '' TERM; echo > " + deaf + "; while :; do :; done"))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("STOP-2 a stop ends the whole tree within a second, also who was given away or opened a session")
    void aStopEndsTheWholeTree() throws Exception {
        Duration took = ended(
                EndCause.STOPPED,
                "sh",
                "-c",
                "sleep 600 & (sleep 600 &) ; setsid sleep 600 & (setsid sh -c 'sleep 600 & sleep 600' &) ; wait");

        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("SBX-6 what an ordinary process leaves behind is ended with it, unless it may leave a service")
    void whatIsLeftBehind() throws Exception {
        List<String> leaves = List.of("-c", "setsid sleep 600 >/dev/null 2>&1 & echo done");
        Path shell = Programs.find("sh", PATH).orElseThrow();

        assertThat(run(shell, leaves, new Containment.Plain(ControlGroups.NONE, false))
                        .output()
                        .head())
                .isEqualTo("done\n");
        await(() -> markedProcesses() == 0);

        run(shell, leaves, new Containment.Plain(ControlGroups.NONE, true));
        await(() -> markedProcesses() == 1);
        ProcessHandle.allProcesses().filter(this::isMarked).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    @DisplayName("SBX-6 nobody leaves a control group: neither a session of its own nor an empty environment helps")
    @EnabledIf("controlGroupsExist")
    void aControlGroupIsLeftByNobody() throws Exception {
        String sign = "600." + UUID.randomUUID().getMostSignificantBits() % 1_000_000;
        List<String> leaves =
                List.of("-c", "setsid env -i sleep " + sign.replace("-", "") + " >/dev/null 2>&1 & echo done");

        run(
                Programs.find("sh", PATH).orElseThrow(),
                leaves,
                new Containment.Plain(ControlGroups.ofThisProcess(), false));

        await(() -> ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").contains(sign.replace("-", ""))));
    }

    static boolean controlGroupsExist() {
        return ControlGroups.ofThisProcess().exist();
    }

    private ProcessEnd run(Path program, List<String> arguments, Containment containment) throws Exception {
        try (GatedProcess process = arm(program, arguments, containment)) {
            process.open();
            return process.await(new Ending());
        }
    }

    /** Starts it, lets it get going, ends it; returns how long it took until nobody was left. */
    private Duration ended(EndCause cause, String... command) throws Exception {
        return ended(cause, () -> true, command);
    }

    private Duration ended(EndCause cause, BooleanSupplier going, String... command) throws Exception {
        try (GatedProcess process = arm(command)) {
            process.open();
            Ending ending = new Ending();
            CompletableFuture<ProcessEnd> end = CompletableFuture.supplyAsync(() -> awaitEnd(process, ending));
            int expected = command[command.length - 1].contains("setsid") ? 6 : 1;
            await(() -> markedProcesses() >= expected && going.getAsBoolean());

            long start = System.nanoTime();
            ending.end(cause);
            assertThat(end.get(120, TimeUnit.SECONDS)).isInstanceOf(ProcessEnd.Ended.class);
            await(() -> markedProcesses() == 0);
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private static ProcessEnd awaitEnd(GatedProcess process, Ending ending) {
        try {
            return process.await(ending);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final String marker = UUID.randomUUID().toString();

    private long markedProcesses() {
        return ProcessHandle.allProcesses().filter(this::isMarked).count();
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            return Files.readString(proc.resolve("environ"), java.nio.charset.StandardCharsets.ISO_8859_1)
                            .contains(marker)
                    && !Files.readString(proc.resolve("stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }

    private ProcessEnd run(String... command) throws Exception {
        return run(command[0], List.of(command).subList(1, command.length));
    }

    private ProcessEnd run(String program, List<String> arguments) throws Exception {
        try (GatedProcess process = arm(program, arguments)) {
            process.open();
            return process.await(new Ending());
        }
    }

    private GatedProcess arm(String... command) throws IOException {
        return arm(command[0], List.of(command).subList(1, command.length));
    }

    private GatedProcess arm(String program, List<String> arguments) throws IOException {
        return arm(
                Programs.find(program, PATH).orElseThrow(),
                arguments,
                new Containment.Plain(ControlGroups.NONE, false));
    }

    private GatedProcess arm(Path program, List<String> arguments, Containment containment) throws IOException {
        return GatedProcess.arm(new Launch(
                program,
                arguments,
                folder,
                Map.of("PATH", PATH),
                marker,
                new ResourceLimits(1024, 1024, 256, 1024, 600, 64),
                containment,
                1_000));
    }

    private static List<String> prepend(String first, List<String> rest) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), rest.stream())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(10).toNanos());
            LockSupport.parkNanos(5_000_000);
        }
    }
}
