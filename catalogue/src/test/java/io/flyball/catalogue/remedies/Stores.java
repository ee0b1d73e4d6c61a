package io.flyball.catalogue.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Redis and a real PostgreSQL of a test, with sessions that do what it wants. */
final class Stores implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final List<Process> started = new ArrayList<>();
    private final Path folder;
    final int port;

    Stores(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    Stores redis() throws Exception {
        Mendctl.assumeHere("redis-server", "redis-cli");
        start(List.of("redis-server", "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", ""), Map.of());
        until("redis-cli -p " + port + " PING");
        return this;
    }

    /** With ten connections for users, the keeper's among them. */
    Stores postgres() throws Exception {
        Mendctl.assumeHere("postgres", "initdb", "psql", "setpriv");
        Path data = folder.resolve("pg");
        assertThat(shell("mkdir -p " + data + "; chmod 755 " + folder + "; [ $(id -u) != 0 ] || chown 65534 " + data)
                        .exit())
                .isZero();
        var made = shell(nobody() + "initdb -D " + data + " -U keeper --auth=trust --no-sync");
        assertThat(made.exit()).as(made.text()).isZero();
        String options =
                " -c max_connections=13 -c superuser_reserved_connections=3 -c fsync=off -c shared_buffers=16MB -k "
                        + data + " -p " + port + " -D " + data;
        start(List.of("bash", "-c", "exec " + nobody() + "postgres" + options), Map.of());
        until(psql("SELECT 1", "postgres"));
        assertThat(shell(psql("CREATE ROLE shop LOGIN", "postgres")).exit()).isZero();
        assertThat(shell(psql("CREATE TABLE stock AS SELECT 1 AS id", "postgres") + " && "
                                + psql("GRANT ALL ON stock TO shop", "postgres"))
                        .exit())
                .isZero();
        return this;
    }

    private static String nobody() {
        return "root".equals(System.getProperty("user.name"))
                ? "setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/ "
                : "";
    }

    /** One that says this and then stays, with that name of its application. */
    Process session(String application, String... statements) throws IOException {
        String text = String.join(" ", statements);
        return start(
                List.of(
                        "bash",
                        "-c",
                        "(echo '" + text + "'; exec sleep 600) | exec psql -X -q -h 127.0.0.1 -p " + port
                                + " -U shop -d postgres"),
                Map.of("PGAPPNAME", application));
    }

    String ask(String statement) throws Exception {
        return shell(psql(statement, "postgres")).text().strip();
    }

    /** Waits until the database says so. */
    void until(String statement, String answer) throws Exception {
        until("[ \"$(" + psql(statement, "postgres") + ")\" = '" + answer + "' ]");
    }

    private String psql(String statement, String database) {
        return "psql -X -w -A -t -h 127.0.0.1 -p " + port + " -U keeper -d " + database + " -c \"" + statement + "\"";
    }

    Mendctl.Said shell(String command) throws Exception {
        return Mendctl.said(new ProcessBuilder("bash", "-c", command).directory(folder.toFile()));
    }

    private void until(String command) throws Exception {
        String loop = "for i in $(seq " + PATIENCE_SECONDS * 5 + "); do " + command
                + " >/dev/null 2>&1 && exit 0; sleep 0.2; done; exit 1";
        assertThat(shell(loop).exit()).as(command).isZero();
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroy();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
