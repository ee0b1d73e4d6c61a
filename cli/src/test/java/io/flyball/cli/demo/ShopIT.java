package io.flyball.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CLI-2 the web shop: real processes, deployed, broken and rolled back by deployctl")
class ShopIT {
    private static final Path SCRIPT =
            Path.of("../demo/deployctl").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private DeployCtl deployctl;
    private Shop shop;

    @BeforeEach
    void deploy() throws IOException {
        Path deployments = Files.createDirectories(folder.resolve("it's here/deployments"));
        deployctl = DeployCtl.install(SCRIPT, folder.resolve("bin"), deployments);
        shop = new Shop(deployments, deployctl, false);
        shop.deploy();
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    private Path home() {
        return folder.resolve("it's here/deployments/shop");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(home().resolve("pid")).strip());
    }

    @Test
    @DisplayName("CLI-2 release 1 serves, release 2 really answers 503, the rollback really heals it")
    void breakAndRollBack() throws IOException {
        assertThat(shop.health()).isEqualTo(200);
        shop.deployBadRelease();
        assertThat(shop.health()).isEqualTo(503);
        long broken = pid();

        String said = deployctl.run("rollback", "shop");

        assertThat(shop.health()).isEqualTo(200);
        assertThat(pid()).isNotEqualTo(broken);
        Await.that("the old process is gone")
                .until(() -> ProcessHandle.of(broken).isEmpty());
        assertThat(said).isEqualTo("rolled back shop from release 2 to release 1\nrestarted pid=" + pid() + "\n");
    }

    @Test
    @DisplayName("CLI-2 status, history, diff and logs tell what an engineer would look at")
    void facts() throws IOException {
        shop.deployBadRelease();
        shop.health();

        assertThat(deployctl.run("status", "shop"))
                .matches("service: shop\nprocess: running pid=" + pid() + "\nrelease: 2\ndeployed_at: \\S+Z\n");
        assertThat(deployctl.run("history", "shop"))
                .matches("2  \\S+Z  current  change upstream\n1  \\S+Z  past  first release\n");
        assertThat(deployctl.run("diff", "shop").lines().filter(line -> line.matches("[-+].*")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("--- release 1/config.properties"),
                        line -> assertThat(line).isEqualTo("+++ release 2/config.properties"),
                        line -> assertThat(line).startsWith("-upstream=http://127.0.0.1:"),
                        line -> assertThat(line).startsWith("+upstream=http://127.0.0.1:"));
        assertThat(deployctl.run("logs", "shop")).contains("GET /health 503 upstream http://127.0.0.1:");
        deployctl.run("rollback", "shop");
        assertThat(deployctl.run("history", "shop")).matches("(?s)1  \\S+Z  current  rollback from release 2\n2  .*");
    }

    @Test
    @DisplayName("CLI-2 a restart gives another process with the same release")
    void restart() throws IOException {
        long before = pid();

        assertThat(deployctl.run("restart", "shop")).isEqualTo("restarted pid=" + pid() + "\n");

        assertThat(pid()).isNotEqualTo(before);
        assertThat(shop.health()).isEqualTo(200);
        assertThat(deployctl.run("status", "shop")).contains("release: 1");
    }

    @Test
    @DisplayName("CLI-2 a process that died is seen as not running, and started again")
    void died() throws IOException {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
        Await.that("it is gone").until(() -> shop.health() == 0);

        assertThat(deployctl.run("status", "shop")).contains("process: not running");
        deployctl.run("restart", "shop");
        assertThat(shop.health()).isEqualTo(200);
    }

    @Test
    @DisplayName("CLI-2 what cannot be done is refused with a reason, and changes nothing")
    void refusals() throws IOException {
        long before = pid();
        for (List<String> line : List.of(
                List.of("rollback", "shop"),
                List.of("status", "nothing"),
                List.of("status", "../shop"),
                List.of("status"),
                List.of("explode", "shop"),
                List.of("deploy", "shop", "/nowhere", "x"))) {
            assertThatThrownBy(() -> deployctl.run(line.toArray(String[]::new)))
                    .as(line.toString())
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("deployctl: ");
        }
        assertThat(pid()).isEqualTo(before);
        assertThat(deployctl.run("diff", "shop")).contains("is the first");
    }

    @Test
    @DisplayName("CLI-2 a release that does not come up fails the deployment with the service's last words")
    void doesNotComeUp() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.properties"), "name=shop\n");

        assertThatThrownBy(() -> deployctl.run("deploy", "shop", bad.toString(), "no port"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("has no port")
                .hasMessageContaining("did not come up");
        deployctl.run("rollback", "shop");
        assertThat(shop.health()).isEqualTo(200);
    }

    @Test
    @DisplayName("CLI-2 two changes at once: the second is told who is at work")
    void oneAtATime() throws IOException {
        Files.createDirectories(home().resolve("lock"));
        Files.writeString(
                home().resolve("lock/pid"),
                String.valueOf(ProcessHandle.current().pid()));

        assertThatThrownBy(() -> deployctl.run("restart", "shop"))
                .hasMessageContaining("process " + ProcessHandle.current().pid() + " is changing shop");
        Files.writeString(home().resolve("lock/pid"), "999999999");
        deployctl.run("restart", "shop");
        assertThat(home().resolve("lock")).doesNotExist();
    }

    @Test
    @DisplayName("CLI-2 closing leaves no process and no folder behind; a new demo begins at release 1")
    void leavesNothing() throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid());
        shop.deployBadRelease();
        shop.deploy();
        assertThat(deployctl.run("status", "shop")).contains("release: 1");

        shop.close();

        assertThat(shop.health()).isZero();
        // Its parent has gone before it, so it is the system's to bury, in its own time.
        Await.that("the process is gone")
                .until(() -> !process.map(ProcessHandle::isAlive).orElse(false));
        assertThat(home()).doesNotExist();
        assertThat(home().resolveSibling("inventory")).doesNotExist();
    }

    @Test
    @DisplayName("CLI-2 the shop ends when the demo is killed, unless it shall be kept")
    void endsWithItsOwner() throws IOException, InterruptedException {
        Process owner = new ProcessBuilder("sleep", "600").start();
        String command = Files.readString(home().resolve("command"));
        Files.writeString(home().resolve("command"), command.replaceFirst("\n\\d+\n$", "\n" + owner.pid() + "\n"));
        deployctl.run("restart", "shop");
        assertThat(shop.health()).isEqualTo(200);

        owner.destroyForcibly().waitFor();

        Await.that("the shop has ended").until(() -> shop.health() == 0);
        assertThat(Files.readString(home().resolve("output.log"))).contains("belongs to is gone");
    }
}
