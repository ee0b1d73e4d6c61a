package io.flyball.toolexecutor.commands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables by which git leaves alone what the repository that it stands in would have it run: a watcher of files, hooks, a
 * pager, another ssh. They win over the repository's own configuration; the settings of machine and user are not read.
 */
final class QuietGit {
    private record Setting(String key, String value) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("core.fsmonitor", "false"),
            new Setting("core.hooksPath", "/dev/null"),
            new Setting("core.pager", "cat"),
            new Setting("core.sshCommand", "false"),
            new Setting("credential.helper", ""),
            new Setting("protocol.ext.allow", "never"));

    private QuietGit() {}

    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GIT_PAGER", "cat",
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_OPTIONAL_LOCKS", "0",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_COUNT", String.valueOf(SETTINGS.size())));
        for (int i = 0; i < SETTINGS.size(); i++) {
            environment.put("GIT_CONFIG_KEY_" + i, SETTINGS.get(i).key());
            environment.put("GIT_CONFIG_VALUE_" + i, SETTINGS.get(i).value());
        }
        return Map.copyOf(environment);
    }
}
