package io.flyball.cli.output;

import java.util.Locale;

/** How results are written. */
public enum Format {
    TABLE,
    WIDE,
    JSON,
    YAML;

    /** As people type it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
