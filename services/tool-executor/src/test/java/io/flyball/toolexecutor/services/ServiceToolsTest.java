package io.flyball.toolexecutor.services;

import static io.flyball.toolexecutor.commands.PlainCommands.permission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.commands.ByCommand;
import io.flyball.toolexecutor.commands.PlainCommands;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real supervisord and a real runsv. */
class ServiceToolsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "TOOL-2 supervisord: a service that runs, one that fails, one that nobody knows; a restart tells before and after")
    void supervisord() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/supervisord")), "supervisord is not on this machine");
        Path config = Files.writeString(folder.resolve("supervisord.conf"), """
                [unix_http_server]
                file=%1$s/s.sock
                [supervisord]
                nodaemon=true
                logfile=%1$s/log
                pidfile=%1$s/pid
                [rpcinterface:supervisor]
                supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
                [supervisorctl]
                serverurl=unix://%1$s/s.sock
                [program:till]
                command=sleep 600
                startsecs=0
                [program:broken]
                command=false
                startretries=0
                """.formatted(folder));
        ByCommand commands = PlainCommands.in(folder, named("supervisorctl", "-c " + config), Map.of());
        assertThat(state(commands, "supervisord", "till")).isEqualTo("no_manager");
        Process server = new ProcessBuilder("/usr/bin/supervisord", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            JsonNode runs = await(commands, "supervisord", "till", seen -> is(seen, "running"));
            assertThat(runs.get("pid").asLong()).isPositive();
            assertThat(runs.get("seconds").asLong()).isBetween(0L, 600L);
            await(commands, "supervisord", "broken", seen -> is(seen, "failed"));
            assertThat(state(commands, "supervisord", "nobody")).isEqualTo("unknown_service");

            restarted(commands, "supervisord", "till");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    @DisplayName("TOOL-2 runit: a service that runs, one that is down, none; a restart tells before and after")
    void runit() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/runsv")), "runit is not on this machine");
        Path service = Files.createDirectories(folder.resolve("services/till"));
        Path run = Files.writeString(service.resolve("run"), "#!/bin/sh\nexec sleep 600\n");
        assertThat(run.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment =
                Map.of("SVDIR", folder.resolve("services").toString());
        ByCommand commands = PlainCommands.in(folder, "/usr/bin:/bin", environment);
        assertThat(state(commands, "runit", "till")).isEqualTo("no_manager");
        assertThat(state(commands, "runit", "nobody")).isEqualTo("unknown_service");
        Process runsv = new ProcessBuilder("/usr/bin/runsv", service.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(await(commands, "runit", "till", seen -> is(seen, "running"))
                            .get("pid")
                            .asLong())
                    .isPositive();
            restarted(commands, "runit", "till");
            new ProcessBuilder("/usr/bin/sv", "down", service.toString())
                    .start()
                    .waitFor();
            await(commands, "runit", "till", seen -> is(seen, "stopped"));
        } finally {
            new ProcessBuilder("/usr/bin/sv", "exit", service.toString())
                    .start()
                    .waitFor();
            runsv.waitFor(20, TimeUnit.SECONDS);
            runsv.destroyForcibly();
        }
    }

    private void restarted(ByCommand commands, String manager, String service) throws Exception {
        ToolOutcome outcome = perform(new ServiceRestart(commands), manager, service, all());

        assertThat(outcome).isInstanceOfSatisfying(ToolOutcome.Seen.class, seen -> {
            assertThat(seen.outcome()).isInstanceOf(ToolOutcome.Succeeded.class);
            ToolOutcome.Change change = java.util.Objects.requireNonNull(seen.change());
            assertThat(JSON.readTree(change.before()).get("state").asString()).isEqualTo("running");
            assertThat(JSON.readTree(change.after()).get("state").asString()).isIn("running", "starting");
            assertThat(JSON.readTree(change.after()).get("pid"))
                    .isNotEqualTo(JSON.readTree(change.before()).get("pid"));
        });
        await(commands, manager, service, seen -> is(seen, "running"));
    }

    @Test
    @DisplayName("SBX-5 who may only look does not restart, and who may not look does not restart blindly")
    void permissions() {
        ByCommand commands = PlainCommands.in(folder, "/usr/bin:/bin", Map.of());
        List<CommandPermission> looks = List.of(permission(ToolEffect.READ, "sv", "status", "*"));
        List<CommandPermission> blind = List.of(permission(ToolEffect.CHANGE, "sv", "restart", "*"));
        for (List<CommandPermission> some : List.of(List.<CommandPermission>of(), looks, blind)) {
            assertThat(plan(new ServiceRestart(commands), "runit", "till", some))
                    .isInstanceOf(Plan.Refused.class);
        }
        assertThat(plan(new ServiceStatus(commands), "runit", "till", List.of()))
                .isInstanceOf(Plan.Refused.class);
        assertThat(plan(new ServiceStatus(commands), "runit", "-w till", looks)).isInstanceOf(Plan.Refused.class);
        assertThat(plan(new ServiceStatus(commands), "upstart", "till", looks)).isInstanceOf(Plan.Refused.class);
        assertThat(plan(new ServiceRestart(commands), "runit", "till", all()))
                .isInstanceOfSatisfying(
                        Plan.Ready.class, ready -> assertThat(ready.effect()).isEqualTo(ToolEffect.CHANGE));
    }

    @Test
    @DisplayName("TOOL-2 systemd: what systemctl show printed on machines that have it")
    void systemd() {
        String show =
                "LoadState=loaded\nActiveState=%s\nSubState=%s\nResult=%s\nMainPID=%d\nNRestarts=%d\nExecMainStatus=%d\n";
        ServiceState runs = SystemdStatus.read(show.formatted("active", "running", "success", 812, 0, 0));
        assertThat(runs.is()).isEqualTo(ServiceState.Is.RUNNING);
        assertThat(runs.pid()).isEqualTo(812);
        ServiceState failed = SystemdStatus.read(show.formatted("failed", "failed", "exit-code", 0, 5, 203));
        assertThat(failed.is()).isEqualTo(ServiceState.Is.FAILED);
        assertThat(failed.pid()).isNull();
        assertThat(failed.restarts()).isEqualTo(5);
        assertThat(failed.exitCode()).isEqualTo(203);
        assertThat(SystemdStatus.read(show.formatted("activating", "auto-restart", "exit-code", 0, 3, 1))
                        .is())
                .isEqualTo(ServiceState.Is.CRASHING);
        assertThat(SystemdStatus.read(show.formatted("inactive", "dead", "success", 0, 0, 0)
                                .replace("loaded", "not-found"))
                        .is())
                .isEqualTo(ServiceState.Is.UNKNOWN_SERVICE);
        assertThat(SystemdStatus.read(
                                "System has not been booted with systemd as init system (PID 1). Can't operate.\n")
                        .is())
                .isEqualTo(ServiceState.Is.NO_MANAGER);
    }

    private static boolean is(JsonNode seen, String state) {
        return seen.get("state").asString().equals(state);
    }

    private String state(ByCommand commands, String manager, String service) throws Exception {
        return status(commands, manager, service).get("state").asString();
    }

    private static JsonNode status(ByCommand commands, String manager, String service) throws Exception {
        ToolOutcome outcome = perform(new ServiceStatus(commands), manager, service, all());
        assertThat(outcome).as(outcome.toString()).isInstanceOf(ToolOutcome.Succeeded.class);
        return JSON.readTree(outcome.output().head());
    }

    private static JsonNode await(ByCommand commands, String manager, String service, Predicate<JsonNode> good)
            throws Exception {
        JsonNode seen = status(commands, manager, service);
        for (int i = 0; i < 300 && !good.test(seen); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            seen = status(commands, manager, service);
        }
        assertThat(good).as(seen.toString()).accepts(seen);
        return seen;
    }

    private static List<CommandPermission> all() {
        return List.of(
                permission(ToolEffect.READ, "supervisorctl", "status", "*"),
                permission(ToolEffect.CHANGE, "supervisorctl", "restart", "*"),
                permission(ToolEffect.READ, "sv", "status", "*"),
                permission(ToolEffect.CHANGE, "sv", "restart", "*"));
    }

    private static Plan plan(Tool tool, String manager, String service, List<CommandPermission> commands) {
        String arguments = JSON.writeValueAsString(Map.of("service", service, "manager", manager));
        return tool.plan(new ToolRequest(
                "action", arguments, new Permissions(commands, List.of(), List.of(), List.of()), 10_000));
    }

    private static ToolOutcome perform(Tool tool, String manager, String service, List<CommandPermission> commands)
            throws Exception {
        Plan plan = plan(tool, manager, service, commands);
        assertThat(plan).as(plan.toString()).isInstanceOf(Plan.Ready.class);
        try (var action = ((Plan.Ready) plan).action()) {
            action.arm(new Mark("run", "action", "tester", null, Set.of()));
            action.observe(new Ending());
            return action.perform(new Ending());
        }
    }

    /** The real program, told where its configuration is. */
    private String named(String program, String options) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path script = Files.writeString(
                bin.resolve(program), "#!/bin/sh\nexec /usr/bin/%s %s \"$@\"\n".formatted(program, options));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return bin + ":/usr/bin:/bin";
    }
}
