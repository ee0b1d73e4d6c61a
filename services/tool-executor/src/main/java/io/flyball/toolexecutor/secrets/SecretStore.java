package io.flyball.toolexecutor.secrets;

import io.flyball.catalogue.SecretName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where values of secrets are: a folder with a file for each, as Kubernetes mounts them, and environment variables. Read anew at each use,
 * so that a changed secret counts at once. What was given out is remembered, so that it can be taken out of every text that leaves.
 */
public final class SecretStore {
    /** Followed by the name in capitals, with {@code _} for {@code -}. */
    public static final String VARIABLE = "FLYBALL_TOOL_SECRET_";

    /** A shorter one would stand in too many texts by chance to be taken out of them. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 8_192;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

    private final @Nullable Path folder;
    private final UnaryOperator<@Nullable String> environment;
    private final Map<String, String> given = new ConcurrentHashMap<>();

    /**
     * @param folder with a file for each secret, named like it; null where there is none
     * @param environment the value of a variable, null if it is not set
     */
    public SecretStore(@Nullable Path folder, UnaryOperator<@Nullable String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** One without any secret. */
    public static SecretStore none() {
        return new SecretStore(null, _ -> null);
    }

    /**
     * The value of a secret.
     *
     * @throws NoSecret if there is none of that name, or it cannot be used
     */
    public String value(String name) throws NoSecret {
        String value = checked(name, found(SecretName.check(name)));
        GivenForms.of(value).forEach(form -> given.put(form, "secret-" + name));
        return value;
    }

    /**
     * A text with the value in the place of each {@code secret://name}.
     *
     * @throws NoSecret if one of them has none
     */
    public String filledIn(String text) throws NoSecret {
        StringBuilder filled = new StringBuilder();
        Matcher reference = SecretName.references(text);
        while (reference.find()) {
            reference.appendReplacement(filled, Matcher.quoteReplacement(value(reference.group(1))));
        }
        return reference.appendTail(filled).toString();
    }

    /** What was given out so far, in each form in which it may come back, with the kind that stands in its place. */
    public Map<String, String> given() {
        return Map.copyOf(given);
    }

    private @Nullable String found(String name) throws NoSecret {
        Path file = folder == null ? null : folder.resolve(name);
        if (file != null && Files.isRegularFile(file)) {
            return read(name, file);
        }
        return environment.apply(variable(name));
    }

    private static String read(String name, Path file) throws NoSecret {
        try {
            String text = Files.size(file) > LONGEST ? "" : Files.readString(file);
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw new NoSecret(
                    "the secret " + name + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private String checked(String name, @Nullable String value) throws NoSecret {
        if (value == null) {
            throw new NoSecret("there is no secret " + name + ": put it into "
                    + (folder == null ? "" : "the file " + folder.resolve(name) + " or ") + "the variable "
                    + variable(name) + " of the tool executor");
        }
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            throw new NoSecret(
                    "the secret " + name + " must have between " + SHORTEST + " and " + LONGEST + " characters");
        }
        if (CONTROL.matcher(value).find()) {
            throw new NoSecret("the secret " + name + " must be one line of plain characters");
        }
        return value;
    }

    private static String variable(String name) {
        return VARIABLE + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
