package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.programs.CommandDecision.Allowed;
import io.flyball.catalogue.programs.CommandDecision.Refused;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables a permission and a command are written with spaces between their words. */
class CommandGuardTest {
    private final CommandGuard guard = new CommandGuard(ProgramGrammars.builtIn());
    private final Reach logs = new AgentReach(List.of("/var/log/**"), List.of());

    @ParameterizedTest(name = "SBX-1 [{0}] lets {1} run")
    @CsvSource({
        "deployctl status *, deployctl status payments",
        "kubectl get **, kubectl get pods -n prod -l app=payments",
        "kubectl **, kubectl -n prod rollout history deployment payments",
        "kubectl rollout **, kubectl rollout status deployment/payments",
        "git **, git -C repo log --oneline -n 5",
        "find /var/log **, find /var/log -name '*.log' -mtime +7",
        "tail **, tail -n 100 /var/log/app.log",
        "journalctl **, journalctl -u payments --since yesterday",
        "sed -n /error/p app.log, sed -n /error/p app.log",
        "docker **, docker logs --tail 100 payments",
        "systemctl status *, systemctl status payments",
        "bash /opt/app/restart.sh, bash /opt/app/restart.sh",
        "git reset --hard, git reset --hard"
    })
    void allowed(String permission, String command) {
        assertThat(decide(permission, command, ToolEffect.READ)).isInstanceOf(Allowed.class);
    }

    @ParameterizedTest(name = "SBX-1 [{0}] does not let {1} run")
    @CsvSource({
        "deployctl status *, deployctl rollback payments",
        "deployctl status *, deployctl status payments now",
        "deployctl status *, deployctl status --config=x",
        "find **, find . -exec sh ;",
        "find **, find . -delete",
        "find **, find . -fprintf out %p",
        "tar **, tar -cf x.tar --checkpoint=1 --checkpoint-action=exec=sh .",
        "tar **, tar --checkpoint-act=exec=sh x",
        "tar **, tar xf x.tar --to-command=sh",
        "sort **, sort -o out in",
        "sort **, sort --compress-prog=sh in",
        "awk **, awk BEGIN{system(\"id\")}",
        "sed **, sed s/x/id/e file",
        "sed **, sed -i s/x/y/ file",
        "git **, git -c core.pager=sh log",
        "git **, git -ccore.pager=sh log",
        "git **, git log --output=x",
        "git **, git reset --hard",
        "git **, git fetch --upload-pack=sh origin",
        "git fetch **, git fetch ext::sh",
        "git diff **, git diff --ext-diff",
        "kubectl **, kubectl exec payments -- sh",
        "kubectl **, kubectl get secrets -n prod",
        "kubectl get **, kubectl get secret/db",
        "kubectl get **, 'kubectl get pods,secrets'",
        "kubectl get **, kubectl get pods --kubeconfig=x",
        "kubectl **, kubectl delete pod x",
        "docker **, docker run -v /:/mnt alpine",
        "docker **, docker -H tcp://x ps",
        "journalctl **, journalctl --vacuum-time=1s",
        "systemctl **, systemctl restart payments",
        "rg **, rg --pre=sh x",
        "xargs **, xargs sh",
        "env **, env sh -c id",
        "sudo **, sudo ls",
        "ssh **, ssh -o ProxyCommand=sh x",
        "less **, less file",
        "python3 **, python3 x.py",
        "bash **, bash",
        "cat **, cat /etc/shadow",
        "cat **, cat ../../etc/shadow",
        "cat **, cat ~/.ssh/id_rsa",
        "grep **, grep --file=/etc/shadow x",
        "grep **, grep -f/etc/shadow x",
        "FOO=1 **, FOO=1 ls"
    })
    void refused(String permission, String command) {
        assertThat(decide(permission, command, ToolEffect.READ)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("SBX-1 a permission to change lets its wildcards write, but not run something else")
    void changing() {
        assertThat(decide("kubectl **", "kubectl scale deployment payments --replicas=3", ToolEffect.CHANGE))
                .isInstanceOf(Allowed.class);
        assertThat(decide("kubectl **", "kubectl exec payments -- sh", ToolEffect.CHANGE))
                .isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("SBX-1 the permission that allows is the one that is reported, with its effect")
    void firstFittingPermissionThatHasNoObjection() {
        CommandPermission read = permission("find **", ToolEffect.READ);
        CommandPermission delete = permission("find /tmp -delete", ToolEffect.DESTRUCTIVE);

        CommandDecision decision = guard.decide(List.of("find", "/tmp", "-delete"), null, List.of(read, delete), logs);

        assertThat(decision).isEqualTo(new Allowed(delete));
    }

    @Test
    @DisplayName("SBX-1 nothing permitted, nothing runs, and the refusal says what may")
    void refusalsSayWhatMay() {
        assertThat(decide("deployctl status *", "ls", ToolEffect.READ))
                .isEqualTo(new Refused("the agent may not run ls; it may run: [deployctl]"));
        assertThat(guard.decide(List.of("ls"), null, List.of(), logs)).isInstanceOf(Refused.class);
        assertThat(guard.decide(List.of(), null, List.of(), logs)).isInstanceOf(Refused.class);
    }

    private CommandDecision decide(String permission, String command, ToolEffect effect) {
        return guard.decide(words(command), null, List.of(permission(permission, effect)), logs);
    }

    private static CommandPermission permission(String argv, ToolEffect effect) {
        return new CommandPermission(words(argv), effect, "operation", true);
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }
}
