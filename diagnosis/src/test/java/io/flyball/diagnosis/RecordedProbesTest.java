package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CASE-4 probes, on outputs written down in the form of the program, which is not on every machine")
class RecordedProbesTest {

    static List<Arguments> outputs() {
        return List.of(
                Arguments.of(
                        "supervised-program",
                        3,
                        "till    BACKOFF   Exited too quickly (process log may have details)\n",
                        List.of("supervisor.state = BACKOFF", "supervisor.uptime_short = false")),
                Arguments.of(
                        "supervised-program",
                        0,
                        "till    RUNNING   pid 71, uptime 0:00:04\n",
                        List.of("supervisor.state = RUNNING", "supervisor.uptime_short = true")),
                Arguments.of(
                        "runit-service",
                        0,
                        "down: /etc/sv/till: 12s, normally up\n",
                        List.of("runit.state = down", "runit.wanted_down = true")),
                Arguments.of(
                        "systemd-unit",
                        0,
                        "ActiveState=failed\nSubState=failed\nResult=exit-code\nNRestarts=5\nExecMainStatus=1\nExecMainCode=1\n",
                        List.of("unit.active_state = failed", "unit.result = exit-code", "unit.restarts = 5 restarts")),
                Arguments.of(
                        "kernel-messages",
                        0,
                        "[ 12.1] Out of memory: Killed process 4711 (till) total-vm:9kB\n[ 13.0] EXT4-fs: I/O error\n",
                        List.of("kernel.killed = till", "kernel.io_errors = 1 messages")),
                Arguments.of(
                        "deleted-open-files",
                        0,
                        "COMMAND  PID USER   FD   TYPE DEVICE SIZE/OFF NLINK  NODE NAME\ntill    4711 root    9w   REG  254,0 60000000     0 12345 /srv/till/app.log (deleted)\n",
                        List.of(
                                "deleted_open.holder /srv/till/app.log = till",
                                "deleted_open.bytes /srv/till/app.log = 60000000 B")),
                Arguments.of(
                        "clock",
                        0,
                        "Timezone=Etc/UTC\nNTP=yes\nNTPSynchronized=no\n",
                        List.of("clock.synchronized = false")),
                Arguments.of(
                        "nginx-config",
                        1,
                        "nginx: [emerg] unknown directive \"worker\" in /etc/nginx/nginx.conf:3\n",
                        List.of(
                                "nginx.config_ok = false",
                                "nginx.complaint = unknown directive \"worker\" in /etc/nginx/nginx.conf:3")),
                Arguments.of(
                        "database-connections",
                        0,
                        "active|2\nidle|15\nidle in transaction|1\n",
                        List.of(
                                "database.sessions active = 2 sessions",
                                "database.sessions idle in transaction = 1 sessions")),
                Arguments.of("database-connection-share", 0, "95\n", List.of("database.connections_used = 95 %")),
                Arguments.of(
                        "database-blockers",
                        0,
                        "812|idle in transaction|report|3\n",
                        List.of(
                                "database.blocker 812 = idle in transaction|report",
                                "database.blocked 812 = 3 sessions")),
                Arguments.of(
                        "database-scans", 0, "orders|4120|0|200000\n", List.of("database.scanned orders = 4120 scans")),
                Arguments.of(
                        "database-replica", 0, "t|930\n", List.of("replica.follows = true", "replica.behind = 930 s")),
                Arguments.of(
                        "release-status",
                        0,
                        "service: till\nrelease: r42\nprocess: exited (1)\ndeployed_at: 2026-11-21T06:00:00Z\n",
                        List.of("release.current = r42", "release.process = exited (1)")),
                Arguments.of(
                        "pods",
                        0,
                        "NAME       PHASE     READY   RESTARTS   WAITING            LAST\ntill-1     Running   false   7          CrashLoopBackOff   OOMKilled\ntill-2     Pending   <none>  <none>     <none>             <none>\n",
                        List.of(
                                "pod.phase till-1 = Running",
                                "pod.restarts till-1 = 7 restarts",
                                "pod.waiting till-1 = CrashLoopBackOff",
                                "pod.last_end till-1 = OOMKilled",
                                "pod.phase till-2 = Pending")),
                Arguments.of(
                        "pod-events",
                        0,
                        "REASON            OBJECT   MESSAGE\nFailedScheduling  till-2   0/3 nodes are available: 3 Insufficient cpu.\nFailedCreate      till     pods \"x\" is forbidden: exceeded quota: small\n",
                        List.of(
                                "event.unschedulable = FailedScheduling  till-2   0/3 nodes are available: 3 Insufficient cpu.",
                                "event.quota = FailedCreate      till     pods \"x\" is forbidden: exceeded quota: small")),
                Arguments.of(
                        "deployment-object",
                        0,
                        "{\"spec\":{\"replicas\":3},\"status\":{\"availableReplicas\":1,\"conditions\":[{\"type\":\"Available\",\"status\":\"False\"}]}}",
                        List.of(
                                "deployment.wanted = 3 replicas",
                                "deployment.available = 1 replicas",
                                "deployment.condition Available = False")),
                Arguments.of(
                        "nodes",
                        0,
                        "node-1   Ready                      worker   9d   v1.33.1\nnode-2   NotReady,SchedulingDisabled   worker   9d   v1.33.1\n",
                        List.of("node.state node-1 = Ready", "node.state node-2 = NotReady,SchedulingDisabled")),
                Arguments.of(
                        "container-state",
                        0,
                        "{\"Status\":\"exited\",\"Running\":false,\"Paused\":false,\"OOMKilled\":true,\"ExitCode\":137}",
                        List.of(
                                "container.status = exited",
                                "container.running = false",
                                "container.oom_killed = true",
                                "container.exit_code = 137")),
                Arguments.of(
                        "kafka-groups",
                        0,
                        "GROUP  TOPIC   PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG   CONSUMER-ID  HOST  CLIENT-ID\nwork   orders  0          10              5010            5000  c-1          /10   c\n",
                        List.of("kafka.lag orders  0 = 5000 records", "kafka.members = 1 members")),
                Arguments.of(
                        "entry-health",
                        1,
                        "http://x/ is not healthy after 2 attempts: no answer: request timed out",
                        List.of("health.answers = false", "health.timed_out = true")),
                Arguments.of(
                        "entry-health",
                        1,
                        "http://x/ is not healthy after 2 attempts: status 503, expected 200",
                        List.of("health.answers = false", "health.timed_out = false", "health.status = 503")),
                Arguments.of(
                        "entry-page",
                        0,
                        "HTTP 500\ncontent-type: text/plain\n\nconnection pool exhausted\n",
                        List.of("page.status = 500", "page.error = connection pool exhausted")));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void facts(String probe, int exit, String text, List<String> facts) {
        CaseFile file = new CaseFile(Map.of());
        file.add(
                Sample.probe(probe),
                new Output("a1", true, exit == 0, exit, text, true, exit == 0 ? "" : "exit " + exit, null));

        assertThat(file.toCase().looks().getFirst().outcome()).isEqualTo(Look.Outcome.SAW);
        assertThat(file.toCase().facts()).extracting(Fact::says).containsAll(facts);
    }
}
