package io.flyball.platform.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting that a configuration record has.
 *
 * @param name as it is written in files, for example {@code flyball.console.people-file}
 * @param type Java's name of its type
 * @param meaning what the record says of it; empty if nothing
 * @param usual the value if nobody sets it, as text; absent if there is none
 */
public record Setting(
        String name, String type, String meaning, @Nullable String usual) {

    /** What stands first after {@code flyball.}: the concern that it belongs to. */
    String group() {
        return name.split("\\.", -1)[1];
    }

    /** Whether names below this one are its entries. */
    boolean hasEntries() {
        return type.startsWith("java.util.Map") || type.startsWith("java.util.List") || type.endsWith("[]");
    }

    /** The environment variable that sets it. */
    public String variable() {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
