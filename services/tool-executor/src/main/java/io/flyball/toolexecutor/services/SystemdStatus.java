package io.flyball.toolexecutor.services;

import io.flyball.toolexecutor.services.ServiceState.Is;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What systemctl show prints: {@code ActiveState=active} and so on, a line each. */
final class SystemdStatus {
    static final String PROPERTIES = "LoadState,ActiveState,SubState,Result,MainPID,NRestarts,ExecMainStatus";

    private SystemdStatus() {}

    static ServiceState read(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> values.put(pair[0].strip(), pair[1].strip()));
        if (!values.containsKey("ActiveState")) {
            boolean away =
                    text.toLowerCase(Locale.ROOT).contains("bus") || text.contains("not been booted with systemd");
            return ServiceState.only(away ? Is.NO_MANAGER : Is.UNCLEAR, text.strip());
        }
        if ("not-found".equals(values.get("LoadState"))) {
            return ServiceState.only(Is.UNKNOWN_SERVICE, "LoadState=not-found");
        }
        Long pid = number(values.get("MainPID"));
        return new ServiceState(
                is(values),
                "%s (%s), result %s".formatted(values.get("ActiveState"), values.get("SubState"), values.get("Result")),
                pid == null || pid == 0 ? null : pid,
                null,
                number(values.get("NRestarts")),
                number(values.get("ExecMainStatus")));
    }

    private static Is is(Map<String, String> values) {
        return switch (values.getOrDefault("ActiveState", "")) {
            case "active", "reloading" -> Is.RUNNING;
            case "activating" -> "auto-restart".equals(values.get("SubState")) ? Is.CRASHING : Is.STARTING;
            case "deactivating" -> Is.STOPPING;
            case "inactive" -> Is.STOPPED;
            case "failed" -> Is.FAILED;
            default -> Is.UNCLEAR;
        };
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits != null && digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }
}
