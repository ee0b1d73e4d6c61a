package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-1 The commands about the stack, where there is nothing to start or to end")
class StackCommandsTest {

    @TempDir
    Path temporary;

    @Test
    @DisplayName("CLI-1 A port that is taken is named with the process that holds it, before anything starts")
    void takenPort() throws IOException {
        try (var held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var result = run("up", "--port-base=" + (held.getLocalPort() - 3));
            assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED.code());
            assertThat(result.err())
                    .contains("port " + held.getLocalPort() + " is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("--port-base");
            assertThat(data().resolve("stack.json")).doesNotExist();
        }
    }

    @Test
    void aPortBaseThatIsNoneIsAMistakeOfTheCommandLine() {
        assertThat(run("up", "--port-base=70000").exitCode()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void theStackIsOfThisMachine() {
        assertThat(run("up", "--url=http://127.0.0.1:1").exitCode()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void downWhereNothingIsUpSaysSo() {
        var result = run("down");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("not up");
    }

    @Test
    void downForgetsAStackWhoseProcessesAreGone() throws IOException {
        var folder = prepared();
        folder.write(new StackRecord(
                "one-jvm",
                "auto",
                Instant.EPOCH,
                true,
                new ProcessMark(ProcessHandle.current().pid(), Instant.EPOCH),
                "",
                List.of(),
                List.of()));
        assertThat(run("down").exitCode()).isZero();
        assertThat(folder.record()).isEmpty();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void restartWhereNothingIsUpSaysWhatToDo() {
        var result = run("restart", "governor");
        assertThat(result.exitCode()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(result.err()).contains("flyball up");
    }

    @Test
    void resetDeletesOnlyWhenItIsWanted() throws IOException {
        prepared();
        assertThat(run("reset").exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(data()).exists();
        assertThat(run("reset", "--yes").exitCode()).isZero();
        assertThat(data()).doesNotExist();
    }

    @Test
    void resetDeletesNoOtherFolder() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("thesis.txt"), "years of work");
        var result = run("reset", "--yes");
        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(data().resolve("thesis.txt")).exists();
    }

    @Test
    void logsAreShownByNameOrAllWithTheirNames() throws IOException {
        var folder = prepared();
        Files.writeString(folder.log("governor"), "one\ntwo\nthree\n");
        Files.writeString(folder.log("planner"), "four\n");
        Files.writeString(folder.logs().resolve("planner.previous.log"), "old\n");
        assertThat(run("logs", "governor", "-n", "2").out().lines()).containsExactly("two", "three");
        assertThat(run("logs").out().lines())
                .containsExactly(
                        "governor      | one", "governor      | two", "governor      | three", "planner       | four");
    }

    @Test
    void aLogThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
        Files.writeString(prepared().log("governor"), "one\n");
        var result = run("logs", "governess");
        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(result.err()).contains("There are: governor");
    }

    @Test
    @DisplayName("The data folder and the token are for their owner alone")
    void theDataFolderIsPrivate() throws IOException {
        var folder = prepared();
        assertThat(Files.getPosixFilePermissions(folder.path())).hasSize(3);
        assertThat(Files.getPosixFilePermissions(folder.data().tokenFile())).hasSize(2);
        assertThat(folder.data().token().orElseThrow()).hasSizeGreaterThan(30);
    }

    private StackFolder prepared() throws IOException {
        var folder = Fixtures.folder(data());
        folder.prepare();
        return folder;
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private CommandLineUnderTest.Result run(String... words) {
        return new CommandLineUnderTest()
                .with("FLYBALL_DATA_DIR", data().toString())
                .with("FLYBALL_HOME", temporary.toString())
                .run(words);
    }
}
