package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command that an agent may run.
 *
 * @param argv the program and its arguments; {@code *} stands for any one argument, {@code **} at the end for any rest
 * @param effect what the command does to the world
 * @param operation what policies call it, for example {@code rollback}
 * @param reversible whether it can be undone
 * @param observe a read that shows what the command changes, run before and after it; {@code {{1}}} stands for the
 *     command's second word; absent when there is none
 * @param secrets variables that the command gets and the secrets whose values they have; absent for none
 * @param sandbox what it finds of the machine; absent for as little as possible
 */
public record CommandPermission(
        @JsonProperty(required = true) List<String> argv,
        @JsonProperty(required = true) ToolEffect effect,
        @JsonProperty(required = true) String operation,
        boolean reversible,
        @Nullable List<String> observe,
        @Nullable SandboxNeeds sandbox,
        @Nullable Map<String, String> secrets) {
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern WORD = Pattern.compile("\\{\\{(\\d{1,3})}}");

    public CommandPermission {
        observe = observe == null ? null : List.copyOf(observe);
        argv = new CommandPattern(argv).words();
        secrets = secrets == null ? null : checked(secrets);
    }

    /** One that gets no secret. */
    public CommandPermission(
            List<String> argv,
            ToolEffect effect,
            String operation,
            boolean reversible,
            @Nullable List<String> observe,
            @Nullable SandboxNeeds sandbox) {
        this(argv, effect, operation, reversible, observe, sandbox, null);
    }

    /** One that finds as little of the machine as possible. */
    public CommandPermission(
            List<String> argv,
            ToolEffect effect,
            String operation,
            boolean reversible,
            @Nullable List<String> observe) {
        this(argv, effect, operation, reversible, observe, null, null);
    }

    /** One that nobody observes. */
    public CommandPermission(List<String> argv, ToolEffect effect, String operation, boolean reversible) {
        this(argv, effect, operation, reversible, null, null, null);
    }

    /** The read that shows what that command changes; empty when there is none. */
    public Optional<List<String>> observation(List<String> command) {
        return Optional.ofNullable(observe)
                .map(words -> words.stream().map(word -> filled(word, command)).toList());
    }

    /** What it finds of the machine. */
    public SandboxNeeds needs() {
        return sandbox == null ? SandboxNeeds.NONE : sandbox;
    }

    /** The names of secrets by the variable that has the value. */
    public Map<String, String> givenSecrets() {
        return secrets == null ? Map.of() : secrets;
    }

    private static Map<String, String> checked(Map<String, String> secrets) {
        secrets.forEach((variable, name) -> {
            if (!VARIABLE.matcher(variable).matches()) {
                throw new IllegalArgumentException("no name of a variable for a secret: " + variable);
            }
            SecretName.check(name);
        });
        return Map.copyOf(secrets);
    }

    private static String filled(String word, List<String> command) {
        return WORD.matcher(word).replaceAll(found -> {
            int index = Integer.parseInt(found.group(1));
            return index < command.size() ? Matcher.quoteReplacement(command.get(index)) : "";
        });
    }

    /** Whether that command fits the pattern. */
    public boolean allows(List<String> command) {
        return new CommandPattern(argv).fits(command);
    }
}
