package io.flyball.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of what can be known of where to look before anybody has looked, and which form their values have. Values get into
 * commands, so each form allows no more than it must; what an alert says is never among those that do.
 */
public final class Known {
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.@:-]{0,127}";
    private static final String PATH = "/[A-Za-z0-9_.@/+-]{1,300}";
    private static final String NUMBER = "[0-9]{1,10}";
    private static final int KEPT_OF_A_PROCESS = 15;
    private static final SequencedMap<String, Pattern> OF_ENTRY = new LinkedHashMap<>();

    static {
        of("process", "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
        of("user", NAME);
        of("port", NUMBER);
        of("program", NAME);
        of("runit_service", NAME);
        of("unit", NAME);
        of("release", NAME);
        of("pid_file", PATH);
        of("log", PATH);
        of("config", PATH);
        of("folder", PATH);
        of("declared", PATH);
        of("certificate", PATH);
        of("tls", "[A-Za-z0-9.-]+:[0-9]{1,5}");
        of("dns", "[A-Za-z0-9.-]{1,253}");
        of("database", NAME);
        of("database_user", NAME);
        of("database_port", NUMBER);
        of("redis_port", NUMBER);
        of("redis_memory", NUMBER);
        of("redis_policy", NAME);
        of("redis_service", NAME);
        of("database_service", NAME);
        of("tls_service", NAME);
        of("queue", NAME);
        of("queue_group", NAME);
        of("namespace", NAME);
        of("workload", NAME);
        of("container", NAME);
        of("backup", PATH);
        of("job_output", PATH);
        of("flags", PATH);
        of("flags_declared", PATH);
        of("env_file", PATH);
        of("env_declared", PATH);
        of("releases", PATH);
        of("current_release", PATH);
        of("memory_kib", NUMBER);
        of("health_path", PATH);
    }

    /** What the entry and the alert say beside: names, addresses. */
    private static final Set<String> OF_RUN = Set.of(
            "here",
            "pid",
            "page",
            "owner",
            "entry",
            "kind",
            "environment",
            "service",
            "url",
            "other_url",
            "needed",
            "needed_url",
            "needed_endpoint",
            "alert",
            "alert_url",
            "alert_endpoint",
            "alert_host");

    private Known() {}

    private static void of(String name, String form) {
        OF_ENTRY.put(name, Pattern.compile(form));
    }

    /** Names that an entry of the inventory may give a value, in the order of the documentation. */
    public static Set<String> ofEntry() {
        return java.util.Collections.unmodifiableSequencedSet(OF_ENTRY.sequencedKeySet());
    }

    /** Whether anything can be known by that name. */
    public static boolean has(String name) {
        return OF_ENTRY.containsKey(name) || OF_RUN.contains(name);
    }

    /**
     * What an entry says, if all of it is well formed.
     *
     * @throws IllegalArgumentException if a name is not known or a value has not its form
     */
    public static Map<String, String> checked(Map<String, String> values) {
        values.forEach((name, value) -> {
            Pattern form = OF_ENTRY.get(name);
            if (form == null) {
                throw new IllegalArgumentException("runs has no " + name + "; it has " + String.join(", ", ofEntry()));
            }
            if (name.equals("process") && value.length() > KEPT_OF_A_PROCESS) {
                throw new IllegalArgumentException("runs.process: the kernel keeps " + KEPT_OF_A_PROCESS
                        + " characters of a process's name: write " + value.substring(0, KEPT_OF_A_PROCESS) + ", not "
                        + value);
            }
            if (!form.matcher(value).matches() || value.contains("/../")) {
                throw new IllegalArgumentException("runs." + name + " has the form " + form + ", not " + value);
            }
        });
        return Map.copyOf(values);
    }
}
