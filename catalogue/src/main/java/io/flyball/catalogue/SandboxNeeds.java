package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds of the machine besides system programs, its agent's files and a folder of its own.
 *
 * @param level how it is held
 * @param processes whose processes it sees
 * @param network {@code host:port} that it is meant to reach; none means no network but a loopback of its own
 * @param readable absolute files and folders that it sees besides
 * @param writable the same, and may change
 * @param service whether what it starts may live on when it has ended, as a service does that it restarts
 */
public record SandboxNeeds(
        SandboxLevel level,
        ProcessView processes,
        List<String> network,
        List<String> readable,
        List<String> writable,
        boolean service) {
    /** Nothing of all that. */
    public static final SandboxNeeds NONE = of(null, null, null, null, null, null);

    public SandboxNeeds {
        network = List.copyOf(network);
        readable = absolute(readable);
        writable = absolute(writable);
        if (service && level != SandboxLevel.PROCESS) {
            throw new IllegalArgumentException(
                    "service: true needs level: process, because what runs in namespaces of a command ends with it");
        }
    }

    /** As it is written down, where what is left out is not given. */
    @JsonCreator
    public static SandboxNeeds of(
            @JsonProperty("level") @Nullable SandboxLevel level,
            @JsonProperty("processes") @Nullable ProcessView processes,
            @JsonProperty("network") @Nullable List<String> network,
            @JsonProperty("readable") @Nullable List<String> readable,
            @JsonProperty("writable") @Nullable List<String> writable,
            @JsonProperty("service") @Nullable Boolean service) {
        return new SandboxNeeds(
                Objects.requireNonNullElse(level, SandboxLevel.NAMESPACES),
                Objects.requireNonNullElse(processes, ProcessView.OWN),
                Objects.requireNonNullElse(network, List.of()),
                Objects.requireNonNullElse(readable, List.of()),
                Objects.requireNonNullElse(writable, List.of()),
                Objects.requireNonNullElse(service, false));
    }

    /** What two commands find that are held together. */
    public SandboxNeeds and(SandboxNeeds other) {
        return new SandboxNeeds(
                level == other.level ? level : SandboxLevel.PROCESS,
                processes == other.processes ? processes : ProcessView.HOST,
                both(network, other.network),
                both(readable, other.readable),
                both(writable, other.writable),
                service || other.service);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static List<String> absolute(List<String> paths) {
        paths.stream().filter(path -> !path.startsWith("/")).findFirst().ifPresent(path -> {
            throw new IllegalArgumentException("a sandbox's paths begin with /, not " + path);
        });
        return List.copyOf(paths);
    }
}
