package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agent.
 *
 * @param name unique; lower case with hyphens
 * @param purpose what it is for, one sentence
 * @param modelTier simple, moderate, complex or critical; absent means moderate
 * @param prompt file under {@code prompts/} with its instructions; absent means the shipped default
 * @param profile autonomy profile; absent means the one named like the environment
 * @param tools names of the tools it may ask for
 * @param runbooks names of the runbooks it follows, in order of preference
 * @param alerts which alerts it takes; none means that only people start it
 * @param limits limits of its runs
 * @param commands commands that it may run with run_command
 * @param readableFiles globs of files it may read
 * @param writableFiles globs of files it may write
 * @param network {@code host:port} it may reach; {@code *} stands for any port; {@code 10.1.0.0/16:port} says that these hosts may have
 *     addresses there, which is refused otherwise
 * @param phases the manifest of its runs; none for most
 * @param schedules when it runs by itself; none for most
 * @param secrets secrets that it may send with its requests; none for most
 * @param diagnosis whether it follows the catalogue's probes and causes where no runbook of its own is for the alert
 */
public record AgentDefinition(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String purpose,
        @Nullable String modelTier,
        @Nullable String prompt,
        @Nullable String profile,
        @JsonProperty(required = true) List<String> tools,
        @Nullable List<String> runbooks,
        @Nullable List<AlertMatcher> alerts,
        @Nullable LimitsDefinition limits,
        @Nullable List<CommandPermission> commands,
        @Nullable List<String> readableFiles,
        @Nullable List<String> writableFiles,
        @Nullable List<String> network,
        @Nullable List<PhaseDefinition> phases,
        @Nullable List<ScheduleDefinition> schedules,
        @Nullable Boolean diagnosis,
        @Nullable List<SecretPermission> secrets) {

    public AgentDefinition {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("an agent's name is lower case with hyphens, not " + name);
        }
        tools = List.copyOf(tools);
        runbooks = runbooks == null ? List.of() : List.copyOf(runbooks);
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
        limits = limits == null ? LimitsDefinition.NONE : limits;
        commands = commands == null ? List.of() : List.copyOf(commands);
        readableFiles = readableFiles == null ? List.of() : List.copyOf(readableFiles);
        writableFiles = writableFiles == null ? List.of() : List.copyOf(writableFiles);
        network = network == null ? List.of() : List.copyOf(network);
        phases = phases == null ? List.of() : PhaseDefinition.checked(phases);
        schedules = schedules == null ? List.of() : ScheduleDefinition.checked(schedules);
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        diagnosis = diagnosis != null && diagnosis;
        modelTier = modelTier == null ? "moderate" : modelTier;
    }

    /** An agent without schedules. */
    public AgentDefinition(
            String name,
            String purpose,
            @Nullable String modelTier,
            @Nullable String prompt,
            @Nullable String profile,
            List<String> tools,
            @Nullable List<String> runbooks,
            @Nullable List<AlertMatcher> alerts,
            @Nullable LimitsDefinition limits,
            @Nullable List<CommandPermission> commands,
            @Nullable List<String> readableFiles,
            @Nullable List<String> writableFiles,
            @Nullable List<String> network,
            @Nullable List<PhaseDefinition> phases) {
        this(
                name,
                purpose,
                modelTier,
                prompt,
                profile,
                tools,
                runbooks,
                alerts,
                limits,
                commands,
                readableFiles,
                writableFiles,
                network,
                phases,
                null,
                null,
                null);
    }

    /** The permission that lets the agent run that command, if one does. */
    public Optional<CommandPermission> permission(List<String> command) {
        return java.util.Objects.requireNonNull(commands).stream()
                .filter(permission -> permission.allows(command))
                .findFirst();
    }
}
