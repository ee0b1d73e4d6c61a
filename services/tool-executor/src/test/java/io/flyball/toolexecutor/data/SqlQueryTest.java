package io.flyball.toolexecutor.data;

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
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlQueryTest {
    private static final JsonMapper JSON = new JsonMapper();

    private Path folder = Path.of("");
    private int port;
    private @Nullable Process server;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        assumeTrue(find("initdb").isPresent() && Files.isExecutable(Path.of("/usr/bin/psql")), "no PostgreSQL here");
        folder = temporary;
        port = freePort();
        String bin = find("initdb").orElseThrow().getParent().toString();
        Path data = folder.resolve("pg");
        String user = "root".equals(System.getProperty("user.name"))
                ? "setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/ "
                : "";
        shell(
                "chmod 755 %1$s; mkdir %2$s; [ $(id -u) != 0 ] || chown 65534 %2$s; %3$s %4$s/initdb -D %2$s -U keeper --auth=trust --no-sync"
                        .formatted(folder, data, user, bin));
        server = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec %s %s/postgres -c fsync=off -c shared_buffers=16MB -k %s -p %d -D %s"
                                .formatted(user, bin, data, port, data))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pg.log").toFile())
                .start();
        shell("for i in $(seq 300); do %s && exit 0; sleep 0.2; done; exit 1".formatted(psql("SELECT 1")));
        shell(psql("CREATE TABLE stock AS SELECT n AS id, 'thing, no. ' || n AS name FROM generate_series(1, 500) n"));
        shell(psql("CREATE FUNCTION sneak() RETURNS int LANGUAGE sql AS 'DELETE FROM stock RETURNING 1'"));
        shell(psql("CREATE FUNCTION lag(stock) RETURNS int LANGUAGE sql AS 'DELETE FROM stock RETURNING 1'"));
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
            server.destroyForcibly();
        }
    }

    @Test
    @DisplayName(
            "TOOL-2 rows come back with their columns, as many as were asked for, and it is said that there are more")
    void rows() throws Exception {
        JsonNode found = found("select id, name from stock order by id;", 3);

        assertThat(found.get("columns").toString()).isEqualTo("[\"id\",\"name\"]");
        assertThat(found.at("/rows/2/1").asString()).isEqualTo("thing, no. 3");
        assertThat(found.get("rows").size()).isEqualTo(3);
        assertThat(found.get("more").asBoolean()).isTrue();
        assertThat(found("select count(*) from stock", 3).at("/rows/0/0").asString())
                .isEqualTo("500");
        assertThat(found("table stock", 200).get("rows").size()).isEqualTo(200);
        assertThat(found("select 1 where 1 = 2", 3).get("more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from stock",
                "select 1; delete from stock",
                "with gone as (delete from stock returning 1) select 1 from gone",
                "select sneak()",
                "select sneak/**/()",
                "select 1 from stock) as x; delete from stock; select * from (select 1",
                "copy stock to program 'id'",
                "select pg_read_file('/etc/passwd')",
                "select set_config('transaction_read_only', 'off', false)",
                "select pg_terminate_backend(1)",
                "select \"sneak\"()",
                "\\! id",
                "select U&\"\\0073neak\"()",
                "select * into other from stock"
            })
    @DisplayName("SBX-7 what writes, also in a function or a part of the query, is refused before it is sent")
    void refused(String query) throws Exception {
        assertThat(plan(query, 3, permitted())).as(query).isInstanceOf(Plan.Refused.class);
        assertThat(found("select count(*) from stock", 3).at("/rows/0/0").asString())
                .isEqualTo("500");
    }

    @Test
    @DisplayName("SBX-7 what hides behind a name that is known to read is held by the session, which cannot write")
    void heldBySession() throws Exception {
        for (String query : List.of(
                "select lag(stock) from stock", "select stock.lag from stock", "select stock.sneak from stock")) {
            assertThat(outcome(query, 3)).as(query).isInstanceOf(ToolOutcome.Failed.class);
        }
        assertThat(((ToolOutcome.Failed) outcome("select lag(stock) from stock", 3)).error())
                .contains("read-only transaction");
        assertThat(found("select count(*) from stock", 3).at("/rows/0/0").asString())
                .isEqualTo("500");
    }

    @Test
    @DisplayName("SBX-4 SBX-5 without the permission for psql, or at another address, nothing is asked")
    void permissions() {
        assertThat(plan("select 1", 3, new Permissions(List.of(), List.of(), List.of(), List.of("127.0.0.1:*"))))
                .isInstanceOf(Plan.Refused.class);
        assertThat(plan("select 1", 3, new Permissions(List.of(psql()), List.of(), List.of(), List.of())))
                .isInstanceOf(Plan.Refused.class);
        SqlQuery tool = new SqlQuery(PlainCommands.in(folder, "/usr/bin:/bin", Map.of()));
        Permissions named = new Permissions(List.of(psql()), List.of(), List.of(), List.of("db.example:5432"));
        String arguments = JSON.writeValueAsString(
                Map.of("endpoint", "db.example:5432", "database", "postgres", "user", "keeper", "query", "select 1"));
        assertThat(tool.plan(new ToolRequest("action", arguments, named, 60_000)))
                .isInstanceOfSatisfying(
                        Plan.Refused.class, no -> assertThat(no.reason()).contains("address"));
    }

    private JsonNode found(String query, int rows) throws Exception {
        ToolOutcome outcome = outcome(query, rows);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(ToolOutcome.Succeeded.class);
        return JSON.readTree(outcome.output().head());
    }

    private ToolOutcome outcome(String query, int rows) throws Exception {
        Plan plan = plan(query, rows, permitted());
        assertThat(plan).as(plan.toString()).isInstanceOf(Plan.Ready.class);
        try (var action = ((Plan.Ready) plan).action()) {
            action.arm(new Mark("run", "action", "tester", null, Set.of()));
            return action.perform(new Ending());
        }
    }

    private Plan plan(String query, int rows, Permissions permissions) {
        SqlQuery tool = new SqlQuery(PlainCommands.in(folder, "/usr/bin:/bin", Map.of()));
        String arguments = JSON.writeValueAsString(Map.of(
                "endpoint",
                "127.0.0.1:" + port,
                "database",
                "postgres",
                "user",
                "keeper",
                "query",
                query,
                "maxRows",
                rows));
        return tool.plan(new ToolRequest("action", arguments, permissions, 60_000));
    }

    private static Permissions permitted() {
        return new Permissions(
                List.of(permission(ToolEffect.READ, "psql", "**")), List.of(), List.of(), List.of("127.0.0.1:*"));
    }

    private static io.flyball.catalogue.CommandPermission psql() {
        return permission(ToolEffect.READ, "psql", "**");
    }

    private String psql(String statement) {
        return "psql -X -w -h 127.0.0.1 -p %d -U keeper -d postgres -c \"%s\"".formatted(port, statement);
    }

    private void shell(String command) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + said).isZero();
    }

    private static java.util.Optional<Path> find(String program) throws IOException {
        List<Path> places = new ArrayList<>(List.of(Path.of("/usr/local/bin", program), Path.of("/usr/bin", program)));
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> all = Files.list(versions)) {
                all.map(version -> version.resolve("bin").resolve(program)).forEach(places::add);
            }
        }
        return places.stream().filter(Files::isExecutable).findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
